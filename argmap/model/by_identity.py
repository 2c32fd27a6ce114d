"""What was made of the lists of the last few maps, and quick looks for items of a list.

An edit makes a new map, but leaves most of its lists as they were: the very same tuples. So what
was made of one, such as an index, is found again by its identity, which asks no item anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import compress, count
from operator import attrgetter, not_
from typing import Generic, TypeVar

from argmap.frozen import frozen

Made = TypeVar("Made")
Thing = TypeVar("Thing")

_KEPT = 4
_ID = attrgetter("id")


@frozen
class _Entry(Generic[Thing, Made]):
    of: tuple[Thing, ...]
    made: Made


class Lasting(Generic[Thing, Made]):
    """A function of a tuple that remembers what it made of the last few.

    Threads may make the same twice, and nothing is wrong with that.
    """

    def __init__(self, make: Callable[[tuple[Thing, ...]], Made]) -> None:
        self._make = make
        self._last: tuple[_Entry[Thing, Made], ...] = ()

    def __call__(self, of: tuple[Thing, ...]) -> Made:
        """Return what is made of this very tuple."""
        for entry in self._last:
            if entry.of is of:
                return entry.made
        made = self._make(of)
        self._last = (_Entry(of, made), *self._last[: _KEPT - 1])
        return made


def places_of(ids: Mapping[str, object], items: Iterable[object]) -> Iterator[int]:
    """Return where items with these ids stand among others."""
    return compress(count(), map(ids.__contains__, map(_ID, items)))


def only_in(one: tuple[Thing, ...], other: tuple[Thing, ...]) -> list[Thing]:
    """Return the items that the other tuple does not hold, which are the very same otherwise."""
    held = set(map(id, other))
    return list(compress(one, map(not_, map(held.__contains__, map(id, one)))))
