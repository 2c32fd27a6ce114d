"""Graphviz draws what has not been drawn yet, and what it drew is kept by its look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.drawing.dot.compact import Compact
from argmap.drawing.graphviz import xdot
from argmap.drawing.graphviz.engine import Cancel, run
from argmap.drawing.looks.album import Album, DrawnArrow, DrawnCard, DrawnStroke, Look
from argmap.drawing.looks.things import Looks, courses_of
from argmap.drawing.picture import Arrow, Picture


class Part(NamedTuple):
    """Some of what a map draws: ids of cards and relations, and places of halos in their order."""

    cards: tuple[str, ...]
    arrows: tuple[str, ...]
    halos: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.cards or self.arrows or self.halos)

    def without(self, other: Part) -> Part:
        """Return what is not in another part."""
        cards, arrows, halos = map(set, other)
        return Part(
            tuple(id_ for id_ in self.cards if id_ not in cards),
            tuple(id_ for id_ in self.arrows if id_ not in arrows),
            tuple(number for number in self.halos if number not in halos),
        )

    @property
    def size(self) -> int:
        """How many things they are."""
        return len(self.cards) + len(self.arrows) + len(self.halos)


def undrawn(looks: Looks, album: Album) -> Part:
    """Return what no album has yet; of what looks alike, the first."""
    return Part(
        tuple(_first(looks.cards, album)),
        tuple(_first(looks.arrows, album)),
        tuple(n for n, look in enumerate(looks.halos) if album.get(look) is None),
    )


def draw(
    compact: Compact, looks: Looks, part: Part, album: Album, cancel: Cancel | None = None
) -> None:
    """Have a part of a map drawn, and keep it in the album.

    Raises GraphvizError where Graphviz fails, CancelledError where somebody cancels.
    """
    if not part:
        return

    def read(output: bytes) -> Sequence[Picture]:
        pictures = xdot.read(output)
        if not all(_is_whole(picture, part) for picture in pictures):
            raise ValueError("something is not drawn")
        return pictures

    text = xdot.prepared(compact.source(part.cards, part.arrows, part.halos))
    (drawn,) = run([text], "json", read, engine=compact.options.engine, cancel=cancel)
    _keep(compact, looks, part, drawn, album)


def _is_whole(drawn: Picture, part: Part) -> bool:
    here = drawn.card_by_id.keys() == set(part.cards)
    return here and drawn.arrow_by_id.keys() == set(part.arrows)


def _keep(compact: Compact, looks: Looks, part: Part, drawn: Picture, album: Album) -> None:
    for card in drawn.cards:
        album.put(looks.cards[card.id], DrawnCard(card.operations))
    for arrow in drawn.arrows:
        album.put(looks.arrows[arrow.id], _drawn_arrow(compact, arrow))
    for number, halo in zip(part.halos, drawn.halos, strict=True):
        album.put(looks.halos[number], DrawnCard(halo.operations))


def _drawn_arrow(compact: Compact, arrow: Arrow) -> DrawnArrow:
    courses = courses_of(compact, compact.argument_map.relation_by_id[arrow.id])
    strokes = tuple(
        DrawnStroke((edge.x - course.x, edge.y - course.y), edge.curve, edge.operations)
        for edge, course in zip(arrow.edges, courses, strict=True)
    )
    return DrawnArrow(strokes, arrow.dot.operations if arrow.dot else None)


def _first(looks: Mapping[str, Look], album: Album) -> list[str]:
    seen: set[Look] = set()
    found = []
    for id_, look in looks.items():
        if look not in seen and album.get(look) is None:
            seen.add(look)
            found.append(id_)
    return found
