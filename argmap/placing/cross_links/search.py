"""The cheapest way over a grid of lines (A*): steps along lines, and turns where two of them meet.

Places are numbers, as a way may come past hundreds of thousands of them: twice the place on the
grid, column by column, and one more if one came to it downwards rather than across.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from argmap.placing.courses import Point

LEISURE, MANY = 5_000, 8_000
"""After so many places a search begins to hurry towards its goal, more and more: after so many
further ones, what has been spent counts half as much as what is left, after twice as many a third.
"""


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
        xs, ys, all_across, all_down = self.lines
        wide, deep = _steps(xs), _steps(ys)
        high, turn, goals = self.high, self.turn, self.goals
        cost, came, left = self.cost, self.came, self._left
        heap = [(spent + left(key), spent, key) for key, spent in cost.items()]
        heapify(heap)
        while heap:
            _, spent, key = heappop(heap)
            if spent > cost[key]:
                continue
            if key in goals:
                return key
            way = key & 1
            at = key - way
            column, row = divmod(key >> 1, high)
            across, down = all_across[row], all_down[column]
            ahead, aside = (spent + turn, spent) if way else (spent, spent + turn)
            for following, total in (
                (at + 2 * high, ahead + across[column] + wide[column]),
                (at - 2 * high, ahead + across[column - 1] + wide[column - 1]),
                (at + 3, aside + down[row] + deep[row]),
                (at - 1, aside + down[row - 1] + deep[row - 1]),
                # It need not go past the corner of a goal and come back.
                (key ^ 1, spent + turn if key ^ 1 in goals else math.inf),
            ):
                if total < cost.get(following, math.inf):
                    cost[following], came[following] = total, key
                    counts = total / (1 + max(0, len(cost) - LEISURE) / MANY)
                    heappush(heap, (counts + left(following), total, following))
        return None

    def _left(self, key: int) -> float:
        """Return what is left to be spent at least: the distance, and a turn if one is needed."""
        column, row = divmod(key >> 1, self.high)
        x, y = self.far_x[column], self.far_y[row]
        return x + y + self.turn if (x if key & 1 else y) else x + y

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


def _steps(places: Sequence[float]) -> list[float]:
    """Return how long the step is from each place to the next; there is none from the last one."""
    return [*(after - before for before, after in pairwise(places)), 0.0]
