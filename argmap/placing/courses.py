"""From corner points to Bézier curves: straight stretches with rounded corners, turned as needed.

        ______            A corner is a quarter of a circle, as near as one cubic curve comes to
       /                  it; where a stretch is short the corner is smaller.
      |
"""

from __future__ import annotations

from collections.abc import Sequence

from argmap.placing.metrics import RADIUS
from argmap.placing.placed import Point

ARC = 0.5523
"""How far the inner points of a cubic quarter circle lie towards the corner, in radii."""


def rounded(corners: Sequence[Point]) -> list[Point]:
    """Return the Bézier points of a course through these corners."""
    points = [corners[0]]
    last = len(corners) - 1
    reach = [abs(b[0] - a[0]) + abs(b[1] - a[1]) for a, b in zip(corners, corners[1:], strict=False)]
    for n in range(1, last):
        radius = min(RADIUS, reach[n - 1] / (1 if n == 1 else 2), reach[n] / 2)
        if n + 1 == last:
            radius = min(RADIUS, reach[n - 1] / (1 if n == 1 else 2), max(0.0, reach[n] - 8), reach[n])
        _turn(points, corners[n - 1], corners[n], corners[n + 1], radius)
    _line(points, corners[last])
    return points


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
    kept: list[Point] = []
    for point in corners:
        if kept and abs(point[0] - kept[-1][0]) < 0.01 and abs(point[1] - kept[-1][1]) < 0.01:
            continue
        if len(kept) > 1 and _straight(kept[-2], kept[-1], point):
            kept[-1] = point
        else:
            kept.append(point)
    return kept if len(kept) > 1 else [kept[0], kept[0]]


def _straight(a: Point, b: Point, c: Point) -> bool:
    across = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])
    onwards = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1])
    return abs(across) < 0.01 and onwards >= 0
