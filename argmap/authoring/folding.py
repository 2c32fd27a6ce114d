"""The lines that can be folded: what stands further to the right than a key or item above it.

It goes by columns alone, so it is there at every key, also where the text is no YAML yet.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

_HEAD = re.compile(r"[ \t]*(?:-(?:[ \t]|\Z)|[^\s#:-][^:#]*:(?=\s|\Z))")
_LIST = re.compile(r"[ \t]*[^\s#:-][^:#]*:[ \t]*(?:#.*)?\Z")
"""A key with nothing beside it; the items of a list may stand in its own column."""

_BLOCK = re.compile(r"[:-][ \t]+[|>][-+\d]{0,2}[ \t]*(?:#.*)?\Z")
"""The end of a line below which a text stands, in which nothing is a comment or a key."""


_NO_BLOCK = sys.maxsize


def folds(rows: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Return the first and the last line (from 0) of all that can be folded, outermost first."""
    return tuple(sorted(_folds(rows)))


def _folds(rows: Iterable[str]) -> Iterator[tuple[int, int]]:
    heads: list[tuple[int, int, str]] = []
    last = 0
    for number, column, row, in_text in _saying(rows):
        if not in_text:
            while heads and column <= (its := heads[-1])[1]:
                if column == its[1] and _lists(its[2], row):
                    break
                heads.pop()
                if last > its[0]:
                    yield its[0], last
            if _HEAD.match(row):
                heads.append((number, column, row))
        last = number
    yield from ((first, last) for first, _, _ in heads if last > first)


def opens(row: str, below: str) -> bool:
    """Whether a line can be folded; `below` is the next one that says anything."""
    return _HEAD.match(row) is not None and _below(row, below)


def end_of(rows: Sequence[str], first: int) -> int:
    """Return the last line of what can be folded from a line on; the line itself for nothing."""
    last = first
    head = rows[first]
    if _HEAD.match(head):
        for number, _, row, in_text in islice(_saying(islice(rows, first, None)), 1, None):
            if not (in_text or _below(head, row)):
                break
            last = first + number
    return last


def _saying(rows: Iterable[str]) -> Iterator[tuple[int, int, str, bool]]:
    """Return the lines that say something: number, column, and whether they stand in a text."""
    block = _NO_BLOCK
    for number, row in enumerate(rows):
        said = row.lstrip()
        column = len(row) - len(said)
        if said and column > block:
            yield number, column, row, True
        elif said and not said.startswith("#"):
            block = column if _BLOCK.search(row) else _NO_BLOCK
            yield number, column, row, False


def _below(head: str, row: str) -> bool:
    """Whether a line belongs to a head above it."""
    by = _column(row) - _column(head)
    return by > 0 or (by == 0 and _lists(head, row))


def _lists(head: str, row: str) -> bool:
    """Whether a line in the column of a key is one of its list."""
    return row.lstrip().startswith("-") and _LIST.match(head) is not None


def _column(row: str) -> int:
    return len(row) - len(row.lstrip())
