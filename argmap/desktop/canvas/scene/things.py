"""What is asked of the cards and arrows of pictures, and of the items that show them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from argmap.desktop.canvas.scene.arrow_item import ArrowItem, middle_of
from argmap.desktop.canvas.scene.card_item import CardItem
from argmap.drawing.picture import Arrow, Picture, Piece


def thing_of(picture: Picture, id_: str) -> Piece | Arrow | None:
    """Return the card or arrow of an id; None for what is not there."""
    return picture.card_by_id.get(id_) or picture.arrow_by_id.get(id_)


def ids_of(picture: Picture) -> set[str]:
    """Return the ids of all cards and arrows."""
    return {*picture.card_by_id, *picture.arrow_by_id}


def shown_by(item: CardItem | ArrowItem) -> Piece | Arrow:
    """Return what an item shows."""
    return item.card if isinstance(item, CardItem) else item.arrow


def corner(card: Piece) -> QPointF:
    """Return where in the scene a card has its corner."""
    return QPointF(card.x, card.y)


def rect_of(thing: Piece | Arrow) -> QRectF:
    """Return the rectangle of a card, or of an arrow's dot or middle."""
    if isinstance(thing, Piece):
        return QRectF(thing.x, thing.y, thing.width, thing.height)
    return middle_of(thing)


def offset(old: Arrow, new: Arrow) -> QPointF | None:
    """Return how far an arrow of the same course has moved, or None for another course."""
    if old is new:
        return QPointF()
    parts = [(e.x, e.y, e.curve, e.operations) for e in old.edges]
    others = [(e.x, e.y, e.curve, e.operations) for e in new.edges]
    if [part[2:] for part in parts] != [part[2:] for part in others]:
        return None
    steps = {(x - a, y - b) for (a, b, *_), (x, y, *_) in zip(parts, others, strict=True)}
    return QPointF(*steps.pop()) if len(steps) == 1 else None


def same_dot(old: Arrow, new: Arrow) -> bool:
    """Whether two arrows have dots that are painted the same, or both none."""
    if old.dot is None or new.dot is None:
        return old.dot is new.dot
    return old.dot.operations == new.dot.operations
