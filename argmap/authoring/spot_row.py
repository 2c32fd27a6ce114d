"""Spots of a text in their order, which follow its edits.

A large text has a hundred thousand of them, and an edit moves half of those. Each is moved when it
is asked for, which is when its line is to be seen.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import overload

from argmap.authoring.spots import Spot


class SpotRow(Sequence[Spot]):
    """Spots by parts, each with how far its spots have moved since they were found."""

    def __init__(self, parts: Iterable[tuple[Sequence[Spot], int]]) -> None:
        self._parts = [part for part in parts if part[0]]
        self._ends = [*accumulate(len(spots) for spots, _ in self._parts)]

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[Spot]:
        for spots, by in self._parts:
            yield from (moved(spot, by) for spot in spots) if by else spots

    @overload
    def __getitem__(self, index: int) -> Spot: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Spot]: ...
    def __getitem__(self, index: int | slice) -> Spot | Sequence[Spot]:
        """Return a spot, or some of them."""
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = range(len(self))[index]
        part = bisect_right(self._ends, at)
        spots, by = self._parts[part]
        return moved(spots[at - self._ends[part]], by)

    def edited(self, start: int, end: int, new: Sequence[Spot], by: int) -> SpotRow:
        """Return the spots after an edit of the text from one index up to another.

        `new` is what stands there now, and all behind it has moved by so many characters.
        """
        first, stop = (
            bisect_left(self, index, key=lambda spot: spot.start) for index in (start, end)
        )
        behind = ((spots, moved_by + by) for spots, moved_by in self._between(stop, len(self)))
        return SpotRow((*self._between(0, first), (new, 0), *behind))

    def _between(self, first: int, stop: int) -> Iterator[tuple[Sequence[Spot], int]]:
        """Return the parts of some of the spots."""
        begin = 0
        for (spots, by), end in zip(self._parts, self._ends, strict=True):
            if begin < stop and end > first:
                yield spots[max(first - begin, 0) : stop - begin], by
            begin = end


def moved(spot: Spot, by: int) -> Spot:
    """Return a spot so many characters further behind."""
    if not by:
        return spot
    item = spot.item + by if spot.item >= 0 else spot.item
    start, end = spot.start + by, spot.end + by
    return Spot(start, end, spot.role, spot.said, spot.level, spot.key, item)
