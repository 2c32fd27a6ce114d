"""Courses of cross links: the cheapest way round cards, along lines between them.

|        |            The lines run a little beside the edges of all cards. A way may turn
---+--------+---         where two of them meet; turning costs, crossing an arrow costs, and
| [card] |            running along one costs most. Nothing leads through a card.
---+--------+---
"""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import pairwise

from argmap.placing.courses import Point
from argmap.placing.placed import Rect

BESIDE = 8
"""How far beside a card's edge a line runs."""
TURN = 40
"""What a turn costs, in points of way,"""
CROSSING = 150
"""and to cross an arrow: a way that crosses few of them is easier to follow than a short one."""
ALONG = 400
"""What each step costs that runs along an arrow."""
EDGE_CROSSING, EDGE_ALONG = 4, 60
"""What the edge of a halo costs to cross, and to run along: there a line is hard to see."""
CLOSE = 7
"""How close a line may come to an arrow without running along it, or into its head."""
GATE = 4
"""How far from a card's edge a way out of it begins at least."""
NEAR = 12
"""How close it is taken for a part of the arrow,"""
NEARBY = 8
"""and what each step as near as that costs."""
SPREAD = 14
"""Between the places on a card's edge where a cross link may start or end."""
MARKS = 3
"""How many such places there are on each side of the middle of an edge."""

Key = tuple[int, int, int]
"""A place on the grid (column, row), and whether one came to it across (0) or down (1)."""
Gate = tuple[int, int, int, Point]
"""A place beside a card, the way one leaves by, and the point on the card's edge."""


