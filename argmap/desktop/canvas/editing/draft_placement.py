"""Where a card that is being written lies: about where the picture will have it, on free ground."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF

GAP = 28.0
_CLOSE = 8.0
_STEP = 20.0
_BACKWARDS = 1.5
_FARTHEST = 420.0
"""How far, in points, free ground is looked for; beyond, a card lies on top of others."""


def beside(anchor: QRectF, size: QRectF, towards: tuple[int, int]) -> QRectF:
    """Return a place of that size next to an anchor, in a direction (steps right and down)."""
    middle = anchor.center() + QPointF(
        towards[0] * ((anchor.width() + size.width()) / 2 + GAP),
        towards[1] * ((anchor.height() + size.height()) / 2 + GAP),
    )
    made = QRectF(size)
    made.moveCenter(middle)
    return made


def free(wanted: QRectF, taken: Collection[QRectF], along: tuple[int, int]) -> QRectF:
    """Return the place nearest to the wanted one, on a line, that covers nothing that is taken.

    Where all of it is taken near by, the wanted one is given: near counts for more than free.
    """
    for step in _steps():
        tried = wanted.translated(along[0] * step, along[1] * step)
        room = tried.adjusted(-_CLOSE, -_CLOSE, _CLOSE, _CLOSE)
        if not any(room.intersects(place) for place in taken):
            return tried
    return wanted


def line_between(anchor: QRectF, place: QRectF) -> QLineF:
    """Return the line between the middles of two rectangles, from the rim of the first one."""
    whole = QLineF(anchor.center(), place.center())
    rim = anchor.adjusted(-_CLOSE, -_CLOSE, _CLOSE, _CLOSE)
    sides = pairwise(
        (rim.topLeft(), rim.topRight(), rim.bottomRight(), rim.bottomLeft(), rim.topLeft())
    )
    for side in sides:
        kind, point = whole.intersects(QLineF(*side))
        if kind is QLineF.IntersectionType.BoundedIntersection:
            return QLineF(point, place.center())
    return whole


def _steps() -> Iterator[float]:
    """Return distances to try, near ones first; onward, where new cards go, counts as nearer."""
    yield 0
    reach = [_STEP * step for step in range(1, int(_FARTHEST / _STEP) + 1)]
    yield from sorted((*reach, *(-step for step in reach)), key=_cost)


def _cost(step: float) -> float:
    return step if step > 0 else -_BACKWARDS * step
