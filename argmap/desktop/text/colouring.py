"""Colours given to the lines that are to be seen, when they are.

An own highlighter, as Qt's would go through a whole text before it shows a word of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextLayout

from argmap.authoring.spots import Role
from argmap.desktop.text.drift import Drift
from argmap.desktop.text.formats import formats_of
from argmap.desktop.text.shown import Shown, Stretch
from argmap.drawing.theme import Theme
from argmap.errors import Severity


class Colouring:
    """Knows which lines have their colours; a line is coloured once in each round."""

    def __init__(self) -> None:
        self._formats: dict[Role | Severity, QTextCharFormat] = {}
        self._round = 0

    def use(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._formats = formats_of(theme)

    def begin_round(self) -> None:
        """Let all lines be coloured anew as they are to be seen."""
        self._round += 1

    def colour(self, blocks: Iterable[QTextBlock], shown: Shown, drift: Drift) -> None:
        """Colour those of some lines that are not coloured yet, as what was made out has them."""
        for block in blocks:
            line = drift.before(block.blockNumber())
            if block.userState() != self._round and line >= 0:
                block.setUserState(self._round)
                ranges = self._ranges(shown.colours(line))
                if ranges != block.layout().formats():
                    block.layout().setFormats(ranges)
                    block.document().markContentsDirty(block.position(), block.length())

    def _ranges(self, line: Sequence[Stretch]) -> list[QTextLayout.FormatRange]:
        found: list[QTextLayout.FormatRange] = []
        for stretch in line:
            each = QTextLayout.FormatRange()
            each.start, each.length = stretch.start, stretch.length
            each.format = self._formats.get(stretch.role, QTextCharFormat())
            found.append(each)
        return found