class Grid:
    """The lines between things, and what it costs to go along them."""

    def __init__(self, obstacles: Sequence[Rect], extra: Iterable[Rect], size: Point) -> None:
        xs: set[float] = {3, size[0] - 3}
        ys: set[float] = {3, size[1] - 3}
        for rect in obstacles:
            xs |= {rect.x - BESIDE, rect.right + BESIDE}
            ys |= {rect.y - BESIDE, rect.bottom + BESIDE}
        for rect in extra:
            xs.update(_marks(rect.x, rect.width))
            ys.update(_marks(rect.y, rect.height))
        self.xs = _thinned(x for x in xs if 0 <= x <= size[0])
        self.ys = _thinned(y for y in ys if 0 <= y <= size[1])
        wide, high = len(self.xs), len(self.ys)
        self.across = [[0.0] * wide for _ in range(high)]
        """What it costs, besides its length, to go from a column to the next one, row by row."""
        self.down = [[0.0] * high for _ in range(wide)]
        for rect in obstacles:
            self._block(rect)

    def _block(self, rect: Rect) -> None:
        """Let nothing lead through a rectangle, or closer to it than half a line."""
        near = BESIDE / 2
        x0, x1 = rect.x - near, rect.right + near
        y0, y1 = rect.y - near, rect.bottom + near
        columns = range(max(0, bisect_left(self.xs, x0) - 1), bisect_right(self.xs, x1))
        rows = range(max(0, bisect_left(self.ys, y0) - 1), bisect_right(self.ys, y1))
        for row in rows:
            if y0 < self.ys[row] < y1:
                line = self.across[row]
                for column in columns:
                    line[column] = math.inf
        for column in columns:
            if x0 < self.xs[column] < x1:
                line = self.down[column]
                for row in rows:
                    line[row] = math.inf

    def note(
        self, course: Sequence[Point], crossing: float = CROSSING, along: float = ALONG
    ) -> None:
        """Make it costly to cross a course, and very costly to run along it."""
        for (x0, y0), (x1, y1) in pairwise(course):
            if abs(y0 - y1) < 1:
                _add(self.across, _along(self.xs, x0, x1), _close(self.ys, y0), along)
                _add(self.across, _along(self.xs, x0, x1), _close(self.ys, y0, NEAR), NEARBY)
                _add(self.down, _gap(self.ys, y0), _between(self.xs, *sorted((x0, x1))), crossing)
            elif abs(x0 - x1) < 1:
                _add(self.down, _along(self.ys, y0, y1), _close(self.xs, x0), along)
                _add(self.down, _along(self.ys, y0, y1), _close(self.xs, x0, NEAR), NEARBY)
                _add(self.across, _gap(self.xs, x0), _between(self.ys, *sorted((y0, y1))), crossing)

    def gates(self, rect: Rect) -> list[Gate]:
        """Return the ways out of a card: places beside it from where its edge is right across."""
        found: list[Gate] = []
        inset = min(10.0, rect.width / 3)
        for column in _between(self.xs, rect.x + inset, rect.right - inset):
            x = self.xs[column]
            above = bisect_left(self.ys, rect.y - GATE) - 1
            under = bisect_right(self.ys, rect.bottom + GATE)
            if above >= 0:
                found.append((column, above, 1, (x, rect.y)))
            if under < len(self.ys):
                found.append((column, under, 1, (x, rect.bottom)))
        inset = min(8.0, rect.height / 3)
        for row in _between(self.ys, rect.y + inset, rect.bottom - inset):
            y = self.ys[row]
            left = bisect_left(self.xs, rect.x - GATE) - 1
            right = bisect_right(self.xs, rect.right + GATE)
            if left >= 0:
                found.append((left, row, 0, (rect.x, y)))
            if right < len(self.xs):
                found.append((right, row, 0, (rect.right, y)))
        return found

    def way(self, start: Sequence[Gate], goal: Sequence[Gate]) -> list[Point] | None:
        """Return the corners of the cheapest way from one of some gates to another, if any."""
        goals = {(column, row, way): edge for column, row, way, edge in goal}
        if not goals or not start:
            return None
        xs, ys = self.xs, self.ys
        low_x, high_x = min(xs[g[0]] for g in goal), max(xs[g[0]] for g in goal)
        low_y, high_y = min(ys[g[1]] for g in goal), max(ys[g[1]] for g in goal)

        def left_over(column: int, row: int) -> float:
            x, y = xs[column], ys[row]
            return max(low_x - x, 0, x - high_x) + max(low_y - y, 0, y - high_y)

        cost: dict[Key, float] = {}
        came: dict[Key, Key | Point] = {}
        heap: list[tuple[float, float, Key]] = []
        for column, row, way, edge in start:
            key = (column, row, way)
            first = abs(edge[0] - xs[column]) + abs(edge[1] - ys[row])
            if first < cost.get(key, math.inf):
                cost[key], came[key] = first, edge
                heap.append((first + left_over(column, row), first, key))
        heapq.heapify(heap)
        while heap:
            _, spent, key = heapq.heappop(heap)
            if spent > cost[key]:
                continue
            if key in goals:
                return self._back(key, came, goals[key])
            for following, more in self._next(key, goals):
                total = spent + more
                if total < cost.get(following, math.inf):
                    cost[following], came[following] = total, key
                    heapq.heappush(heap, (total + left_over(*following[:2]), total, following))
        return None

    def _next(self, key: Key, goals: Container[Key]) -> list[tuple[Key, float]]:
        column, row, way = key
        xs, ys = self.xs, self.ys
        across, down = self.across[row], self.down[column]
        found: list[tuple[Key, float]] = []
        turn = TURN if way else 0
        if column + 1 < len(xs) and (more := across[column]) < math.inf:
            found.append(((column + 1, row, 0), xs[column + 1] - xs[column] + more + turn))
        if column and (more := across[column - 1]) < math.inf:
            found.append(((column - 1, row, 0), xs[column] - xs[column - 1] + more + turn))
        turn = 0 if way else TURN
        if row + 1 < len(ys) and (more := down[row]) < math.inf:
            found.append(((column, row + 1, 1), ys[row + 1] - ys[row] + more + turn))
        if row and (more := down[row - 1]) < math.inf:
            found.append(((column, row - 1, 1), ys[row] - ys[row - 1] + more + turn))
        if (column, row, 1 - way) in goals:  # it need not go past that corner and come back
            found.append(((column, row, 1 - way), TURN))
        return found

    def _back(self, key: Key, came: Mapping[Key, Key | Point], end: Point) -> list[Point]:
        points: list[Point] = [end]
        at: Key | Point = key
        while len(at) == 3:
            points.append((self.xs[int(at[0])], self.ys[int(at[1])]))
            at = came[at]
        points.append(at)
        points.reverse()
        return points


def _add(costs: Sequence[list[float]], places: range, lines: range, cost: float) -> None:
    """Make some places on some lines cost more."""
    for line in lines:
        for place in places:
            costs[line][place] += cost


def _along(places: Sequence[float], start: float, end: float) -> range:
    """Return the steps from place to place that lie between two points, in part at least."""
    low, high = sorted((start, end))
    return range(
        max(0, bisect_left(places, low) - 1), min(bisect_right(places, high), len(places) - 1)
    )


def _close(places: Sequence[float], at: float, by: float = CLOSE) -> range:
    return _between(places, at - by, at + by)


def _gap(places: Sequence[float], at: float) -> range:
    """Return the step from place to place that a point lies in, as a range."""
    gap = bisect_right(places, at) - 1
    return range(max(gap, 0), gap + 1)


def _between(places: Sequence[float], low: float, high: float) -> range:
    return range(bisect_left(places, low), bisect_right(places, high))


def _marks(start: float, length: float) -> Iterable[float]:
    """Return places on an edge where a cross link may end: its middle, and on both sides of it."""
    middle = start + length / 2
    count = min(MARKS, max(0, int((length / 2 - 10) // SPREAD)))
    return [middle + SPREAD * n for n in range(-count, count + 1)]


def _thinned(places: Iterable[float]) -> list[float]:
    """Return places in order, without those that are next to another."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > 1:
            found.append(place)
    return found
