"""Graphviz draws what has not been drawn yet, and what it drew is kept by its look."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.drawing.dot import halos
from argmap.drawing.dot.compact import Compact
from argmap.drawing.graphviz import xdot
from argmap.drawing.graphviz.engine import Cancel, CancelledError, run
from argmap.drawing.looks.album import Album, DrawnArrow, DrawnCard, DrawnStroke, Look
from argmap.drawing.looks.things import Looks, courses_of
from argmap.drawing.picture import Arrow, Edge, Picture, Point, Text
from argmap.drawing.text.letters import Letters
from argmap.drawing.text.measure import runs_rightwards, width

_AT_ONCE = 1500
"""So many things at the most are drawn by one run of Graphviz: its answer takes 10 kB of memory for
each while it is read, most of which Python would never give back."""


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

    def portions(self, most: int) -> Iterator[Part]:
        """Return parts of so many cards and arrows at the most, the first with all halos."""
        halos = self.halos
        for at in range(0, max(len(self.cards), len(self.arrows), min(len(halos), 1)), most // 2):
            stop = at + most // 2
            yield Part(self.cards[at:stop], self.arrows[at:stop], halos)
            halos = ()

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
    for some in part.portions(_AT_ONCE):
        if cancel is not None and cancel.is_set():
            raise CancelledError("The layout was cancelled.")
        _draw(compact, looks, some, album, cancel)


def _draw(compact: Compact, looks: Looks, part: Part, album: Album, cancel: Cancel | None) -> None:
    def read(output: bytes) -> Sequence[Picture]:
        pictures = xdot.read(output)
        if not all(_is_whole(picture, part) for picture in pictures):
            raise ValueError("something is not drawn")
        return pictures

    text = compact.source(part.cards, part.arrows, part.halos, labelled=False)
    (drawn,) = run([text], "json", read, engine=compact.options.engine, cancel=cancel)
    _keep(compact, looks, part, drawn, album)


def _is_whole(drawn: Picture, part: Part) -> bool:
    here = drawn.card_by_id.keys() == set(part.cards)
    return here and drawn.arrow_by_id.keys() == set(part.arrows)


def _keep(compact: Compact, looks: Looks, part: Part, drawn: Picture, album: Album) -> None:
    for card in drawn.cards:
        said = _set(compact.cards[card.id].letters, card.width / 2, card.height / 2)
        album.put(looks.cards[card.id], DrawnCard((*card.operations, *said)))
    for arrow in drawn.arrows:
        album.put(looks.arrows[arrow.id], _drawn_arrow(compact, arrow))
    for number, halo in zip(part.halos, drawn.halos, strict=True):
        title = _title(compact, number)
        album.put(looks.halos[number], DrawnCard((*halo.operations, *title)))


def _title(compact: Compact, number: int) -> Iterator[Text]:
    """Return the title of a halo, seen from the corner of that."""
    piece = compact.halos[number]
    if title := halos.letters(piece, compact.options.theme):
        letters, (x, y) = title
        bounds = piece.ground.bounds
        yield from _set((letters,), x - bounds.x, y - bounds.y)


def _set(letters: Sequence[Letters], right: float, down: float) -> Iterator[Text]:
    """Return lines as they are drawn, seen from a corner; what they are seen from is moved so."""
    for line in letters:
        font, wide = line.font, math.ceil(width(line.text, line.font))
        at, align = (round(line.x + right, 2), round(line.y + down, 2)), "l"
        if not runs_rightwards(line.text):
            at, align = (at[0] + wide, at[1]), "r"
        yield Text(line.text, at, wide, align, font.size, font.bold, font.italic, line.colour)


def _drawn_arrow(compact: Compact, arrow: Arrow) -> DrawnArrow:
    courses = courses_of(compact, compact.argument_map.relation_by_id[arrow.id])
    strokes = tuple(
        DrawnStroke(
            (edge.x - course.x, edge.y - course.y),
            edge.curve,
            (*edge.operations, *_said(compact, arrow.id, edge)),
        )
        for edge, course in zip(arrow.edges, courses, strict=True)
    )
    return DrawnArrow(strokes, arrow.dot.operations if arrow.dot else None)


def _said(compact: Compact, relation: str, edge: Edge) -> Iterator[Text]:
    """Return the text beside a stroke, seen from where it begins: a sign, and numbers around it."""
    said: list[tuple[Letters, Point]] = []
    sign = compact.placed.signs.get(relation)
    if sign and edge.premise is None:
        said.append((compact.signs[relation].letters, sign.middle))
    if numbered := compact.placed.numbers.get((relation, edge.premise)):
        number = compact.number((relation, edge.premise)).letters
        said = [(number, numbered.start.middle), *said, (number, numbered.end.middle)]
    for letters, (x, y) in said:
        yield from _set((letters,), x - edge.x, y - edge.y)


def _first(looks: Mapping[str, Look], album: Album) -> list[str]:
    seen: set[Look] = set()
    found = []
    for id_, look in looks.items():
        if look not in seen and album.get(look) is None:
            seen.add(look)
            found.append(id_)
    return found
