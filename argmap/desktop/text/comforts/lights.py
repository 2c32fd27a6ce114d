"""Grounds behind what was found, and behind the uses of an id, on the lines that are to be seen.

Qt goes through all of them at every painting, so it is given no more than are in view.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from argmap.desktop.text.editor import TextEditor
from argmap.drawing.theme import Theme

Span = tuple[int, int]
"""From where to where, as Qt counts."""
_COLOURS = {"uses": ("undercut", 60), "found": ("rebuttal", 80)}
"""Lines of the theme, and how much of them shines through; the last lies on top."""


class Lights(QObject):
    """The grounds of one editor, by what they are for."""

    def __init__(self, editor: TextEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._spans: dict[str, Sequence[Span]] = {}
        self._formats: dict[str, QTextCharFormat] = {}
        editor.updateRequest.connect(self._scrolled)

    def use(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for name, (line, strength) in _COLOURS.items():
            colour = QColor(theme.lines[line])
            colour.setAlpha(strength)
            self._formats[name] = QTextCharFormat()
            self._formats[name].setBackground(colour)
        self._light()

    def set(self, name: str, spans: Sequence[Span]) -> None:
        """Light other places for a purpose; they come in their order."""
        if spans or self._spans.get(name):
            self._spans[name] = spans
            self._light()

    def spans(self, name: str) -> Sequence[Span]:
        """Return what is lit for a purpose."""
        return self._spans.get(name, ())

    def _scrolled(self, _area: QRect, down: int) -> None:
        if down and any(self._spans.values()):
            self._light()

    def _light(self) -> None:
        editor = self._editor
        lines = editor.visible_lines()
        start = lines[0][0].position() if lines else 0
        end = lines[-1][0].position() + lines[-1][0].length() if lines else 0
        lit: list[QTextEdit.ExtraSelection] = []
        for name, form in self._formats.items():
            spans = self._spans.get(name, ())
            first = bisect_left(spans, start, key=lambda span: span[1])
            last = bisect_right(spans, end, key=lambda span: span[0])
            for span in spans[first:last]:
                each = QTextEdit.ExtraSelection()
                cursor = QTextCursor(editor.document())
                cursor.setPosition(span[0])
                cursor.setPosition(min(span[1], end), QTextCursor.MoveMode.KeepAnchor)
                each.cursor, each.format = cursor, form
                lit.append(each)
        editor.setExtraSelections(lit)
