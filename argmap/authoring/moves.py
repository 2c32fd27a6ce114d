"""Where something stood before lines were repaired.

A repair changes a few characters of its lines; what stands before or behind them has only moved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from argmap.authoring.same_ends import same_ends
from argmap.authoring.spots import Spot
from argmap.frozen import frozen
from argmap.store.reading.repairs import Repair


@frozen
class Move:
    """Characters of the repaired text, and those of the text as it was typed in their place."""

    start: int
    end: int
    was_start: int
    was_end: int


@frozen
class Moves:
    """All characters that repairs changed, in their order."""

    moves: Sequence[Move] = ()

    def back(self, spot: Spot) -> Spot | None:
        """Return a spot where it was typed, None for one that a repair made or cut in two."""
        if not self.moves:
            return spot
        start, end = self._index(spot.start), self._index(spot.end, ends=True)
        if start is None or end is None:
            return None
        item = spot.item if spot.item < 0 else self._index(spot.item)
        return replace(spot, start=start, end=end, item=-1 if item is None else item)

    def _index(self, index: int, *, ends: bool = False) -> int | None:
        """Return where an index was, None within what was changed."""
        at = bisect_right(self.moves, index, key=lambda move: move.start) - 1
        if at < 0:
            return index
        move = self.moves[at]
        if index == move.start and not ends:
            return move.was_start
        return None if index < move.end else index - move.end + move.was_end


def moves_of(body: str, repairs: Sequence[Repair]) -> Moves:
    """Return what the repairs of a text change in it."""
    return Moves(tuple(_moves(body, repairs))) if repairs else Moves()


def _moves(body: str, repairs: Sequence[Repair]) -> Iterator[Move]:
    starts = [0]
    for line in body.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    moved = 0
    for repair in sorted(repairs, key=lambda r: (r.line, r.count)):
        start, end = starts[repair.line], starts[repair.line + repair.count]
        was = body[start:end]
        now = f"{repair.becomes}\n" if not repair.count or was.endswith("\n") else repair.becomes
        before, behind = same_ends(was, now)
        first, last = start + before, end - behind
        longer = len(now) - len(was)
        yield Move(first + moved, last + moved + longer, first, last)
        moved += longer
