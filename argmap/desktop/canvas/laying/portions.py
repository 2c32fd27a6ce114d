"""Which part of a picture is drawn next: what is nearest to what is looked at."""

from __future__ import annotations

from heapq import nsmallest

from argmap.drawing.layout import Laid
from argmap.drawing.looks.draw import Part

Point = tuple[float, float]


def nearest(laid: Laid, point: Point, count: int) -> Part:
    """Return so many cards near to a point, their arrows, and all halos, of what is not drawn."""
    rest, picture = laid.unfinished, laid.picture
    if rest is None:
        return Part((), (), ())

    def far(card: str) -> float:
        piece = picture.card_by_id[card]
        across = abs(piece.x + piece.width / 2 - point[0])
        return across + abs(piece.y + piece.height / 2 - point[1])

    cards = tuple(nsmallest(count, rest.part.cards, key=far))
    chosen = set(cards)
    arrows = tuple(
        id_
        for id_ in rest.part.arrows
        if chosen.intersection(rest.compact.argument_map.relation_by_id[id_].premises)
    )
    if not cards:
        arrows = rest.part.arrows[:count]
    return Part(cards, arrows, rest.part.halos)
