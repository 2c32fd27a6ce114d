"""Places in a text as the protocol counts them: lines, and columns in the units agreed upon.

pygls breaks lines where Python does, at U+2028 for one, which editors do not; so texts and their
changes are kept here, and every place goes through this.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lsprotocol import types

from argmap.authoring.positions import Positions, positions
from argmap.frozen import frozen

_LENGTHS: Mapping[str, Callable[[str], int]] = {
    "utf-8": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "utf-16": lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    "utf-32": len,
}


@frozen
class Ruler:
    """A text with its lines, and the unit in which columns are counted."""

    text: str
    lines: Positions
    unit: str

    def position(self, index: int) -> types.Position:
        """Return the place of an index."""
        line, column = self.lines.of(index)
        before = self.text[index - column : index]
        return types.Position(line, column if before.isascii() else _LENGTHS[self.unit](before))

    def span(self, start: int, end: int) -> types.Range:
        """Return the places of two indices."""
        return types.Range(self.position(start), self.position(end))

    def index(self, position: types.Position) -> int:
        """Return the index of a place; one behind the end of its line is that end."""
        start = self.lines.index(position.line, 0)
        line = self.text[start : self.lines.index(position.line + 1, 0)].rstrip("\r\n")
        if line.isascii():
            return start + min(position.character, len(line))
        length, units = _LENGTHS[self.unit], 0
        for column, character in enumerate(line):
            if units >= position.character:
                return start + column
            units += length(character)
        return start + len(line)


def ruler(text: str, unit: str) -> Ruler:
    """Return a text with its lines."""
    return Ruler(text, positions(text), unit)


def changed_by(text: str, change: types.TextDocumentContentChangeEvent, unit: str) -> str:
    """Return a text after one change of it: of a part, or of the whole."""
    if isinstance(change, types.TextDocumentContentChangeWholeDocument):
        return change.text
    before = ruler(text, unit)
    start, end = before.index(change.range.start), before.index(change.range.end)
    return text[:start] + change.text + text[end:]
