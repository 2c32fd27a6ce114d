"""Bridges between pieces of one group that stand beside each other: so they are one ground.

Title______          Two grounds of a group with nothing but a gap between them are joined by a
| [a]      |         rectangle across it, if they stand in a column or row. Two pieces so joined are
|  ==      |         one, with one title. Where anything runs or stands in the gap, it stays open.
| [b]______|
"""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Iterator, Sequence

from argmap.frozen import frozen
from argmap.placing.courses import Point
from argmap.placing.free import Free
from argmap.placing.placed import Rect

GAP = 60
"""How far apart grounds may be that are joined."""
ALIGNED = 14
"""How far from each other their edges at the left, or at the top, may be."""
CELL = 256


@frozen
class Bridge:
    """What joins two pieces of a group, by their places among its pieces."""

    one: int
    other: int
    rect: Rect


class Gaps:
    """What is in the way of bridges in a picture."""

    def __init__(self, things: Iterable[Rect], lines: Iterable[Sequence[Point]]) -> None:
        self._free = Free(things, (math.inf, math.inf))
        for line in lines:
            self._free.take_line(line)

    def is_free(self, rect: Rect, related: Container[Rect]) -> bool:
        """Whether nothing is in a place but related grounds."""
        return self._free.is_free(rect, related)

    def bridges(
        self, pieces: Sequence[Sequence[Rect]], related: Container[Rect]
    ) -> Iterator[Bridge]:
        """Return the bridges between pieces of a group; related grounds are not in the way."""
        places = [(n, rect) for n, rects in enumerate(pieces) for rect in rects]
        for a, b in _close(places):
            (one, first), (other, second) = places[a], places[b]
            across = _across(first, second)
            if across and self.is_free(across, related):
                yield Bridge(one, other, across)


def _close(places: Sequence[tuple[int, Rect]]) -> list[tuple[int, int]]:
    """Return the pairs of rectangles that may be close to each other."""
    squares: dict[tuple[int, int], list[int]] = {}
    for place, (_, rect) in enumerate(places):
        for square in _squares(rect):
            squares.setdefault(square, []).append(place)
    return sorted(
        {
            (a, b)
            for found in squares.values()
            for at, a in enumerate(found)
            for b in found[at + 1 :]
        }
    )


def _squares(rect: Rect) -> Iterator[tuple[int, int]]:
    for column in range(int((rect.x - GAP) // CELL), int((rect.right + GAP) // CELL) + 1):
        for row in range(int((rect.y - GAP) // CELL), int((rect.bottom + GAP) // CELL) + 1):
            yield column, row


def _across(one: Rect, other: Rect) -> Rect | None:
    """Return the rectangle in the gap between two that stand in one column or row."""
    x, right = max(one.x, other.x), min(one.right, other.right)
    y, bottom = max(one.y, other.y), min(one.bottom, other.bottom)
    if abs(one.x - other.x) <= ALIGNED and right > x and 0 < y - bottom <= GAP:
        return Rect(x, bottom, right - x, y - bottom)
    if abs(one.y - other.y) <= ALIGNED and bottom > y and 0 < x - right <= GAP:
        return Rect(right, y, x - right, bottom - y)
    return None
