"""The list of references on sheets of its own, behind those of the map.

Its numbers are those that cards may show, which is the order of the map. Lines are laid as those of
cards are, so every script runs as it does; italics are left to formats that set text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from argmap.drawing.addresses import is_address, stretches
from argmap.drawing.picture import Operation, Picture, Text
from argmap.drawing.text.measure import Font, TextLine, width, wrap
from argmap.drawing.theme import Theme
from argmap.model.argument_map import ArgumentMap, Source
from argmap.model.kinds import USUAL_PAGE
from argmap.paper.book import Paper
from argmap.paper.sheet import Link, Sheet
from argmap.placing.placed import Rect
from argmap.references import apa

TITLE = "References"
_HEAD, _TEXT = Font(14, bold=True), Font(10)
_INDENT = 30.0
_APART = 5.0
_EMPTY = (1.0, 1.0)


class _Entry(NamedTuple):
    """The lines of one reference, its number, and where a click on it leads."""

    number: int
    lines: tuple[TextLine, ...]
    address: str

    @property
    def height(self) -> float:
        return len(self.lines) * _TEXT.height + _APART


def reference_sheets(argument_map: ArgumentMap, paper: Paper, theme: Theme) -> list[Sheet]:
    """Return the sheets of the list; none where the map has no sources."""
    if paper.room.x <= 0:  # a page without margins is as large as the picture
        paper = Paper.of(USUAL_PAGE, _EMPTY)
    limit = paper.room.width - _INDENT
    entries = [_entry(n, s, limit) for n, s in enumerate(argument_map.sources, 1)]
    sheets = [_sheet(part, paper, theme) for part in _divided(entries, paper.room.height)]
    return [replace(sheets[0], title=TITLE), *sheets[1:]] if sheets else []


def _entry(number: int, source: Source, limit: float) -> _Entry:
    return _Entry(number, wrap(apa.plain(source), limit, _TEXT), apa.address(source))


def _divided(entries: Sequence[_Entry], height: float) -> Iterator[list[_Entry]]:
    """Return what goes on which sheet; an entry is not torn."""
    part: list[_Entry] = []
    left = height - _top()
    for entry in entries:
        if part and entry.height > left:
            yield part
            part, left = [], height - _top()
        part.append(entry)
        left -= entry.height
    if part:
        yield part


def _top() -> float:
    return _HEAD.height + 2 * _APART


def _sheet(entries: Sequence[_Entry], paper: Paper, theme: Theme) -> Sheet:
    room = paper.room
    head = TextLine(TITLE, round(width(TITLE, _HEAD)))
    notes: list[Operation] = [_set(head, room, room.y, _HEAD, theme.text)]
    links: list[Link] = []
    inner = Rect(room.x + _INDENT, room.y, room.width - _INDENT, room.height)
    y = room.y + _top()
    for entry in entries:
        number = TextLine(f"[{entry.number}]", round(width(f"[{entry.number}]", _TEXT)))
        notes.append(_set(number, room, y, _TEXT, theme.muted))
        links += _links(entry, inner.x, y)
        for line in entry.lines:
            notes.append(_set(line, inner, y, _TEXT, theme.text))
            y += _TEXT.height
        y += _APART
    picture = Picture(*_EMPTY, theme.background)
    return Sheet(paper, picture, 1, room.x, room.y, notes=tuple(notes), links=tuple(links))


def _set(line: TextLine, room: Rect, top: float, font: Font, colour: str) -> Text:
    """Return a line as it is painted: from the left, or from the right where it runs leftwards."""
    align, x = ("l", room.x) if line.rightwards else ("r", room.right)
    base = top + font.size
    return Text(
        line.text, (x, base), line.width, align, font.size, font.bold, italic=False, colour=colour
    )


def _links(entry: _Entry, left: float, top: float) -> Iterator[Link]:
    if not is_address(entry.address):
        return
    for found in stretches(entry.address, [line.text for line in entry.lines], 0, entry.address):
        line = entry.lines[found.line]
        start = left + width(line.text[: found.start], _TEXT)
        long = width(line.text[found.start : found.stop], _TEXT)
        y = top + found.line * _TEXT.height
        if line.rightwards:
            yield Link(Rect(start, y, long, _TEXT.height), found.address)
