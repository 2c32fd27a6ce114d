"""The looks of all that a placed map draws: what two drawings share that differ in place alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.drawing.dot import arrows
from argmap.drawing.dot.compact import Compact
from argmap.drawing.dot.halos import Piece, colours
from argmap.drawing.looks.album import Look
from argmap.drawing.marks import UNMARKED
from argmap.model.argument_map import Relation
from argmap.placing.courses import Point
from argmap.placing.placed import Course, Rect


class Looks(NamedTuple):
    """The looks of cards and arrows by id, and those of halos in their order."""

    cards: dict[str, Look]
    arrows: dict[str, Look]
    halos: tuple[Look, ...]

    def all(self) -> Iterator[Look]:
        """Return all of them."""
        yield from self.cards.values()
        yield from self.arrows.values()
        yield from self.halos


def looks_of(compact: Compact) -> Looks:
    """Return the looks of all that a placed map draws."""
    relations = compact.argument_map.relations
    return Looks(
        {id_: look.key for id_, look in compact.cards.items()},
        {relation.id: _arrow(compact, relation) for relation in relations},
        tuple(_halo(compact, piece) for piece in compact.halos),
    )


def courses_of(compact: Compact, relation: Relation) -> tuple[Course, ...]:
    """Return the courses of a relation's strokes in their order; the last ends on the target."""
    places = places_of(compact, relation)
    return tuple(compact.placed.courses[relation.id, place] for place in places)


def places_of(compact: Compact, relation: Relation) -> tuple[int | None, ...]:
    """Return the places of the premises of a relation's strokes; None is the one to the target."""
    into = range(len(relation.premises)) if relation.id in compact.placed.joints else ()
    return (*into, None)


def _arrow(compact: Compact, relation: Relation) -> Look:
    courses = courses_of(compact, relation)
    sign = compact.placed.signs.get(relation.id)
    return (
        compact.options.theme.name,
        arrows.style_of(compact.argument_map, relation),
        compact.options.marks.get(relation.id, UNMARKED),
        relation.id in compact.placed.joints,
        tuple((course.line.points, course.cross) for course in courses),
        sign and _from(courses[-1], sign),
        tuple(
            (place, numbered.number, _from(course, numbered.start), _from(course, numbered.end))
            for place, course in zip(places_of(compact, relation), courses, strict=True)
            if (numbered := compact.placed.numbers.get((relation.id, place)))
        ),
    )


def _from(course: Course, rect: Rect) -> Point:
    """Return where a rectangle is, seen from where a course begins."""
    return round(rect.x - course.x, 2), round(rect.y - course.y, 2)


def _halo(compact: Compact, piece: Piece) -> Look:
    at, title = piece.ground.bounds, piece.title
    rings = (piece.ground.ring, *piece.ground.holes)
    return (
        compact.options.theme.name,
        piece.group.name,
        *colours(piece, compact.options.theme),
        tuple(tuple((round(x - at.x, 2), round(y - at.y, 2)) for x, y in ring) for ring in rings),
        title and (round(title.x - at.x, 2), round(title.y - at.y, 2), title.width),
    )
