"""A change of a file's text, which knows how to take itself back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count

from argmap.frozen import frozen
from argmap.store.writing.chunks import Chunk


@frozen
class Splice:
    """Some chunks in a row, from an index on, and those that take their place."""

    at: int
    removed: tuple[Chunk, ...]
    inserted: tuple[Chunk, ...]


@frozen
class TextEdit:
    """Splices, made one after the other."""

    splices: tuple[Splice, ...]

    def __bool__(self) -> bool:
        return bool(self.splices)

    def inverse(self) -> TextEdit:
        """Return the edit that takes this one back."""
        return TextEdit(tuple(Splice(s.at, s.inserted, s.removed) for s in reversed(self.splices)))

    def then(self, other: TextEdit) -> TextEdit:
        """Return both edits as one: empty where the second takes back what the first did."""
        if len(self.splices) == len(other.splices) == 1:
            (first,), (second,) = self.splices, other.splices
            below = second.at > first.at + len(first.inserted)
            if not below and first.at <= second.at + len(second.removed):
                return between(*_as_one(first, second))
        return TextEdit(self.splices + other.splices)


def between(at: int, old: Sequence[Chunk], new: Sequence[Chunk]) -> TextEdit:
    """Return what makes some chunks, which begin at an index, of others; like ones stay."""
    start = _alike(old, new)
    old, new = old[start:], new[start:]
    end = _alike(old[::-1], new[::-1])
    removed, inserted = old[: len(old) - end], new[: len(new) - end]
    if not removed and not inserted:
        return TextEdit(())
    return TextEdit((Splice(at + start, tuple(removed), tuple(inserted)),))


def _as_one(first: Splice, second: Splice) -> tuple[int, tuple[Chunk, ...], tuple[Chunk, ...]]:
    """Return from where on two splices that touch change what, and into what."""
    before = max(first.at - second.at, 0)
    inside = max(second.at - first.at, 0)
    behind = second.at + len(second.removed) - first.at - len(first.inserted)
    end = len(second.removed) - max(behind, 0)
    removed = (*second.removed[:before], *first.removed, *second.removed[end:])
    rest = first.inserted[len(first.inserted) + min(behind, 0) :]
    return min(first.at, second.at), removed, (*first.inserted[:inside], *second.inserted, *rest)


def _alike(one: Sequence[Chunk], other: Sequence[Chunk]) -> int:
    """Return how many chunks at the start of two rows say the same in the same words."""
    shorter = min(len(one), len(other))
    differ = compress(count(), map(_differ, one, other))
    return next(differ, shorter)


def _differ(one: Chunk, other: Chunk) -> bool:
    return one is not other and not one.says_the_same(other)
