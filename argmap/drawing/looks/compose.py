"""A picture put together from places and drawings: what only moved is the drawing that it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from argmap.drawing.dot import arrows
from argmap.drawing.dot.arrows import DOT_SIZE
from argmap.drawing.dot.compact import Compact
from argmap.drawing.looks.album import Album, DrawnArrow, DrawnCard, DrawnStroke
from argmap.drawing.looks.things import Looks, courses_of
from argmap.drawing.marks import UNMARKED
from argmap.drawing.picture import Arrow, Edge, Form, Operation, Pen, Picture, Piece, Point, Shape
from argmap.model.argument_map import Relation
from argmap.placing.placed import Course, Rect

T = TypeVar("T", Piece, Arrow)


def composed(compact: Compact, looks: Looks, album: Album, last: Picture | None = None) -> Picture:
    """Return the picture of a placed map; what has not been drawn yet is plain.

    It lies over the last picture so that as many cards as can be stay where they are, and what is
    as in the last picture is the same object.
    """
    placed, theme = compact.placed, compact.options.theme
    x, y = _origin(compact, last) if last else (0.0, 0.0)
    relations = compact.argument_map.relations
    fresh = Picture(
        round(placed.width, 2),
        round(placed.height, 2),
        theme.background,
        halos=_halos(compact, looks, album),
        cards=tuple(_cards(compact, looks, album)),
        arrows=tuple(_arrow(compact, relation, looks, album) for relation in relations),
    ).moved(x, y)
    if last is None:
        return fresh
    return replace(
        fresh,
        cards=_same(fresh.cards, last.card_by_id),
        arrows=_same(fresh.arrows, last.arrow_by_id),
        left=x,
        top=y,
    ).indexed()


def _origin(compact: Compact, last: Picture) -> Point:
    """Return how far to move a picture for most of its cards to be where they were."""
    moves: Counter[Point] = Counter()
    for card in last.cards:
        rect = compact.placed.cards.get(card.id)
        if rect:
            moves[round(card.x - round(rect.x, 2), 2), round(card.y - round(rect.y, 2), 2)] += 1
    return moves.most_common(1)[0][0] if moves else (0.0, 0.0)


def _same(made: Iterable[T], known: Mapping[str, T]) -> tuple[T, ...]:
    """Return things; those that are equal to known ones are the known ones."""
    found = []
    for one in made:
        old = known.get(one.id)
        found.append(old if old is not None and _alike(old, one) else one)
    return tuple(found)


def _alike(old: Piece | Arrow, new: Piece | Arrow) -> bool:
    """Whether two things are the same drawing in the same place; drawings are shared."""
    if isinstance(old, Piece) and isinstance(new, Piece):
        return old.operations is new.operations and (old.x, old.y) == (new.x, new.y)
    if isinstance(old, Arrow) and isinstance(new, Arrow):
        dots = (old.dot is None) == (new.dot is None)
        if not dots or len(old.edges) != len(new.edges):
            return False
        same = all(
            a.operations is b.operations and (a.x, a.y) == (b.x, b.y)
            for a, b in zip(old.edges, new.edges, strict=True)
        )
        return same and (not old.dot or not new.dot or _alike(old.dot, new.dot))
    return False


def _cards(compact: Compact, looks: Looks, album: Album) -> Iterable[Piece]:
    for id_, look in compact.cards.items():
        rect = compact.placed.cards[id_]
        known = album.get(looks.cards[id_]) or album.plain.get(looks.cards[id_])
        if not isinstance(known, DrawnCard):
            known = album.plain[looks.cards[id_]] = _plain_card(rect, look.attributes)
        yield _piece(id_, rect, known.operations)


def _halos(compact: Compact, looks: Looks, album: Album) -> tuple[Piece, ...]:
    found = []
    for piece, look in zip(compact.halos, looks.halos, strict=True):
        known = album.get(look)
        operations = known.operations if isinstance(known, DrawnCard) else ()
        found.append(_piece(piece.group.id, piece.ground.bounds, operations))
    return tuple(found)


def _arrow(compact: Compact, relation: Relation, looks: Looks, album: Album) -> Arrow:
    courses = courses_of(compact, relation)
    look = looks.arrows[relation.id]
    drawn = album.get(look) or album.plain.get(look)
    if not isinstance(drawn, DrawnArrow):
        drawn = album.plain[look] = _plain_arrow(compact, relation, courses)
    numbers = (*range(len(courses) - 1), None)
    edges = tuple(
        Edge(
            number,
            round(course.x + stroke.off[0], 2),
            round(course.y + stroke.off[1], 2),
            stroke.curve,
            stroke.operations,
            cross=course.cross,
        )
        for number, course, stroke in zip(numbers, courses, drawn.strokes, strict=True)
    )
    at = compact.placed.joints.get(relation.id)
    if at is None:
        return Arrow(relation.id, edges)
    half = DOT_SIZE / 2
    rect = Rect(at[0] - half, at[1] - half, DOT_SIZE, DOT_SIZE)
    return Arrow(relation.id, edges, _piece(relation.id, rect, drawn.joint or ()))


def _piece(id_: str, rect: Rect, operations: tuple[Operation, ...]) -> Piece:
    return Piece(
        id_,
        round(rect.x, 2),
        round(rect.y, 2),
        round(rect.width, 2),
        round(rect.height, 2),
        operations,
    )


def _plain_card(rect: Rect, attributes: Mapping[str, str]) -> DrawnCard:
    """Return a rectangle in the colours of a card."""
    wide, high = rect.width, rect.height
    pen = Pen(attributes["color"], float(attributes["penwidth"]))
    corners = ((0.0, 0.0), (wide, 0.0), (wide, high), (0.0, high))
    return DrawnCard((Shape(Form.POLYGON, corners, pen, attributes["fillcolor"]),))


def _plain_arrow(compact: Compact, relation: Relation, courses: Sequence[Course]) -> DrawnArrow:
    """Return the lines of an arrow without its head and sign."""
    mark = compact.options.marks.get(relation.id, UNMARKED)
    style = arrows.style_of(compact.argument_map, relation)
    pen = Pen(arrows.colour(style, compact.options.theme, mark), mark.width or style.width)
    return DrawnArrow(tuple(_plain_stroke(course, pen) for course in courses), None)


def _plain_stroke(course: Course, pen: Pen) -> DrawnStroke:
    x, y = course.points[0]
    curve = tuple((right - x, down - y) for right, down in course.points)
    return DrawnStroke((x, y), curve, (Shape(Form.CURVE, curve, pen),))
