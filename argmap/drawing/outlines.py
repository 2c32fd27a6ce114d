"""The outline of rectangles that together are one ground: rings with rounded corners.

+-----+              A sweep from left to right: between two edges, the rectangles there are
|     +---+          merged to intervals of y. Where an interval begins or ends is a line
+--+      |          across, and what differs from one strip to the next is a line down. Joined
+------+          at their ends, clockwise, the lines are rings: the outer one, and holes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from argmap.frozen import frozen
from argmap.placing.courses import Point
from argmap.placing.placed import Rect

RADIUS = 8.0
"""Of the corners, in points; shorter where there is no room."""
SMALLEST = 2400.0
"""The area of the smallest hole that stays open, in square points: no card is as small."""
_ARC = 0.5523
"""How far the inner points of a cubic quarter circle lie towards the corner, in radii."""

_Interval = tuple[float, float]
_Line = tuple[Point, Point]


@frozen
class Ground:
    """A connected ground by the corners of its outer ring and of its holes."""

    ring: tuple[Point, ...]
    holes: tuple[tuple[Point, ...], ...]

    @property
    def bounds(self) -> Rect:
        """The smallest rectangle around it."""
        xs, ys = [x for x, _ in self.ring], [y for _, y in self.ring]
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    def has(self, at: Point) -> bool:
        """Whether a point lies within the outer ring."""
        following = (*self.ring[1:], self.ring[0])
        crossed = [
            a[0] > at[0]
            for a, b in zip(self.ring, following, strict=True)
            if a[0] == b[0] and min(a[1], b[1]) <= at[1] < max(a[1], b[1])
        ]
        return sum(crossed) % 2 == 1


def grounds(rects: Sequence[Rect]) -> list[Ground]:
    """Return the connected grounds that rectangles make together, from left to right."""
    found = [tuple(ring) for ring in rings(rects)]
    outer = [Ground(ring, ()) for ring in found if area(ring) > 0]
    inner = [ring for ring in found if area(ring) < -SMALLEST]
    return [
        replace(one, holes=tuple(hole for hole in inner if _around(hole, outer) is one))
        for one in outer
    ]


def _around(hole: Sequence[Point], outer: Sequence[Ground]) -> Ground | None:
    """Return the smallest ground around a hole: around a point within its upper left corner."""
    x, y = min(hole)
    around = [one for one in outer if one.has((x + 0.01, y + 0.01))]
    return min(around, key=lambda one: area(one.ring), default=None)


def rings(rects: Sequence[Rect]) -> list[list[Point]]:
    """Return the corners of each ring around rectangles; holes run the other way round."""
    onwards: dict[Point, list[Point]] = {}
    for start, end in _lines(rects):
        onwards.setdefault(start, []).append(end)
    found = []
    while onwards:
        start = next(iter(onwards))
        ring = [start]
        while (at := _step(onwards, ring)) != start:
            ring.append(at)
        found.append(_corners(ring))
    return found


def area(ring: Sequence[Point]) -> float:
    """Return the area in a ring; that of a hole is negative."""
    following = (*ring[1:], ring[0])
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, following, strict=True)) / 2


def rounded(ring: Sequence[Point]) -> list[Point]:
    """Return a ring as cubic Bézier curves, a start and three points for each."""
    points: list[Point] = []
    for n, corner in enumerate(ring):
        before, after = ring[n - 1], ring[(n + 1) % len(ring)]
        reach = min(_distance(before, corner), _distance(corner, after)) / 2
        radius = min(RADIUS, reach)
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        rest = radius * (1 - _ARC)
        if points:
            points += _straight(points[-1], start)
        else:
            points.append(start)
        points += [_towards(corner, before, rest), _towards(corner, after, rest), end]
    return [*points, *_straight(points[-1], points[0])]


def _lines(rects: Sequence[Rect]) -> Iterator[_Line]:
    """Return the lines of all rings, with the ground on their right hand."""
    begin: dict[float, list[_Interval]] = {}
    ended: dict[float, list[_Interval]] = {}
    for rect in rects:
        interval = (rect.y, rect.bottom)
        begin.setdefault(rect.x, []).append(interval)
        ended.setdefault(rect.right, []).append(interval)
    active: list[_Interval] = []
    before: list[_Interval] = []
    edges = sorted({*begin, *ended})
    for x, following in zip(edges, (*edges[1:], edges[-1]), strict=True):
        for interval in ended.get(x, ()):
            active.remove(interval)
        active += begin.get(x, ())
        now = _merged(active)
        for y0, y1 in _without(now, before):
            yield (x, y1), (x, y0)
        for y0, y1 in _without(before, now):
            yield (x, y0), (x, y1)
        for y0, y1 in now:
            yield (x, y0), (following, y0)
            yield (following, y1), (x, y1)
        before = now


def _merged(intervals: Iterable[_Interval]) -> list[_Interval]:
    found: list[_Interval] = []
    for low, high in sorted(intervals):
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def _without(intervals: Iterable[_Interval], others: Sequence[_Interval]) -> Iterator[_Interval]:
    """Return what of merged intervals no other merged one covers."""
    for low, high in intervals:
        free = low
        for start, end in others:
            if end > free and start < high:
                if start > free:
                    yield free, start
                free = end
        if free < high:
            yield free, high


def _step(onwards: dict[Point, list[Point]], ring: Sequence[Point]) -> Point:
    """Return the next point of a ring, and take its line away.

    Where two grounds touch at a corner, the line that turns right stays with its own.
    """
    at = ring[-1]
    ways = onwards[at]
    best = ways[0]
    if len(ways) > 1 and len(ring) > 1:
        before = ring[-2]
        best = max(ways, key=lambda to: _turn(before, at, to))
    ways.remove(best)
    if not ways:
        del onwards[at]
    return best


def _turn(a: Point, b: Point, c: Point) -> float:
    """Return more than 0 where a way turns right (y grows downwards), 0 where it goes on."""
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])


def _corners(ring: Sequence[Point]) -> list[Point]:
    """Return a ring without the points at which it only goes on."""
    following = (*ring[1:], ring[0])
    before = (ring[-1], *ring[:-1])
    return [at for a, at, c in zip(before, ring, following, strict=True) if _turn(a, at, c)]


def _distance(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(start: Point, end: Point, by: float) -> Point:
    far = _distance(start, end)
    return start[0] + (end[0] - start[0]) * by / far, start[1] + (end[1] - start[1]) * by / far


def _straight(start: Point, end: Point) -> list[Point]:
    right, down = (end[0] - start[0]) / 3, (end[1] - start[1]) / 3
    return [(start[0] + right, start[1] + down), (end[0] - right, end[1] - down), end]
