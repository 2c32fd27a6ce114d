"""Folds: things in their order, cut into columns.

a b c d      a c      a d      up to a few things every cut is tried; of more, for each number
b d      b e      of columns, the cut whose highest column is lowest
c
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from argmap.placing.arrangement import Columns
from argmap.placing.shapes import Shapes, beside, best

WHOLE = 7
"""Up to so many things, every cut is tried."""

Column = Callable[[int, int], Shapes]
"""The shapes of a column from one thing to another (exclusive)."""


def row(count: int) -> Columns:
    """Return the fold in which each thing has a column of its own."""
    return tuple((n, n + 1) for n in range(count))


def folded(columns: Columns, column: Column, gap: float) -> Shapes:
    """Return the shapes of one fold; what is chosen is a chain of the columns' choices."""
    found: Shapes = []
    for start, stop in columns:
        shapes = column(start, stop)
        found = beside(found, shapes, gap) if found else chained(shapes)
    return found


def all_folds(count: int, column: Column, gap: float, keep: int, *, stack: bool) -> Shapes:
    """Return the best of all folds, with or without the one of a single column."""
    ends: list[Shapes] = [[]]
    for stop in range(1, count + 1):
        found: Shapes = []
        for start in range(0 if stack or stop < count else 1, stop):
            shapes = column(start, stop)
            found += beside(ends[start], shapes, gap) if start else chained(shapes)
        ends.append(best(found, keep))
    return ends[count]


def chained(shapes: Shapes) -> Shapes:
    """Return shapes whose choices begin a chain."""
    return [(w, h, odd, (None, pick)) for w, h, odd, pick in shapes]


def unrolled(chain: Any) -> list[Any]:
    """Return what a chain of pairs holds, first to last."""
    found: list[Any] = []
    while chain is not None:
        chain, one = chain
        found.append(one)
    found.reverse()
    return found


def balanced(lists: Sequence[Shapes], most: int, gap: float) -> Iterator[Columns]:
    """Return folds of many things into two to `most` columns of about the same height."""
    seen: set[Columns] = set()
    widths = sorted({shape[0] for shapes in lists for shape in shapes})
    for width in dict.fromkeys((widths[0], widths[len(widths) // 2], widths[-1])):
        heights = [
            next((s[1] for s in reversed(shapes) if s[0] <= width), shapes[0][1])
            for shapes in lists
        ]
        for count in range(2, most + 1):
            columns = _balance(heights, count, gap)
            if columns not in seen and len(columns) > 1:
                seen.add(columns)
                yield columns


def _balance(heights: Sequence[float], count: int, gap: float) -> Columns:
    """Return the cut into at most so many columns whose highest is as low as can be."""
    low, high = max(heights), sum(heights) + gap * len(heights)
    for _ in range(16):
        middle = (low + high) / 2
        if len(_filled(heights, middle, gap)) <= count:
            high = middle
        else:
            low = middle
    return _filled(heights, high, gap)


def _filled(heights: Sequence[float], most: float, gap: float) -> Columns:
    found: list[tuple[int, int]] = []
    start, high = 0, 0.0
    for number, one in enumerate(heights):
        if number > start and high + gap + one > most + 0.01:
            found.append((start, number))
            start, high = number, one
        else:
            high += one + (gap if number > start else 0)
    return (*found, (start, len(heights)))
