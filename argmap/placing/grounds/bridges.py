"""Bridges between pieces of one group that stand beside each other: so they are one ground.

Title______          Two grounds of a group with nothing but a gap between them are joined by a
| [a]      |         rectangle across it, if they stand in a column or row. Two pieces so joined are
|  ==      |         one, with one title. Arrows between cards of the group lie on its ground; where
| [b]______|         anything else runs or stands in the gap, it stays open.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from argmap.frozen import frozen
from argmap.placing.courses import Point
from argmap.placing.free import CELL, LINE, Free, squares, stretches
from argmap.placing.grounds.own import Own
from argmap.placing.placed import Rect

GAP = 60
"""How far apart grounds may be that are joined."""
ALIGNED = 14
"""How far from each other their edges at the left, or at the top, may be."""


@frozen
class Bridge:
    """What joins two pieces of a group, by their places among its pieces."""

    one: int
    other: int
    rect: Rect
    down: bool
    """Whether one is below the other; else they are beside each other."""

    def cuts(self, sign: Rect) -> bool:
        """Whether one of its edges would run through a sign."""
        rect = self.rect
        if self.down:
            return not (rect.x <= sign.x and sign.right <= rect.right)
        return not (rect.y <= sign.y and sign.bottom <= rect.bottom)


class Gaps:
    """What is in the way of bridges: of all that is in a picture, what is close to some places.

    A large picture holds many things, and few of them are near a gap between two grounds.
    """

    def __init__(self, places: Iterable[Rect]) -> None:
        self._free = Free((), (math.inf, math.inf))
        self._squares = {square for place in places for square in squares(place)}
        self._owners: dict[Rect, list[str]] = {}
        self._signs: set[Rect] = set()

    def take_sign(self, sign: Rect, owner: str) -> None:
        """Let no bridge stand where a sign does, or run its edge through one of its own."""
        self.take(sign, owner)
        self._signs.add(sign)

    def take(self, thing: Rect, owner: str = "") -> None:
        """Let no bridge stand where a thing does, which may belong to a relation."""
        if self._is_near(thing.x, thing.y, thing.right, thing.bottom):
            self._free.take(thing)
            self._owners.setdefault(thing, []).append(owner)

    def take_line(self, way: Sequence[Point], owner: str) -> None:
        """Let no bridge stand on a line of a relation."""
        x0, y0 = way[0]
        for x1, y1 in way[1:]:
            left, right = (x0, x1) if x0 < x1 else (x1, x0)
            top, bottom = (y0, y1) if y0 < y1 else (y1, y0)
            if self._is_near(left - LINE, top - LINE, right + LINE, bottom + LINE):
                for stretch in stretches(((x0, y0), (x1, y1))):
                    self._free.take(stretch)
                    self._owners.setdefault(stretch, []).append(owner)
            x0, y0 = x1, y1

    def _is_near(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether something is in a square in which one of the places is."""
        first, last = int(left // CELL), int(right // CELL)
        low, high = int(top // CELL), int(bottom // CELL)
        if first == last and low == high:
            return (first, low) in self._squares
        return any(
            (column, row) in self._squares
            for column in range(first, last + 1)
            for row in range(low, high + 1)
        )

    def is_free(self, rect: Rect, own: Own) -> bool:
        """Whether nothing is in a place but what is a group's own."""
        return self._free.is_free(rect, _Mine(self._owners, own))

    def has_room_for(self, bridge: Bridge, own: Own) -> bool:
        """Whether nothing is in the way of a bridge but what is a group's own."""
        cut = (one for one in self._free.within(bridge.rect) if one in self._signs)
        return self.is_free(bridge.rect, own) and not any(map(bridge.cuts, cut))


class _Mine:
    """A container of all that is a group's own among what has been taken."""

    def __init__(self, owners: dict[Rect, list[str]], own: Own) -> None:
        self.owners = owners
        self.own = own

    def __contains__(self, rect: object) -> bool:
        return rect in self.own.grounds or (
            isinstance(rect, Rect) and self.own.relations >= set(self.owners[rect])
        )


def bridges(pieces: Sequence[Sequence[Rect]], strips: AbstractSet[Rect]) -> list[Bridge]:
    """Return the bridges that there may be between pieces of a group.

    Strips beside cards are no grounds to build on: what they join would hang by a thread.
    """
    places = [(n, rect) for n, rects in enumerate(pieces) for rect in rects if rect not in strips]
    found: list[Bridge] = []
    for a, b in _close([rect for _, rect in places]):
        (one, first), (other, second) = places[a], places[b]
        across = _across(first, second)
        if across:
            found.append(Bridge(one, other, *across))
    return found


def _close(places: Sequence[Rect]) -> list[tuple[int, int]]:
    """Return the pairs that stand in one column or row, close behind each other."""
    boxes = [(rect.x, rect.y, rect.right, rect.bottom) for rect in places]
    columns = _behind([(x, y, bottom) for x, y, _, bottom in boxes])
    rows = _behind([(y, x, right) for x, y, right, _ in boxes])
    return sorted({(min(pair), max(pair)) for pair in (*columns, *rows)})


def _behind(spans: Sequence[tuple[float, float, float]]) -> Iterator[tuple[int, int]]:
    """Return which span begins close behind which in a line, given line, beginning and end."""
    lines: dict[int, list[tuple[float, int]]] = {}
    for number, (line, start, _) in enumerate(spans):
        lines.setdefault(int(line // ALIGNED), []).append((start, number))
    for some in lines.values():
        some.sort()
    for number, (line, _, end) in enumerate(spans):
        near = int(line // ALIGNED)
        for some in [lines[near + step] for step in (-1, 0, 1) if near + step in lines]:
            first = bisect_left(some, (end, -1))
            for start, other in islice(some, first, None):
                if start > end + GAP:
                    break
                yield number, other


def _across(one: Rect, other: Rect) -> tuple[Rect, bool] | None:
    """Return the rectangle in the gap between two, and whether they stand in one column."""
    x, right = max(one.x, other.x), min(one.right, other.right)
    y, bottom = max(one.y, other.y), min(one.bottom, other.bottom)
    if abs(one.x - other.x) <= ALIGNED and right > x and 0 < y - bottom <= GAP:
        return Rect(x, bottom, right - x, y - bottom), True
    if abs(one.y - other.y) <= ALIGNED and bottom > y and 0 < x - right <= GAP:
        return Rect(right, y, x - right, bottom - y), False
    return None
