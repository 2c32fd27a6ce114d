"""Shapes: how wide and high something could be made, and what to choose for it.

A list of shapes is a staircase, narrowest and highest first; what another beats in both ways is
not in it. Two lists are put beside or below each other in one walk down both (Stockmeyer 1983):

     high |o
          | o            of a and b beside each other, only the higher one can make the pair
          |    o         lower by growing wider, so that is the one whose next shape is tried
          |         o
          +------------ wide
"""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import Any, TypeAlias

Shape: TypeAlias = tuple[float, float, int, Any]
"""Width, height, how far it departs from a plain tree, and what was chosen."""
Shapes: TypeAlias = list[Shape]

LITTLE = 0.5
"""How much lower a wider shape has to be to be worth keeping, in points."""
ALIKE = 6.0
"""How much larger a shape may be that is preferred for its plainer tree, in points."""
_WIDTH = itemgetter(0)


def beside(one: Shapes, other: Shapes, gap: float) -> Shapes:
    """Return the shapes of two things side by side; what is chosen is a pair."""
    found: Shapes = []
    i = j = 0
    end_a, end_b = len(one), len(other)
    a, b = one[0], other[0]
    while True:
        wide, high, odd, pick = a
        more, other_high, other_odd, other_pick = b
        if high >= other_high:
            found.append((wide + more + gap, high, odd + other_odd, (pick, other_pick)))
            i += 1
            if i == end_a:
                return found
            a = one[i]
        else:
            found.append((wide + more + gap, other_high, odd + other_odd, (pick, other_pick)))
            j += 1
            if j == end_b:
                return found
            b = other[j]


def below(one: Shapes, other: Shapes, gap: float) -> Shapes:
    """Return the shapes of two things one below the other; what is chosen is a pair."""
    found: Shapes = []
    i, j = len(one) - 1, len(other) - 1
    a, b = one[i], other[j]
    while True:
        wide, high, odd, pick = a
        other_wide, more, other_odd, other_pick = b
        if wide >= other_wide:
            found.append((wide, high + more + gap, odd + other_odd, (pick, other_pick)))
            i -= 1
            if i < 0:
                break
            a = one[i]
        else:
            found.append((other_wide, high + more + gap, odd + other_odd, (pick, other_pick)))
            j -= 1
            if j < 0:
                break
            b = other[j]
    found.reverse()
    return found


def best(shapes: Shapes, keep: int) -> Shapes:
    """Return the staircase of some shapes, of at most so many steps."""
    if len(shapes) == 1:
        return shapes
    shapes.sort(key=_WIDTH)
    found = [shapes[0]]
    wide, low, odd, _ = shapes[0]
    lower = low - LITTLE
    for shape in shapes:
        high = shape[1]
        if high < lower:
            if shape[0] == wide:
                found[-1] = shape
            else:
                found.append(shape)
            wide, low, odd, _ = shape
            lower = low - LITTLE
        elif shape[2] < odd and high <= low + ALIKE and shape[0] <= wide + ALIKE:
            found[-1] = shape
            odd = shape[2]
            low = min(low, high)
            lower = low - LITTLE
    return found if len(found) <= keep else _thinned(found, keep)


def _thinned(shapes: Shapes, keep: int) -> Shapes:
    """Return the tightest shape of each kind of look, from the narrowest to the widest."""
    looks = [wide / high for wide, high, *_ in shapes]
    step = (looks[-1] / looks[0]) ** (1 / keep)
    edges = [looks[0] * step**n for n in range(1, keep)]
    kept = [shapes[0]]
    last = 0
    for look, shape in zip(looks, shapes, strict=True):
        kind = bisect_right(edges, look)
        if kind != last:
            kept.append(shape)
            last = kind
        elif shape[0] + shape[1] < kept[-1][0] + kept[-1][1]:
            kept[-1] = shape
    return kept
