"""Ways without kinks: a short step aside between two stretches of the same direction is left out.

```
 |            |      The search takes such a step where that costs a little less, as it does not see
 +-+    ->    |      that a line with a kink looks broken. One of the two stretches is moved onto
   |          |      the other's line, if nothing stands there and it costs little more.
 --+        --+
```
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from argmap.placing.courses import Point, without_repeats

SHORT = 9
"""How long a step aside is that looks like a kink, at most."""
WORTH = 100
"""How much more a way without it may cost, in points of way."""

Way = list[Point]


def straightened(way: Sequence[Point], cost: Callable[[Sequence[Point]], float]) -> Way:
    """Return the corners of a way without the kinks that can be left out."""
    corners = without_repeats(way)
    at = 1
    while at < len(corners) - 2:
        if _is_kink(*corners[at - 1 : at + 3]):
            others = [(cost(other), other) for other in _without(corners, at)]
            least, best = min(others, default=(math.inf, corners))
            if least < math.inf and least <= cost(corners) + WORTH:
                corners = best
                continue
        at += 1
    return corners


def _is_kink(before: Point, start: Point, end: Point, after: Point) -> bool:
    """Whether a step is short, and a way goes on after it as it came."""
    goes_on = (start[0] - before[0]) * (after[0] - end[0]) > 0 or (
        (start[1] - before[1]) * (after[1] - end[1]) > 0
    )
    return goes_on and math.dist(start, end) < SHORT


def _without(corners: Way, at: int) -> Iterator[Way]:
    """Return the way without the step that begins at a corner: what is before it moved, or after.

    The ends of the way stay where they are, and no stretch turns round.
    """
    (x, y), (other_x, other_y) = corners[at : at + 2]
    right, down = other_x - x, other_y - y
    if at > 1:
        moved = corners[at - 1][0] + right, corners[at - 1][1] + down
        if _same_way(corners[at - 2], corners[at - 1], moved):
            yield without_repeats([*corners[: at - 1], moved, *corners[at + 2 :]])
    if at + 3 < len(corners):
        moved = corners[at + 2][0] - right, corners[at + 2][1] - down
        if _same_way(corners[at + 3], corners[at + 2], moved):
            yield without_repeats([*corners[:at], moved, *corners[at + 3 :]])


def _same_way(start: Point, end: Point, moved: Point) -> bool:
    """Whether it is the same direction to a point and to where that is moved."""
    return (end[0] - start[0]) * (moved[0] - start[0]) + (end[1] - start[1]) * (
        moved[1] - start[1]
    ) > 0
