"""The cheapest way over a grid of lines (A*): steps along lines, and turns where two of them meet.

Places are numbers, as a way may come past hundreds of thousands of them: twice the place on the
grid, column by column, and one more if one came to it downwards rather than across.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from argmap.placing.courses import Point
from argmap.placing.cross_links.squares import Leg, Lines, Squares, distances

LEISURE, MANY = 5_000, 8_000
"""After so many places a search begins to hurry towards its goal, more and more: after so many
further ones, what has been spent counts half as much as what is left, after twice as many a third.
"""
TRUST = 1.25
"""How much more what squares tell counts: of many ways that cost about the same, one will do."""
NOWHERE = Leg(0, 0, math.inf, 0, 0, math.inf)
"""What is told of a square in which no way is sought."""


class Gate(NamedTuple):
    """A place beside a card, how one leaves by it (0 across, 1 down), and where on the edge."""

    column: int
    row: int
    way: int
    edge: Point


class Search:
    """A search from some gates to others; a turn costs as much as so many points of way."""

    def __init__(self, lines: Lines, goal: Sequence[Gate], turn: float) -> None:
        self.lines = lines
        self.turn = turn
        self.high = len(lines.ys)
        self.goals = {self._number(gate): gate.edge for gate in goal}
        columns, rows = [gate.column for gate in goal], [gate.row for gate in goal]
        self.far_x = distances(lines.xs, min(columns), max(columns))
        self.far_y = distances(lines.ys, min(rows), max(rows))
        """How far a column or row is from the goal at least."""
        self.cost: dict[int, float] = {}
        self.came: dict[int, int] = {}
        self.begun: dict[int, Point] = {}

    def way(self, start: Iterable[Gate], most: float = math.inf) -> list[Point] | None:
        """Return the corners of a cheap way from any of some gates, if there is one.

        None as well where the search has come to more places than it should.
        """
        for gate in start:
            key = self._number(gate)
            x, y = self.lines.xs[gate.column], self.lines.ys[gate.row]
            first = abs(gate.edge[0] - x) + abs(gate.edge[1] - y)
            if first < self.cost.get(key, math.inf):
                self.cost[key], self.begun[key] = first, gate.edge
        found = self._found(most)
        return None if found is None else self._back(found)

    def _number(self, gate: Gate) -> int:
        return 2 * (gate.column * self.high + gate.row) + gate.way

    def _found(self, most: float) -> int | None:
        """Return the goal that is reached first."""
        xs, ys, all_across, all_down = self.lines
        wide, deep = _steps(xs), _steps(ys)
        high, turn, goals = self.high, self.turn, self.goals
        cost, came, left = self.cost, self.came, self._left
        heap = [(spent + left(key), spent, key) for key, spent in cost.items()]
        heapify(heap)
        while heap and len(cost) <= most:
            _, spent, key = heappop(heap)
            if spent > cost[key]:
                continue
            if key in goals:
                return key
            cost[key] = 0  # No place is looked at twice, though a cheaper way may lead there.
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
                    if (rest := left(following)) < math.inf:
                        heappush(heap, (counts + rest, total, following))
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


class Guided(Search):
    """A search that is told by squares of the grid where to look, and what is left there.

    Where nothing is told it does not look, so it may find nothing though there is a way.
    """

    def __init__(self, lines: Lines, goal: Sequence[Gate], squares: Squares) -> None:
        super().__init__(lines, goal, squares.turn)
        self.squares = squares
        self.legs: Mapping[int, Leg | None] = {}

    def way(self, start: Iterable[Gate], most: float = math.inf) -> list[Point] | None:
        """Return the corners of a way from any of some gates, if one is found."""
        start = list(start)
        ends = {self.squares.at(*divmod(key >> 1, self.high)): key & 1 for key in self.goals}
        starts = {self.squares.at(gate.column, gate.row) for gate in start}
        self.legs = self.squares.legs(starts, ends)
        return super().way(start, most) if self.legs else None

    def _left(self, key: int) -> float:
        """Return about how much is left, as the squares tell it."""
        column, row = divmod(key >> 1, self.high)
        leg = self.legs.get(self.squares.at(column, row), NOWHERE)
        if leg is None:
            return super()._left(key) * TRUST
        x, y = self.lines.xs[column], self.lines.ys[row]
        beyond = leg.beyond + abs(x - leg.next_x) + abs(y - leg.next_y)
        here = leg.left - abs(x - leg.x) - abs(y - leg.y)
        return max(beyond, here) * TRUST


def _steps(places: Sequence[float]) -> list[float]:
    """Return how long the step is from each place to the next; there is none from the last one."""
    return [*(after - before for before, after in pairwise(places)), 0.0]
