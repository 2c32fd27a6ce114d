"""What is left of a way, told for squares of the grid, so that a search need not look everywhere.

```
+----+----+----+----+    A square holds a few lines each way. To go straight from its middle to
|    | <- | <- | <- |    that of the next one costs what its cheapest line does. From the goal on,
+----+----+----+-^--+    the cheapest squares lead to the start. A way is sought in these, and in
|goal|    |    |    |    what was looked at to find them, and each of them says what is left.
+----+----+----+-^--+
|    |    |    start|    Lines are many times as many as squares, and a search that does not know
+----+----+----+----+    how many arrows are in its way looks at all of them.
```
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

SMALL, MOST = 4, 8000
"""A square holds so many lines each way: more, where there would be more squares than so many."""
SPARE = 250
"""How much more than the cheapest a square may cost that a way leads through, in points of way."""
UNKNOWN = -1.0


class Lines(NamedTuple):
    """Where the lines are, and what each step costs besides its length, lines first.

    The step after the last place of a line costs infinitely much, so no way leads out of the grid.
    """

    xs: Sequence[float]
    ys: Sequence[float]
    across: Sequence[list[float]]
    down: Sequence[list[float]]


class Leg(NamedTuple):
    """What is left from the middle of a square, and from that of the next one on the way."""

    x: float
    y: float
    left: float
    next_x: float
    next_y: float
    beyond: float


class Passing:
    """What it costs to go straight from square to square along lines of one direction."""

    def __init__(self, steps: Sequence[list[float]], places: Sequence[float], side: int) -> None:
        self.steps, self.side = steps, side
        last = len(places) - 1
        self.stops = [min(at + side // 2, last) for at in range(0, last + 1, side)]
        self.middles = [places[at] for at in self.stops]
        self.bands = -(-len(steps) // side)
        self.known = [[UNKNOWN] * self.bands for _ in self.stops]
        """By square and band of lines; from the last square on there is no way."""
        self.known[-1] = [math.inf] * self.bands

    def look(self, square: int, band: int) -> float:
        """Return what it costs from a square to the next one, on the lines of a band."""
        start, end = self.stops[square : square + 2]
        lines = self.steps[band * self.side : (band + 1) * self.side]
        length = self.middles[square + 1] - self.middles[square]
        cost = self.known[square][band] = length + min([sum(line[start:end]) for line in lines])
        return cost

    def forget(self, places: range, lines: range) -> None:
        """Look again at steps that cost more now."""
        if not places or not lines:
            return
        side, half = self.side, self.side // 2
        first, last = max(0, (places[0] - half) // side), (places[-1] - half) // side
        for known in self.known[first : min(last + 1, len(self.known) - 1)]:
            for band in range(lines[0] // side, lines[-1] // side + 1):
                known[band] = UNKNOWN


class Squares:
    """The squares of a grid, column by column: a number for each."""

    def __init__(self, lines: Lines, turn: float) -> None:
        wide, high = len(lines.xs), len(lines.ys)
        self.side = max(SMALL, 2 * math.ceil(math.sqrt(wide * high / MOST) / 2))
        self.across = Passing(lines.across, lines.xs, self.side)
        self.down = Passing(lines.down, lines.ys, self.side)
        self.turn = turn
        self.high = len(self.down.middles)

    def at(self, column: int, row: int) -> int:
        """Return the square of a place on the grid."""
        return column // self.side * self.high + row // self.side

    def legs(self, start: Collection[int], goal: Mapping[int, int]) -> dict[int, Leg | None]:
        """Return what is left from squares, None in those of the goal; nothing if there is no way.

        The squares of the goal say how one leaves them: 0 across, 1 down.
        """
        far_x, far_y = self._far(start)
        high, turn = self.high, self.turn
        known_across, known_down = self.across.known, self.down.known
        cost, came, ways = dict.fromkeys(goal, 0.0), dict[int, int](), dict(goal)
        found: dict[int, Leg | None] = {}
        heap = [(far_x[at // high] + far_y[at % high], 0.0, at) for at in goal]
        heapify(heap)
        limit = math.inf
        while heap:
            total, spent, at = heappop(heap)
            if total > limit:
                return found
            if at in found:
                continue
            found[at] = self._leg(at, came.get(at), cost)
            if limit == math.inf and at in start:
                limit = total + SPARE
            x, y = divmod(at, high)
            across, down = (spent + turn, spent) if ways[at] else (spent, spent + turn)
            for way, following, so_far, passing, square, band in (
                (0, at + high, across, known_across, x, y),
                (0, at - high, across, known_across, x - 1, y),
                (1, at + 1, down, known_down, y, x),
                (1, at - 1, down, known_down, y - 1, x),
            ):
                step = passing[square][band]
                if step == UNKNOWN:
                    step = (self.down if way else self.across).look(square, band)
                more = so_far + step
                if more < cost.get(following, math.inf):
                    cost[following], came[following], ways[following] = more, at, way
                    left = far_x[following // high] + far_y[following % high]
                    heappush(heap, (more + left, more, following))
        return found if limit < math.inf else {}

    def _far(self, start: Collection[int]) -> tuple[list[float], list[float]]:
        """Return how far each column and each row is from some squares at least."""
        columns, rows = [at // self.high for at in start], [at % self.high for at in start]
        return (
            distances(self.across.middles, min(columns), max(columns)),
            distances(self.down.middles, min(rows), max(rows)),
        )

    def _leg(self, at: int, following: int | None, cost: Mapping[int, float]) -> Leg | None:
        if following is None:
            return None
        xs, ys, high = self.across.middles, self.down.middles, self.high
        here = xs[at // high], ys[at % high], cost[at]
        return Leg(*here, xs[following // high], ys[following % high], cost[following])


def distances(places: Sequence[float], first: int, last: int) -> list[float]:
    """Return how far places in order are from those between two of them."""
    low, high = places[first], places[last]
    return [max(low - place, 0, place - high) for place in places]
