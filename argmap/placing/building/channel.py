"""The channel between cards and what bears on them: which line runs at which level.

___________     ___________
|___________|   |___________|      ports, on the cards' lower edges
^   ^   |_________                 port 2's line lies above port 1's, as it starts
|   |_________    |                inside of it: lines nest, so none crosses another
|____         |   |
|        |   |             lanes, the anchors and lanes of what stands below
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.frozen import frozen
from argmap.placing.metrics import CORNER, LINES, Metrics

SPREAD = 16
"""How far apart the heads of arrows stand on a card, if it is wide enough."""
CLOSE = 10
"""How close two heads may stand to each other whose lanes lead straight to them."""
LEAST = 1
"""How far from a corner one stands at least, if many share a narrow card."""
STRAIGHT = 2
"""A lane as close to its port as this could as well be right under it."""


class Bus(NamedTuple):
    """Neighbouring lanes of one look that share a port."""

    port: float
    lanes: tuple[float, ...]
    straight: bool


@frozen
class Channel:
    """The buses from left to right, the level of each (0 is the lowest), and the height of all."""

    buses: tuple[Bus, ...]
    levels: tuple[int, ...]
    height: float

    def level(self, number: int, bottom: float, metrics: Metrics) -> float:
        """Return the y of a bus in a channel that ends at `bottom`."""
        return bottom - metrics.foot - self.levels[number] * metrics.level


def ports(left: float, wide: float, lanes: Sequence[Sequence[float]]) -> list[float]:
    """Return where on a card's lower edge each bus ends: under it, and apart from the others."""
    low, high = between_corners(left, wide, len(lanes))
    middle = left + wide / 2
    found = [min(max(min(max(middle, bus[0]), bus[-1]), low), high) for bus in lanes]
    count = len(found)
    if count > 1:
        space = min(SPREAD, (high - low) / (count - 1))
        for n in range(1, count):
            if found[n] - found[n - 1] < min(space, CLOSE):
                found[n] = found[n - 1] + space
        found[-1] = min(found[-1], high)
        for n in range(count - 2, -1, -1):
            if found[n + 1] - found[n] < min(space, CLOSE):
                found[n] = found[n + 1] - space
    return found


def between_corners(left: float, wide: float, count: int) -> tuple[float, float]:
    """Return from where to where so many buses may end on a card.

    They keep from its corners, but on a narrow card less: on one point they would be one line.
    """
    room = max(LEAST, min(CORNER, (wide - LINES * (count - 1)) / 2))
    return left + room, left + wide - room


def channel(buses: Sequence[Bus], metrics: Metrics) -> Channel:
    """Return the levels of buses that are given from left to right."""
    count = len(buses)
    levels = [0] * count
    for j in range(1, count):  # what reaches to the right under the next one's port lies lower
        for i in range(j - 1, -1, -1):
            if _reaches(buses[i].lanes[-1], buses[j].port, buses[i], buses[j]):
                levels[j] = max(levels[j], levels[i] + 1)
    for i in range(count - 2, -1, -1):  # and what reaches to the left under the one before
        for j in range(i + 1, count):
            if _reaches(buses[i].port, buses[j].lanes[0], buses[i], buses[j]):
                levels[i] = max(levels[i], levels[j] + 1)
    across = [n for n, bus in enumerate(buses) if not bus.straight]
    if not across:
        return Channel(tuple(buses), tuple(levels), metrics.head + metrics.foot + 2)
    deep = max(levels[n] for n in across)
    return Channel(tuple(buses), tuple(levels), metrics.head + deep * metrics.level + metrics.foot)


def _reaches(one: float, other: float, left: Bus, right: Bus) -> bool:
    """Whether something of the left bus comes under something of the right one."""
    if left.straight and right.straight:
        return False
    closest = min(right.port - left.port, right.lanes[0] - left.lanes[-1])
    return one + min(LINES, closest / 2) > other
