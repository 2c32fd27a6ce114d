"""Which card lies next in a direction: what the arrow keys mean.

Of the cards whose middle lies on that side, the one is next that is nearest, where a step to the
side counts more than twice a step ahead. So Down goes to the card below, even if another one that
is further to the side is a little nearer.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import Qt

Point = tuple[float, float]
_SIDEWAYS = 2.4


class Heading(Enum):
    """A direction on the screen: steps to the right and down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


HEADINGS = {
    Qt.Key.Key_Left: Heading.LEFT,
    Qt.Key.Key_Right: Heading.RIGHT,
    Qt.Key.Key_Up: Heading.UP,
    Qt.Key.Key_Down: Heading.DOWN,
}


def next_card(start: Point, others: Iterable[tuple[str, Point]], heading: Heading) -> str:
    """Return the id of the next card from a middle, given ids and middles of others, or ""."""
    right, down = heading.value
    best, found = math.inf, ""
    for id_, (x, y) in others:
        dx, dy = x - start[0], y - start[1]
        ahead = dx * right + dy * down
        aside = abs(dx * down) + abs(dy * right)
        if ahead <= 1:
            continue
        far = ahead + _SIDEWAYS * aside
        if far < best:
            best, found = far, id_
    return found
