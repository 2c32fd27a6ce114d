"""Where a card that is being written lies: about where the picture will have it, on free ground."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF

from argmap.desktop.canvas.editing.card_editor import HEIGHT, WIDTH
from argmap.desktop.canvas.scene.card_item import CardItem
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.draft import Draft

GAP = 28.0
_ROOM_AROUND = 60
"""Pixels that a draft and its anchor leave free, where both are to be seen at once."""
_CLOSE = 8.0
_STEP = 20.0
_BACKWARDS = 1.5
_OFF_MIDDLE = 0.22
"""How far off the middle of the viewport, as a share of it, the first claim is written."""
_FARTHEST = 420.0
"""How far, in points, free ground is looked for; beyond, a card lies on top of others."""


def rect_for(draft: Draft, anchor: QRectF | None, view: MapView) -> QRectF:
    """Return where in the scene to write a draft whose anchor, if it has one, lies there."""
    size = QRectF(0, 0, WIDTH, HEIGHT)
    if draft.place:
        size.moveCenter(QPointF(*draft.place))
        return size
    argument_map = view.session.argument_map
    towards, sideways = argument_map.direction.towards_premises, argument_map.direction.towards_next
    if anchor is None:
        return _rect_on_its_own(size, sideways, view)
    aside = draft.beside or draft.anchor in argument_map.relation_by_id
    wanted = beside(anchor, size, sideways if aside else towards)
    siblings = _premise_rects(draft.anchor, view)
    if siblings and not aside:
        wanted = beside(siblings[-1], size, sideways)
    return free(wanted, _taken_around(wanted, view), sideways)


def beside(anchor: QRectF, size: QRectF, towards: tuple[int, int]) -> QRectF:
    """Return a rectangle of that size next to an anchor, in a direction (steps right and down)."""
    middle = anchor.center() + QPointF(
        towards[0] * ((anchor.width() + size.width()) / 2 + GAP),
        towards[1] * ((anchor.height() + size.height()) / 2 + GAP),
    )
    made = QRectF(size)
    made.moveCenter(middle)
    return made


def free(wanted: QRectF, taken: Collection[QRectF], along: tuple[int, int]) -> QRectF:
    """Return the rectangle nearest to the wanted one, on a line, that covers nothing taken.

    Where all of it is taken near by, the wanted one is given: near counts for more than free.
    """
    for step in _steps():
        tried = wanted.translated(along[0] * step, along[1] * step)
        room = tried.adjusted(-_CLOSE, -_CLOSE, _CLOSE, _CLOSE)
        if not any(room.intersects(rect) for rect in taken):
            return tried
    return wanted


def scroll_to(view: MapView, rect: QRectF, anchor: QRectF | None) -> None:
    """Scroll as little as needed to see a rectangle, with its anchor if both can be seen."""
    both = rect.united(anchor) if anchor else rect
    seen, room = view.rect_to_viewport(both).size(), view.viewport().size()
    fits_across = seen.width() < room.width() - _ROOM_AROUND
    fits = fits_across and seen.height() < room.height() - _ROOM_AROUND
    view.scroll_into_view(both if fits else rect)


def line_between(anchor: QRectF, rect: QRectF) -> QLineF:
    """Return the line between the middles of two rectangles, from the rim of the first one."""
    whole = QLineF(anchor.center(), rect.center())
    rim = anchor.adjusted(-_CLOSE, -_CLOSE, _CLOSE, _CLOSE)
    sides = pairwise(
        (rim.topLeft(), rim.topRight(), rim.bottomRight(), rim.bottomLeft(), rim.topLeft())
    )
    for side in sides:
        kind, point = whole.intersects(QLineF(*side))
        if kind is QLineF.IntersectionType.BoundedIntersection:
            return QLineF(point, rect.center())
    return whole


def _taken_around(wanted: QRectF, view: MapView) -> list[QRectF]:
    """Return the rectangles of the cards as far around as free ground is looked for."""
    reach = _FARTHEST + _CLOSE
    around = view.map_scene.items(wanted.adjusted(-reach, -reach, reach, reach))
    return [item.scene_rect for item in around if isinstance(item, CardItem)]


def _rect_on_its_own(size: QRectF, sideways: tuple[int, int], view: MapView) -> QRectF:
    """Return where a card without an anchor lies: after all others.

    The first of a map lies off the middle, so that what will bear on it has room.
    """
    bounds = view.bounds()
    if not view.map_scene.cards:
        size.moveCenter(bounds.center() - _room_for_premises(view))
        return size
    corner = bounds.bottomLeft() if sideways[1] else bounds.topRight()
    return size.translated(corner).translated(*(GAP * part for part in sideways))


def _room_for_premises(view: MapView) -> QPointF:
    """Return how far from the middle, towards its end, a map's first claim lies."""
    right, down = view.session.argument_map.direction.towards_premises
    room = view.viewport().rect()
    share = _OFF_MIDDLE / view.zoom()
    return QPointF(right * room.width() * share, down * room.height() * share)


def _premise_rects(target: str, view: MapView) -> list[QRectF]:
    """Return the rectangles of the cards that bear on a target, in their order."""
    relations = view.session.argument_map.relations_on(target)
    premises = (premise for relation in relations for premise in relation.premises)
    return [rect for premise in premises if (rect := view.rect_of(premise))]


def _steps() -> Iterator[float]:
    """Return distances to try, near ones first; onward, where new cards go, counts as nearer."""
    yield 0
    reach = [_STEP * step for step in range(1, int(_FARTHEST / _STEP) + 1)]
    yield from sorted((*reach, *(-step for step in reach)), key=_cost)


def _cost(step: float) -> float:
    return step if step > 0 else -_BACKWARDS * step
