"""From corner points to Bézier curves: straight stretches with rounded corners, turned as needed.

  ______          A corner is a quarter of a circle, as near as one cubic curve comes to
 /                it; where a stretch is short the corner is smaller. Arrows that run
|                 together from a corner on round it alike, or one would cut the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from argmap.placing.metrics import RADIUS

LEAST = 2
"""How much of a short stretch is left for its corner that is further from the head, at least."""
HEAD = 8
"""How long the last stretch stays straight for the head of the arrow, where it is long enough."""
Point: TypeAlias = tuple[float, float]

ARC = 0.5523
"""How far the inner points of a cubic quarter circle lie towards the corner, in radii."""


class Line:
    """A line through corners; its curves are worked out when they are first asked for.

    Its last stretch is straight and ends on the border of what it leads to.
    """

    __slots__ = ("_points", "corners", "flipped", "sideways")

    def __init__(
        self, corners: Sequence[Point], *, flipped: bool = False, sideways: bool = False
    ) -> None:
        self.corners = corners
        self.flipped = flipped
        """Whether it is to be turned upside down,"""
        self.sideways = sideways
        """and whether x and y are to be exchanged then."""
        self._points: tuple[Point, ...] | None = None

    @property
    def points(self) -> tuple[Point, ...]:
        """The Bézier points: a start, then three for each cubic curve."""
        if self._points is None:
            points = rounded(without_repeats(self.corners))
            if self.flipped:
                points = [(x, -y) for x, y in points]
            if self.sideways:
                points = [(y, x) for x, y in points]
            self._points = tuple(points)
        return self._points


def rounded(corners: Sequence[Point]) -> list[Point]:
    """Return the Bézier points of a course through these corners."""
    points = [corners[0]]
    last = len(corners) - 1
    radii = _radii([abs(x - a) + abs(y - b) for (a, b), (x, y) in pairwise(corners)])
    for n in range(1, last):
        _turn(points, corners[n - 1], corners[n], corners[n + 1], radii[n])
    _line(points, corners[last])
    return points


def _radii(reach: Sequence[float]) -> list[float]:
    """Return the radius of each corner between stretches that reach so far, and of both ends: 0.

    Where a stretch is short, its corner that is nearer the head is the larger one: others share it.
    """
    radii = [0.0] * (len(reach) + 1)
    room = reach[-1] - HEAD
    for n in range(len(reach) - 1, 0, -1):
        before = reach[n - 1] if n == 1 else max(reach[n - 1] / 2, reach[n - 1] - LEAST)
        radii[n] = max(0.0, min(RADIUS, before, room))
        room = reach[n - 1] - radii[n]
    return radii


def _turn(points: list[Point], before: Point, corner: Point, after: Point, radius: float) -> None:
    """Go on towards a corner and round it."""
    x, y = corner
    in_x, in_y = _unit(before, corner)
    out_x, out_y = _unit(corner, after)
    start = (x - in_x * radius, y - in_y * radius)
    end = (x + out_x * radius, y + out_y * radius)
    _line(points, start)
    if radius <= 0:
        return
    rest = radius * (1 - ARC)
    points += [(x - in_x * rest, y - in_y * rest), (x + out_x * rest, y + out_y * rest), end]


def _line(points: list[Point], end: Point) -> None:
    x, y = points[-1]
    right, down = (end[0] - x) / 3, (end[1] - y) / 3
    if right or down or len(points) == 1:
        points += [(x + right, y + down), (x + 2 * right, y + 2 * down), end]


def _unit(start: Point, end: Point) -> Point:
    right, down = end[0] - start[0], end[1] - start[1]
    if not right:
        return (0.0, 1.0 if down > 0 else -1.0 if down else 0.0)
    if not down:
        return (1.0 if right > 0 else -1.0, 0.0)
    length = (right * right + down * down) ** 0.5
    return (right / length, down / length)


def without_repeats(corners: Sequence[Point]) -> list[Point]:
    """Return corner points without those that change nothing: repeated ones, and straight on."""
    kept = [corners[0]]
    x, y = corners[0]
    in_x = in_y = 0.0
    for point in corners[1:]:
        right, down = point[0] - x, point[1] - y
        if -0.01 < right < 0.01 and -0.01 < down < 0.01:
            continue
        if -0.01 < in_x * down - in_y * right < 0.01 and in_x * right + in_y * down > 0:
            kept[-1] = point
        else:
            kept.append(point)
        in_x, in_y = right, down
        x, y = point
    return kept if len(kept) > 1 else [kept[0], kept[0]]
