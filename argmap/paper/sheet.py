r"""A sheet of paper: a picture at its place, or a part of it, with what is printed around it.

+-------------------------+
| ·     margin          · |   The picture is scaled into the room inside the margins. Where it is
|   +-----------------+   |   spread over several sheets, each shows a window of it that overlaps
|   |  room, window   |   |   the next one's, with marks in the margin where to cut and to glue.
|   +-----------------+   |
| · title     3 of 9    · |
+-------------------------+
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from argmap.drawing.dot.labels import one_line, shortened
from argmap.drawing.picture import Form, Operation, Pen, Picture, Point, Shape, Text
from argmap.drawing.text.measure import Font
from argmap.drawing.theme import Theme
from argmap.frozen import frozen
from argmap.paper.book import Paper, Running
from argmap.placing.pages import MM
from argmap.placing.placed import Rect

OVERLAP = 10 * MM
"""How much of a picture two neighbouring sheets both show, in points."""

_NOTE = Font(8)
_INSET = 4.0
"""How far what stands at the foot is from the sides of the room, in points."""
_MARK = 12.0
"""The length of a mark for cutting, in points."""


@frozen
class Link:
    """Where a click on a part of a sheet leads: to an address, or to a page, counted from 1."""

    rect: Rect
    address: str = ""
    page: int = 0


@frozen
class Sheet:
    """A picture on paper: how large, where its left top corner is, and what of it is seen."""

    paper: Paper
    picture: Picture
    scale: float
    left: float
    top: float
    window: Rect | None = None
    """The part of the sheet on which the picture is seen; None is all of it."""
    notes: tuple[Operation, ...] = ()
    """What is printed around the picture."""
    links: tuple[Link, ...] = ()
    title: str = ""
    """What the sheet is called in the table of contents."""

    def at(self, rect: Rect) -> Rect:
        """Return a rectangle of the picture where it is on the sheet."""
        x, y = self.left + rect.x * self.scale, self.top + rect.y * self.scale
        return Rect(x, y, rect.width * self.scale, rect.height * self.scale)


def fitted(picture: Picture, paper: Paper) -> Sheet:
    """Return a picture in the middle of one sheet, as large as it may be there."""
    room = paper.room
    scale = min(paper.largest, room.width / picture.width, room.height / picture.height)
    left = room.x + (room.width - picture.width * scale) / 2
    top = room.y + (room.height - picture.height * scale) / 2
    return Sheet(paper, picture, scale, left, top)


def tiled(picture: Picture, paper: Paper, scale: float, theme: Theme) -> list[Sheet]:
    """Return a picture on as many sheets as its scaled size takes, row by row."""
    room = paper.room
    across = _count(picture.width * scale, room.width)
    down = _count(picture.height * scale, room.height)
    if (across, down) == (1, 1):
        left = room.x + (room.width - picture.width * scale) / 2
        top = room.y + (room.height - picture.height * scale) / 2
        return [Sheet(paper, picture, scale, left, top)]
    step_x, step_y = room.width - OVERLAP, room.height - OVERLAP
    spare_x = step_x * across + OVERLAP - picture.width * scale
    spare_y = step_y * down + OVERLAP - picture.height * scale
    return [
        Sheet(
            paper,
            picture,
            scale,
            room.x + spare_x / 2 - step_x * column,
            room.y + spare_y / 2 - step_y * row,
            room,
            tuple(_marks(room, theme, (column, across), (row, down))),
            title=f"Row {row + 1}, column {column + 1}",
        )
        for row in range(down)
        for column in range(across)
    ]


def numbered(sheets: Sequence[Sheet], running: Running, theme: Theme) -> list[Sheet]:
    """Return sheets with what stands at their feet."""
    found = []
    for number, sheet in enumerate(sheets, 1):
        count = f"{number} of {len(sheets)}" if running.counted and len(sheets) > 1 else ""
        tile = sheet.title if sheet.window else ""
        middle = " · ".join(part for part in (tile, running.date) if part)
        notes = _foot(sheet.paper, (running.title, middle, count), theme)
        found.append(replace(sheet, notes=(*sheet.notes, *notes)))
    return found


def _foot(paper: Paper, words: tuple[str, str, str], theme: Theme) -> Iterator[Text]:
    """Return words at the left, in the middle and at the right of the margin below the room."""
    room = paper.room
    below = paper.height - room.bottom
    if below < _NOTE.size:
        return
    base = room.bottom + below / 2 + _NOTE.size / 3
    shares = (0.0, 0.5, 1.0)
    for said, share in zip(words, shares, strict=True):
        if said:
            line = shortened(one_line(said, _NOTE), room.width * 0.4, _NOTE)
            inset = _INSET * (1 - 2 * share)  # clear of the marks in the corners
            at = room.x + inset + share * (room.width - line.width), base
            align = "l" if line.rightwards else "r"
            if align == "r":
                at = at[0] + line.width, base
            yield Text(
                line.text,
                at,
                line.width,
                align,
                _NOTE.size,
                bold=False,
                italic=False,
                colour=theme.muted,
            )


def _count(length: float, room: float) -> int:
    """Return how many sheets a length takes that overlap each other."""
    return max(1, math.ceil(round((length - OVERLAP) / (room - OVERLAP), 6)))


def _marks(
    room: Rect, theme: Theme, column: tuple[int, int], row: tuple[int, int]
) -> Iterator[Shape]:
    """Return marks in the margin: corners to cut at, and dashes where the next sheet is glued."""
    for x in (room.x, room.right):
        for y, away in ((room.y, -_MARK), (room.bottom, _MARK)):
            yield _line((x, y + away / 3), (x, y + away), theme)
    for y in (room.y, room.bottom):
        for x, away in ((room.x, -_MARK), (room.right, _MARK)):
            yield _line((x + away / 3, y), (x + away, y), theme)
    if column[0] + 1 < column[1]:
        x = room.right - OVERLAP
        for y, away in ((room.y, -_MARK), (room.bottom, _MARK)):
            yield _line((x, y + away / 3), (x, y + away), theme, glued=True)
    if row[0] + 1 < row[1]:
        y = room.bottom - OVERLAP
        for x, away in ((room.x, -_MARK), (room.right, _MARK)):
            yield _line((x + away / 3, y), (x + away, y), theme, glued=True)


def _line(start: Point, end: Point, theme: Theme, *, glued: bool = False) -> Shape:
    width = 1.5 if glued else 0.5
    return Shape(Form.LINE, (start, end), Pen(theme.muted, width))
