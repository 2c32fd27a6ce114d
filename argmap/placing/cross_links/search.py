"""The cheapest way over a grid of lines (A*): steps along lines, and turns where two of them meet.

Places are numbers, as a way may come past hundreds of thousands of them: twice the place on the
grid, column by column, and one more if one came to it downwards rather than across.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from argmap.placing.courses import Point

MANY = 30_000
"""When it has come to so many places, a search hurries towards its goal:"""
HURRY = 3
"""what has been spent counts so many times less than what is left."""


class Gate(NamedTuple):
    """A place beside a card, how one leaves by it (0 across, 1 down), and where on the edge."""

    column: int
    row: int
    way: int
    edge: Point


class Lines(NamedTuple):
    """Where the lines are, and what each step costs besides its length, lines first.

    The step after the last place of a line costs infinitely much, so no way leads out of the grid.
    """

    xs: Sequence[float]
    ys: Sequence[float]
    across: Sequence[Sequence[float]]
    down: Sequence[Sequence[float]]


class Search:
    """A search from some gates to others; a turn costs as much as so many points of way."""

    def __init__(self, lines: Lines, goal: Sequence[Gate], turn: float) -> None:
        self.lines = lines
        self.turn = turn
        self.high = len(lines.ys)
        self.goals = {self._number(gate): gate.edge for gate in goal}
        self.far_x = _distances(lines.xs, {gate.column for gate in goal})
        self.far_y = _distances(lines.ys, {gate.row for gate in goal})
        """How far a column or row is from the goal at least."""
        self.cost: dict[int, float] = {}
        self.came: dict[int, int] = {}
        self.begun: dict[int, Point] = {}

    def way(self, start: Iterable[Gate]) -> list[Point] | None:
        """Return the corners of the cheapest way from any of some gates, if there is one."""
        for gate in start:
            key = self._number(gate)
            x, y = self.lines.xs[gate.column], self.lines.ys[gate.row]
            first = abs(gate.edge[0] - x) + abs(gate.edge[1] - y)
            if first < self.cost.get(key, math.inf):
                self.cost[key], self.begun[key] = first, gate.edge
        found = self._found()
        return None if found is None else self._back(found)

    def _number(self, gate: Gate) -> int:
        return 2 * (gate.column * self.high + gate.row) + gate.way

    def _found(self) -> int | None:
        """Return the goal that is reached first."""
        cost, came, left = self.cost, self.came, self._left
        heap = [(spent + left(key), spent, key) for key, spent in cost.items()]
        heapify(heap)
        while heap:
            _, spent, key = heappop(heap)
            if spent > cost[key]:
                continue
            if key in self.goals:
                return key
            for following, more in self._next(key):
                total = spent + more
                if total < cost.get(following, math.inf):
                    cost[following], came[following] = total, key
                    spent_counts = total if len(cost) < MANY else total / HURRY
                    heappush(heap, (spent_counts + left(following), total, following))
        return None

    def _left(self, key: int) -> float:
        """Return what is left to be spent at least: the distance, and a turn if one is needed."""
        column, row = divmod(key >> 1, self.high)
        x, y = self.far_x[column], self.far_y[row]
        return x + y + self.turn if (x if key & 1 else y) else x + y

    def _next(self, key: int) -> list[tuple[int, float]]:
        """Return the places one step further, and what the step costs."""
        xs, ys, all_across, all_down = self.lines
        high, way = self.high, key & 1
        column, row = divmod(key >> 1, high)
        across, down = all_across[row], all_down[column]
        found: list[tuple[int, float]] = []
        x, y, at = xs[column], ys[row], key - way
        turn = self.turn if way else 0
        if (more := across[column]) < math.inf:
            found.append((at + 2 * high, xs[column + 1] - x + more + turn))
        if (more := across[column - 1]) < math.inf:
            found.append((at - 2 * high, x - xs[column - 1] + more + turn))
        turn = self.turn - turn
        if (more := down[row]) < math.inf:
            found.append((at + 3, ys[row + 1] - y + more + turn))
        if (more := down[row - 1]) < math.inf:
            found.append((at - 1, y - ys[row - 1] + more + turn))
        if key ^ 1 in self.goals:  # it need not go past that corner and come back
            found.append((key ^ 1, self.turn))
        return found

    def _back(self, goal: int) -> list[Point]:
        points = [self.goals[goal]]
        at = goal
        while True:
            column, row = divmod(at >> 1, self.high)
            points.append((self.lines.xs[column], self.lines.ys[row]))
            if at not in self.came:
                break
            at = self.came[at]
        points.append(self.begun[at])
        points.reverse()
        return points


def _distances(places: Sequence[float], goal: Iterable[int]) -> list[float]:
    at = [places[number] for number in goal]
    low, high = min(at), max(at)
    return [max(low - place, 0, place - high) for place in places]
