"""What differs between two texts, as the spans that a line of a journal holds.

An edit often touches places that are far from each other: a new card is a statement at one place
and a relation at another, and all that is between them would be most of a large file. So two texts
are compared up to where they differ, and again from where they meet. Where they meet is a guess, by
some letters of the one that are sought in the other, and a bad one makes long spans; but whatever
it is, the spans make the one text the other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from argmap.frozen import frozen

Span: TypeAlias = tuple[int, int, str]
"""Where in the text before it begins, how much goes, and what comes."""

_Letters: TypeAlias = Callable[[int, int], str]

_NEAR = 400
"""Where so few letters are left that differ, they are one span."""
_SOUGHT = 160
"""So many letters are sought in the other text."""
_AHEAD = 0, 200, 1000, 5000, 25_000
"""From how far behind a difference they are taken."""
_MOST = 40
"""So many spans at the most."""


@frozen
class _Part:
    """What is left of a text from one place to another."""

    text: str
    at: int
    end: int

    @property
    def length(self) -> int:
        """Return how many letters it has."""
        return self.end - self.at

    def start(self, of: int, until: int) -> str:
        """Return some letters, counted from its start."""
        return self.text[self.at + of : self.at + until]

    def tail(self, of: int, until: int) -> str:
        """Return some letters, counted backwards from its end."""
        return self.text[self.end - until : self.end - of]

    def from_(self, ahead: int) -> _Part:
        """Return what is behind so many letters."""
        return _Part(self.text, self.at + ahead, self.end)

    def up_to(self, end: int) -> _Part:
        """Return what is before a place of the text."""
        return _Part(self.text, self.at, end)

    def holds(self, letters: str) -> int:
        """Return how many letters before it some others are, or -1."""
        return max(self.text.find(letters, self.at, self.end) - self.at, -1)


def spans(before: str, after: str) -> list[Span]:
    """Return what makes one text the other, from its start to its end; nothing for the same."""
    found: list[Span] = []
    old, new = _differing(_Part(before, 0, len(before)), _Part(after, 0, len(after)))
    while old.length or new.length:
        last = max(old.length, new.length) <= _NEAR or len(found) == _MOST - 1
        goes, comes = (old.length, new.length) if last else _until_they_meet(old, new)
        found.append((old.at, goes, new.start(0, comes)))
        old, new = old.from_(goes), new.from_(comes)
        same = _common(old.start, new.start, min(old.length, new.length))
        old, new = old.from_(same), new.from_(same)
    return found


def _differing(old: _Part, new: _Part) -> tuple[_Part, _Part]:
    """Return two parts without what they have in common at the start and at the end."""
    same = _common(old.start, new.start, min(old.length, new.length))
    old, new = old.from_(same), new.from_(same)
    same = _common(old.tail, new.tail, min(old.length, new.length))
    return old.up_to(old.end - same), new.up_to(new.end - same)


def _common(one: _Letters, other: _Letters, most: int) -> int:
    """Return how many letters are the same; by halving."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one(low, middle) == other(low, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _until_they_meet(old: _Part, new: _Part) -> tuple[int, int]:
    """Return after how many letters two parts that differ meet again, as near as it is seen."""
    for ahead in _AHEAD:
        found = []
        if ahead + _SOUGHT <= new.length:
            found.append((old.holds(new.start(ahead, ahead + _SOUGHT)), ahead))
        if ahead + _SOUGHT <= old.length:
            found.append((ahead, new.holds(old.start(ahead, ahead + _SOUGHT))))
        met = min((each for each in found if min(each) >= 0), key=sum, default=None)
        if met:
            goes, comes = met
            first, second = old.up_to(old.at + goes), new.up_to(new.at + comes)
            same = _common(first.tail, second.tail, min(met))
            return goes - same, comes - same
    return old.length, new.length
