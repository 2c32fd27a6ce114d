"""Courses of cross links: the cheapest way round cards, along lines between them.

|        |            The lines run a little beside the edges of all cards. A way may turn
---+--------+---         where two of them meet; turning costs, crossing an arrow costs, and
| [card] |            running along one costs most. Nothing leads through a card.
---+--------+---
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from argmap.placing.courses import Point
from argmap.placing.cross_links.search import Gate, Guided, Search
from argmap.placing.cross_links.squares import Lines, Passing, Squares
from argmap.placing.placed import Rect

BESIDE = 8
"""How far beside a card's edge a line runs."""
OUTSIDE = 6
"""How far outside of the ground of a group one runs."""
MANY = 150
"""Of more cards, joints, signs and titles than this, lines run beside the cards alone:"""
SMALL = 16
"""beside nothing that is less wide or high than this. And"""
APART = 3.9
"""lines keep apart so much: no less than lets one lead through any gap that has room for it."""
TURN = 40
"""What a turn costs, in points of way,"""
CROSSING = 150
"""and to cross an arrow: a way that crosses few of them is easier to follow than a short one."""
ALONG = 400
"""What each step costs that runs along an arrow."""
CLOSE = 7
"""How close a line may come to an arrow without running along it, or into its head."""
GATE = 4
"""How far from a card's edge a way out of it begins at least."""
HEAD, OVER_HEAD = 15, 250
"""How long the head of an arrow is with some air, and what it costs more to cross that."""
NEAR = 12
"""How close it is taken for a part of the arrow,"""
NEARBY = 8
"""and what each step as near as that costs."""
EDGE_CROSSING, EDGE_ALONG, EDGE_CLOSE = 4, 60, 4
"""The same of the edge of a halo, beside which a line is hard to see."""
SPREAD = 14
"""Between the places on a card's edge where a cross link may start or end."""
MARKS = 3
"""How many such places there are on each side of the middle of an edge."""


class Grid:
    """The lines between things, and what it costs to go along them."""

    def __init__(
        self,
        obstacles: Sequence[Rect],
        ends: Sequence[Rect],
        grounds: Sequence[Rect],
        size: Point,
    ) -> None:
        xs: set[float] = {3, size[0] - 3}
        ys: set[float] = {3, size[1] - 3}
        apart = APART if len(obstacles) > MANY else 1
        beside = obstacles
        if len(obstacles) > MANY:
            beside = [one for one in obstacles if min(one.width, one.height) > SMALL]
        for rects, away in ((beside, BESIDE), (grounds, OUTSIDE)):
            for rect in rects:
                xs |= {rect.x - away, rect.right + away}
                ys |= {rect.y - away, rect.bottom + away}
        marks_x = [x for rect in ends for x in _marks(rect.x, rect.width)]
        marks_y = [y for rect in ends for y in _marks(rect.y, rect.height)]
        self.xs = _thinned(marks_x, xs, size[0], apart)
        self.ys = _thinned(marks_y, ys, size[1], apart)
        wide, high = len(self.xs), len(self.ys)
        self.across = [[0.0] * (wide - 1) + [math.inf] for _ in range(high)]
        """What it costs, besides its length, to go from a column to the next one, row by row."""
        self.down = [[0.0] * (high - 1) + [math.inf] for _ in range(wide)]
        for rect in obstacles:
            self._block(rect)
        if len(obstacles) > MANY:
            self._leave_out_others([*_corners(beside, BESIDE), *_corners(grounds, OUTSIDE)], ends)
        self.lines = Lines(self.xs, self.ys, self.across, self.down)
        self.squares = Squares(self.lines, TURN)

    def _leave_out_others(self, corners: Iterable[Point], ends: Sequence[Rect]) -> None:
        """Leave out what of the lines begins beside nothing: they all go on to the next obstacle.

        A way along the others would be no shorter, and there are many times as many places on them.
        """
        across = [bytearray(len(self.xs)) for _ in self.ys]
        down = [bytearray(len(self.ys)) for _ in self.xs]
        at = [(_next_to(self.xs, x), _next_to(self.ys, y)) for x, y in corners]
        at += [(gate.column, gate.row) for end in ends for gate in self.gates(end)]
        for column, row in at:
            _reach(self.across[row], across[row], column)
            _reach(self.down[column], down[column], row)
        self.across = _only(self.across, across)
        self.down = _only(self.down, down)

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

    def note(self, course: Sequence[Point]) -> None:
        """Make it costly to cross an arrow, very costly to run along it, and a little near it."""
        self._note(course, CROSSING, ALONG, CLOSE)
        self._note(course, 0, NEARBY, NEAR)

    def note_head(self, course: Sequence[Point]) -> None:
        """Make it costly to cross the head at the end of an arrow: it would look like its own."""
        (x, y), (end_x, end_y) = course[-2:]
        long = math.dist((x, y), (end_x, end_y))
        share = min(HEAD, long) / long if long else 0
        self._note(
            [(end_x - (end_x - x) * share, end_y - (end_y - y) * share), course[-1]],
            OVER_HEAD,
            0,
            0,
        )

    def note_edge(self, edge: Sequence[Point]) -> None:
        """Make it costly to run along the edge of a halo."""
        self._note(edge, EDGE_CROSSING, EDGE_ALONG, EDGE_CLOSE)

    def _note(self, course: Sequence[Point], crossing: float, along: float, close: float) -> None:
        across, down = self.squares.across, self.squares.down
        for (x0, y0), (x1, y1) in pairwise(course):
            if abs(y0 - y1) < 1:
                _add(across, _along(self.xs, x0, x1), _close(self.ys, y0, close), along)
                _add(down, _gap(self.ys, y0), _between(self.xs, *sorted((x0, x1))), crossing)
            elif abs(x0 - x1) < 1:
                _add(down, _along(self.ys, y0, y1), _close(self.xs, x0, close), along)
                _add(across, _gap(self.xs, x0), _between(self.ys, *sorted((y0, y1))), crossing)

    def gates(self, rect: Rect) -> list[Gate]:
        """Return the ways out of a card: places beside it from where its edge is right across."""
        found: list[Gate] = []
        inset = min(10.0, rect.width / 3)
        for column in _between(self.xs, rect.x + inset, rect.right - inset):
            x = self.xs[column]
            above = bisect_left(self.ys, rect.y - GATE) - 1
            under = bisect_right(self.ys, rect.bottom + GATE)
            if above >= 0:
                found.append(Gate(column, above, 1, (x, rect.y)))
            if under < len(self.ys):
                found.append(Gate(column, under, 1, (x, rect.bottom)))
        inset = min(8.0, rect.height / 3)
        for row in _between(self.ys, rect.y + inset, rect.bottom - inset):
            y = self.ys[row]
            left = bisect_left(self.xs, rect.x - GATE) - 1
            right = bisect_right(self.xs, rect.right + GATE)
            if left >= 0:
                found.append(Gate(left, row, 0, (rect.x, y)))
            if right < len(self.xs):
                found.append(Gate(right, row, 0, (rect.right, y)))
        return found

    def cost(self, corners: Sequence[Point]) -> float:
        """Return what a way along lines costs."""
        spent = TURN * max(0.0, len(corners) - 2)
        for (x0, y0), (x1, y1) in pairwise(corners):
            if abs(y0 - y1) < 1:
                low, high, places, steps = x0, x1, self.xs, self.across[_next_to(self.ys, y0)]
            else:
                low, high, places, steps = y0, y1, self.ys, self.down[_next_to(self.xs, x0)]
            low, high = sorted((low, high))
            spent += high - low
            spent += sum(steps[bisect_left(places, low) : max(0, bisect_right(places, high) - 1)])
        return spent

    def way(
        self, start: Sequence[Gate], goal: Sequence[Gate], first: float = math.inf
    ) -> list[Point] | None:
        """Return the corners of a cheap way from one of some gates to another, if any.

        It is the cheapest where a search finds it that looks at no more than so many places first.
        """
        if not goal or not start:
            return None
        cheapest = Search(self.lines, goal, TURN).way(start, first)
        if cheapest or first == math.inf:
            return cheapest
        guided = Guided(self.lines, goal, self.squares).way(start)
        return guided or Search(self.lines, goal, TURN).way(start)


