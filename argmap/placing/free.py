"""Free places in a picture: for signs and numbers by their lines, and for joining grounds."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise

from argmap.placing.courses import Point
from argmap.placing.placed import Rect, Size

CELL = 128
"""The size of the squares in which what is taken is looked up."""
AWAY = (4, 9, 18, 30)
"""How far from its line a sign may stand."""
NEAR = 110
"""How far from the end of its line a number may stand."""
CLEAR = 0.5
"""How far from a number anything else is."""
HEAD_ROOM, CORNER = 12, 3
"""How far from its head, and from a corner, a number on a line stands."""
STEP = 5
OFF = 3
"""How far from what its line begins on a sign stands."""
LINE = 1.5
"""How close a sign may come to a line that is not its own."""


class Free:
    """What is taken in a picture of a size."""

    def __init__(self, taken: Iterable[Rect], size: Size) -> None:
        self.size = size
        self.squares: dict[tuple[int, int], list[Rect]] = {}
        for rect in taken:
            self.take(rect)

    def take(self, rect: Rect) -> None:
        """Let nothing else stand there."""
        for square in squares(rect):
            self.squares.setdefault(square, []).append(rect)

    def take_line(self, way: Sequence[Point]) -> None:
        """Let nothing else stand on a line."""
        for rect in stretches(way):
            self.take(rect)

    def is_free(self, rect: Rect, own: Container[Rect] = ()) -> bool:
        """Whether a rectangle is inside the picture, and nothing but its own stands there."""
        if rect.x < 0 or rect.y < 0 or rect.right > self.size[0] or rect.bottom > self.size[1]:
            return False
        return not any(other not in own for other in self.within(rect))

    def within(self, rect: Rect) -> Iterator[Rect]:
        """Return what stands there, in part at least; some of it more than once."""
        return (
            other
            for square in squares(rect)
            for other in self.squares.get(square, ())
            if rect.x < other.right and other.x < rect.right
            and rect.y < other.bottom and other.y < rect.bottom
        )  # fmt: skip

    def beside(self, way: Sequence[Point], size: Size) -> Rect:
        """Take a free place beside a line, as close to it and to its start as there is one."""
        for away in AWAY:
            for rect in _places(way, size, away):
                if self.is_free(rect):
                    self.take(rect)
                    return rect
        rect = self._anywhere(size)
        self.take(rect)
        return rect

    def near_start(self, way: Sequence[Point], size: Size, own: Container[Rect]) -> Rect | None:
        """Return a free place on a line near its beginning, or beside it, if there is one.

        What is its own it may stand on.
        """
        near = _beginning(way)
        beside = (rect for away in AWAY[:2] for rect in _places(near, size, away))
        for rect in (*_on(way, size), *beside):
            far = math.dist(way[0], rect.middle)
            wide, high = rect.width + 2 * CLEAR, rect.height + 2 * CLEAR
            if far < NEAR and self.is_free(Rect(rect.x - CLEAR, rect.y - CLEAR, wide, high), own):
                return rect
        return None

    def _anywhere(self, size: Size) -> Rect:
        """Return the first free place from the top left; the picture grows if there is none."""
        wide, high = self.size
        for y in range(1, int(high - size[1]), STEP):
            for x in range(1, int(wide - size[0]), STEP):
                rect = Rect(x, y, *size)
                if self.is_free(rect):
                    return rect
        self.size = max(wide, size[0] + 2), high + size[1] + 2
        return Rect(1, high + 1, *size)


def stretches(way: Sequence[Point]) -> Iterator[Rect]:
    """Return what a line takes, stretch by stretch."""
    for (x0, y0), (x1, y1) in pairwise(way):
        x, y = min(x0, x1) - LINE, min(y0, y1) - LINE
        yield Rect(x, y, abs(x1 - x0) + 2 * LINE, abs(y1 - y0) + 2 * LINE)


def _beginning(way: Sequence[Point]) -> Sequence[Point]:
    """Return the stretches of a line that lie near its beginning, in part at least."""
    gone = 0.0
    for number, (one, other) in enumerate(pairwise(way), 2):
        gone += math.dist(one, other)
        if gone > 2 * NEAR:
            return way[:number]
    return way


def _on(way: Sequence[Point], size: Size) -> Iterator[Rect]:
    """Return places on the straight stretches of a line that are long enough, but for its head."""
    gone = 0.0
    for (x0, y0), (x1, y1) in pairwise(way):
        length = math.dist((x0, y0), (x1, y1))
        along = size[0] if abs(x1 - x0) >= abs(y1 - y0) else size[1]
        at = along / 2 + (HEAD_ROOM if not gone else CORNER)
        while at + along / 2 + CORNER <= length and gone + at < NEAR:
            x, y = x0 + (x1 - x0) * at / length, y0 + (y1 - y0) * at / length
            yield Rect(x - size[0] / 2, y - size[1] / 2, *size)
            at += STEP
        gone += length


def squares(rect: Rect) -> Iterator[tuple[int, int]]:
    """Return the squares in which a rectangle lies."""
    for column in range(int(rect.x // CELL), int(rect.right // CELL) + 1):
        for row in range(int(rect.y // CELL), int(rect.bottom // CELL) + 1):
            yield column, row


def _places(way: Sequence[Point], size: Size, away: float) -> Iterator[Rect]:
    """Return places on both sides of a line, from its start on."""
    wide, high = size
    for (x0, y0), (x1, y1) in pairwise(way):
        length = max(abs(x1 - x0), abs(y1 - y0))
        across = abs(x1 - x0) >= abs(y1 - y0)
        for step in range(1, int((length - OFF) // STEP) + 1):
            share = (step * STEP + OFF) / length
            x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
            if across:
                yield Rect(x - wide / 2, y - away - high, wide, high)
                yield Rect(x - wide / 2, y + away, wide, high)
            else:
                yield Rect(x + away, y - high / 2, wide, high)
                yield Rect(x - away - wide, y - high / 2, wide, high)
