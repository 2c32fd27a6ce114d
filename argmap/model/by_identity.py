"""What was made of the lists of the last few maps, and quick looks for items of a list.

An edit makes a new map, but leaves most of its lists as they were: the very same tuples. So what
was made of one, such as an index, is found again by its identity, which asks no item anything. And
a list that an edit did make holds the very same items but for a few.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress, count
from operator import attrgetter, is_not, not_
from typing import Generic, TypeVar

from argmap.frozen import frozen

Made = TypeVar("Made")
Thing = TypeVar("Thing")

_KEPT = 4
_FEW = 64
"""Where more items came and went than so many, an index is made anew."""
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


class Index(Generic[Thing]):
    """The items of a list by keys of which each has some, in their order; it follows edits.

    `having` returns the items of a list that have some of these keys. It is asked for what an edit
    touches, so it should call nothing for each item.
    """

    def __init__(
        self,
        keys: Callable[[Thing], Collection[str]],
        having: Callable[[set[str], tuple[Thing, ...]], Iterable[Thing]],
    ) -> None:
        self._keys = keys
        self._having = having
        self._lasting: Lasting[Thing, Mapping[str, list[Thing]]] = Lasting(self._make)
        self._last: _Entry[Thing, Mapping[str, list[Thing]]] = _Entry((), {})

    def __call__(self, of: tuple[Thing, ...]) -> Mapping[str, list[Thing]]:
        """Return the items of this very tuple by their keys."""
        return self._lasting(of)

    def _make(self, of: tuple[Thing, ...]) -> Mapping[str, list[Thing]]:
        last = self._last
        start, end = common_ends(last.of, of)
        other = (*last.of[start : len(last.of) - end], *of[start : len(of) - end])
        made: dict[str, list[Thing]] = {}
        having: Iterable[Thing] = of
        touched: set[str] | None = None
        if len(other) <= _FEW:
            touched = {key for item in other for key in self._keys(item)}
            made = {**last.made}
            for key in touched:
                made.pop(key, None)
            having = self._having(touched, of)
        for item in having:
            for key in self._keys(item):
                if touched is None or key in touched:
                    made.setdefault(key, []).append(item)
        self._last = _Entry(of, made)
        return made


def places_of(ids: Mapping[str, object], items: Iterable[object]) -> Iterator[int]:
    """Return where items with these ids stand among others."""
    return compress(count(), map(ids.__contains__, map(_ID, items)))


def only_in(one: tuple[Thing, ...], other: tuple[Thing, ...]) -> list[Thing]:
    """Return the items that the other tuple does not hold, which are the very same otherwise."""
    start, end = common_ends(one, other)
    held = set(map(id, other[start : len(other) - end]))
    rest = one[start : len(one) - end]
    return list(compress(rest, map(not_, map(held.__contains__, map(id, rest)))))


def common_ends(before: Sequence[object], after: Sequence[object]) -> tuple[int, int]:
    """Return how many items are the very same at the start and at the end of both."""
    start = _common(before, after)
    end = _common(before[::-1], after[::-1])
    return start, min(end, len(before) - start, len(after) - start)


def _common(before: Sequence[object], after: Sequence[object]) -> int:
    shorter = min(len(before), len(after))
    return next(compress(count(), map(is_not, before, after)), shorter)
