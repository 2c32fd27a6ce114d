"""Outlines: how far something reaches on each of its four sides, so that pieces can close up.

A side is a step function: `at` are the places along it where it changes, `far` how far it reaches
between them, outwards being positive.

        ____            the right side of this, from top to bottom: far, near, middle;
       |    |_____      two pieces stand as close as the right side of the one and the left
       |_      ___|     side of the other let them
         |____|
"""

from __future__ import annotations

import math
from typing import NamedTuple, TypeAlias

Side: TypeAlias = tuple[list[float], list[float]]
"""Breakpoints, and the reach between each two of them."""

STEPS = 24
"""How many steps a side keeps at most: more are made coarser, outwards."""


class Outline(NamedTuple):
    """The four sides; left and top reach towards smaller coordinates, so their reach is negated."""

    left: Side
    right: Side
    top: Side
    bottom: Side


def rectangle(x0: float, y0: float, x1: float, y1: float, clear: float, wide: float) -> Outline:
    """Return the outline of a rectangle that keeps `clear` above and below, `wide` at its ends."""
    down = [y0 - clear, y1 + clear]
    along = [x0 - wide, x1 + wide]
    return Outline((down, [-x0]), (down, [x1]), (along, [-y0]), (along, [y1]))


def joined(one: Side, other: Side, along: float = 0, out: float = 0) -> Side:
    """Return the outer reach of two sides, the other one moved along and outwards."""
    at_a, far_a = one
    at_b, far_b = other
    end_a, end_b = len(far_a), len(far_b)
    at: list[float] = []
    far: list[float] = []
    i = j = -1  # which step of each we are on; -1 is before the first, the end is behind the last
    next_a, next_b = at_a[0], at_b[0] + along
    last = None
    while True:
        if next_a <= next_b:
            here = next_a
            i += 1
            next_a = at_a[i + 1] if i < end_a else math.inf
        else:
            here = next_b
            j += 1
            next_b = at_b[j + 1] + along if j < end_b else math.inf
        if next_a == math.inf and next_b == math.inf:
            at.append(here)
            break
        a = far_a[i] if 0 <= i < end_a else -math.inf
        b = far_b[j] + out if 0 <= j < end_b else -math.inf
        reach = a if a >= b else b
        if reach == -math.inf:  # a hole between the two: what stands there is not between them
            reach = last if last is not None else b
        if reach == last:
            continue
        if at and at[-1] == here:
            far[-1] = reach
            if len(far) > 1 and far[-2] == reach:
                far.pop()
                at.pop()
        else:
            at.append(here)
            far.append(reach)
        last = reach
    return (at, far) if len(far) <= STEPS else _coarser(at, far)


def _coarser(at: list[float], far: list[float]) -> Side:
    """Merge steps that differ little, then more, until few enough are left; never inwards."""
    little = 4.0
    while len(far) > STEPS:
        new_at, new_far = [at[0]], [far[0]]
        for start, reach in zip(at[1:], far[1:], strict=False):
            if abs(reach - new_far[-1]) <= little:
                new_far[-1] = max(reach, new_far[-1])
            else:
                new_at.append(start)
                new_far.append(reach)
        new_at.append(at[-1])
        at, far = new_at, new_far
        little *= 2
    return at, far


def apart(one: Side, other: Side, along: float = 0) -> float:
    """Return how far the other piece has to be from the first for the two sides to touch.

    The sides face each other (right and left, bottom and top), the other one moved along. Minus
    infinity where they pass each other by.
    """
    at_a, far_a = one
    at_b, far_b = other
    i = j = 0
    most = -math.inf
    end_a, end_b = len(far_a), len(far_b)
    while i < end_a and at_a[i + 1] <= at_b[0] + along:
        i += 1
    while j < end_b and at_b[j + 1] + along <= at_a[0]:
        j += 1
    while i < end_a and j < end_b:
        reach = far_a[i] + far_b[j]
        if at_a[i] < at_b[j + 1] + along and at_b[j] + along < at_a[i + 1] and reach > most:
            most = reach
        if at_a[i + 1] <= at_b[j + 1] + along:
            i += 1
        else:
            j += 1
    return most


def moved(side: Side, along: float, out: float) -> Side:
    """Return a side moved along itself and outwards."""
    return [at + along for at in side[0]], [far + out for far in side[1]]
