"""Which part of a picture is drawn next: what is nearest to what is looked at."""

from __future__ import annotations

from heapq import nsmallest

from argmap.drawing.dot.compact import Compact
from argmap.drawing.layout import Laid
from argmap.drawing.looks.draw import Part
from argmap.drawing.picture import Picture

Point = tuple[float, float]


def nearest(laid: Laid, point: Point, count: int) -> Part:
    """Return so many cards near to a point, their arrows, and all halos, of what is not drawn."""
    rest = laid.unfinished
    return near(rest.compact, rest.part, point, count) if rest else Part((), (), ())


def near(compact: Compact, part: Part, point: Point, count: int) -> Part:
    """Return what `nearest` does of a part of a map that has been placed."""
    places = compact.placed.cards

    def far(card: str) -> float:
        x, y = places[card].middle
        return abs(x - point[0]) + abs(y - point[1])

    cards = tuple(nsmallest(count, part.cards, key=far))
    chosen = set(cards)
    relations = compact.argument_map.relation_by_id
    arrows = tuple(id_ for id_ in part.arrows if chosen.intersection(relations[id_].premises))
    return Part(cards, arrows if cards else part.arrows[:count], part.halos)


def followed(point: Point, shown: Picture, compact: Compact) -> Point:
    """Return where a point of the picture that is shown is in the next: it stays with its card."""
    x, y = point
    card = min(shown.cards, key=lambda c: abs(c.x - x) + abs(c.y - y), default=None)
    place = compact.placed.cards.get(card.id) if card else None
    return (x + place.x - card.x, y + place.y - card.y) if card and place else point
