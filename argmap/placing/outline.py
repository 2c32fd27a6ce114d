"""Outlines: how far something reaches on each of its sides, so that pieces can close up.

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

Corners: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""

STEPS = 24
"""How many steps a side keeps at most: more are made coarser, outwards."""


class Outline(NamedTuple):
    """The sides; left and top reach towards smaller coordinates, so their reach is negated.

    Top and bottom are only known of what stands in a stack, or of what is part of such a thing.
    """

    left: Side
    right: Side
    top: Side | None = None
    bottom: Side | None = None

    def moved(self, x: float, y: float) -> Outline:
        """Return the outline of the thing elsewhere."""
        return Outline(
            moved(self.left, y, -x),
            moved(self.right, y, x),
            self.top and moved(self.top, x, -y),
            self.bottom and moved(self.bottom, x, y),
        )

    def joined(self, other: Outline, x: float, y: float) -> Outline:
        """Return the outline of this and something else that stands at (x, y)."""
        top = bottom = None
        if self.top and self.bottom and other.top and other.bottom:
            top = joined(self.top, other.top, x, -y)
            bottom = joined(self.bottom, other.bottom, x, y)
        return Outline(
            joined(self.left, other.left, y, -x), joined(self.right, other.right, y, x), top, bottom
        )


def rectangle(box: Corners, clear: float, wide: float, *, whole: bool) -> Outline:
    """Return the outline of a rectangle, with top and bottom if it is to be `whole`.

    It keeps `clear` above and below itself, and at its ends `wide`.
    """
    x0, y0, x1, y1 = box
    down = [y0 - clear, y1 + clear]
    if not whole:
        return Outline((down, [-x0]), (down, [x1]))
    along = [x0 - wide, x1 + wide]
    return Outline((down, [-x0]), (down, [x1]), (along, [-y0]), (along, [y1]))


def joined(one: Side, other: Side, along: float = 0, out: float = 0) -> Side:
    """Return the outer reach of two sides, the other one moved along and outwards."""
    nowhere = -math.inf
    at_a, far_a = [*one[0], math.inf], [*one[1], nowhere]
    at_b = [at + along for at in other[0]]
    far_b = [far + out for far in other[1]]
    end = max(one[0][-1], at_b[-1])
    at_b.append(math.inf)
    far_b.append(nowhere)
    at: list[float] = []
    far: list[float] = []
    i = j = 0
    a = b = last = nowhere
    next_a, next_b = at_a[0], at_b[0]
    while next_a < end or next_b < end:
        here = next_a
        if next_a <= next_b:
            a = far_a[i]
            i += 1
            next_a = at_a[i]
        if next_b <= here:
            here = next_b
            b = far_b[j]
            j += 1
            next_b = at_b[j]
        reach = a
        if b > a:
            reach = b
        if reach != last and reach > nowhere:  # in a hole the last reach goes on
            at.append(here)
            far.append(reach)
            last = reach
    at.append(end)
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
    end_a, end_b = len(far_a), len(far_b)
    i = j = 0
    most = -math.inf
    low_a, high_a = at_a[0], at_a[1]
    low_b, high_b = at_b[0] + along, at_b[1] + along
    while True:
        if low_a < high_b and low_b < high_a:
            reach = far_a[i] + far_b[j]
            most = max(most, reach)
        if high_a <= high_b:
            i += 1
            if i == end_a:
                return most
            low_a, high_a = high_a, at_a[i + 1]
        else:
            j += 1
            if j == end_b:
                return most
            low_b, high_b = high_b, at_b[j + 1] + along


def moved(side: Side, along: float, out: float) -> Side:
    """Return a side moved along itself and outwards."""
    return [at + along for at in side[0]], [far + out for far in side[1]]


def over(head: Side, way: tuple[float, float], below: Side) -> Side:
    """Return the side of a head with something below it, and a way between the two.

    The way has a start and a reach.
    """
    start, middle = way
    at, far = [*below[0]], below[1]
    if middle > far[0]:  # keep clear of the way as far as what is below keeps clear itself
        at[0] = min(2 * start - head[0][1] + at[0], at[1])
    return [*head[0][:-1], start, *at], [*head[1], middle, *far]