def _add(passing: Passing, places: range, lines: range, cost: float) -> None:
    """Make some places on some lines cost more."""
    for line in lines:
        steps = passing.steps[line]
        for place in places:
            steps[place] += cost
    passing.forget(places, lines)


def _along(places: Sequence[float], start: float, end: float) -> range:
    """Return the steps from place to place that lie between two points, in part at least."""
    low, high = sorted((start, end))
    return range(
        max(0, bisect_left(places, low) - 1), min(bisect_right(places, high), len(places) - 1)
    )


def _close(places: Sequence[float], at: float, by: float) -> range:
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


def _corners(rects: Iterable[Rect], away: float) -> list[Point]:
    """Return the points where the lines beside rectangles meet."""
    return [
        (x, y)
        for rect in rects
        for x in (rect.x - away, rect.right + away)
        for y in (rect.y - away, rect.bottom + away)
    ]


def _next_to(places: Sequence[float], at: float) -> int:
    """Return the number of the place that is next to another."""
    after = min(bisect_left(places, at), len(places) - 1)
    nearer = after and at - places[after - 1] < places[after] - at
    return after - 1 if nearer else after


def _reach(steps: Sequence[float], reached: bytearray, start: int) -> None:
    """Note all steps that can be taken from a place on a line, both ways."""
    for ahead in (range(start, len(steps)), range(start - 1, -1, -1)):
        for step in ahead:
            if reached[step] or steps[step] == math.inf:
                break
            reached[step] = 1


def _only(lines: Iterable[Sequence[float]], reached: Iterable[bytearray]) -> list[list[float]]:
    """Return the costs of steps on lines, which are infinite where a step was not reached."""
    return [
        [cost if here else math.inf for cost, here in zip(line, steps, strict=True)]
        for line, steps in zip(lines, reached, strict=True)
    ]


def _thinned(
    marks: Iterable[float], others: Iterable[float], end: float, apart: float
) -> list[float]:
    """Return places in order without those that are next to another: marks, and others between."""
    found: list[float] = []
    for place in sorted(marks):
        if not found or place - found[-1] > 1:
            found.append(place)
    kept = found[:]
    for place in sorted(others):
        after = bisect_right(kept, place)
        near = [*kept[max(0, after - 1) : after + 1], *found[-1:]]
        if 0 <= place <= end and all(abs(place - one) > apart for one in near):
            found.append(place)
    return sorted(found)
