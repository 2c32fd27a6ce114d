"""What is true of every compact picture, told from what is drawn: cards, strokes, heads, signs."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import TypeAlias

from argmap.drawing.picture import Edge, Picture, Piece, Point, Text
from argmap.model.argument_map import ArgumentMap

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom."""
STEPS = 8
TOUCH = 1.5
"""How far things may reach into each other before it is seen, in points."""


def broken(argument_map: ArgumentMap, picture: Picture) -> list[str]:
    """Return everything that is wrong with a picture, in words."""
    laws = (_overlaps, _outside, _signs, _trespasses, _crossings)
    return [fault for law in laws for fault in law(argument_map, picture)]


def box(piece: Piece) -> Box:
    """Return the rectangle of a piece."""
    return piece.x, piece.y, piece.x + piece.width, piece.y + piece.height


def course(edge: Edge) -> list[Point]:
    """Return points along a stroke, close to each other where it bends."""
    curve = [(edge.x + x, edge.y + y) for x, y in edge.curve]
    found = curve[:1]
    for n in range(0, len(curve) - 3, 3):
        a, b, c, d = curve[n : n + 4]
        for step in range(1, STEPS + 1):
            t = step / STEPS
            parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            points = (a, b, c, d)
            x, y = (sum(p * q[axis] for p, q in zip(parts, points, strict=True)) for axis in (0, 1))
            found.append((x, y))
    return found


def signs(picture: Picture) -> list[tuple[str, Box]]:
    """Return the ink of every sign and badge, by relation."""
    found = []
    for arrow in picture.arrows:
        for edge in arrow.edges:
            for text in edge.operations:
                if isinstance(text, Text):
                    left, base = edge.x + text.at[0], edge.y + text.at[1]
                    ink = (left, base - 0.72 * text.size, left + text.width, base)
                    found.append((arrow.id, ink))
    return found


def _meet(one: Box, other: Box, by: float = TOUCH) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across > by and min(one[3], other[3]) - max(one[1], other[1]) > by


def _overlaps(_map: ArgumentMap, picture: Picture) -> Iterator[str]:
    for one, other in combinations(picture.cards, 2):
        if _meet(box(one), box(other)):
            yield f"{one.id} lies on {other.id}"


def _outside(_map: ArgumentMap, picture: Picture) -> Iterator[str]:
    boxes = [(piece.id, box(piece)) for piece in (*picture.cards, *picture.halos)]
    for id_, (left, top, right, bottom) in (*boxes, *signs(picture)):
        if min(left, top) < 0 or right > picture.width or bottom > picture.height:
            yield f"{id_} leaves the picture"


def _signs(_map: ArgumentMap, picture: Picture) -> Iterator[str]:
    found = signs(picture)
    if len({id_ for id_, _ in found}) < len(picture.arrows):
        yield "an arrow has no sign"
    for (one, here), (other, there) in combinations(found, 2):
        if _meet(here, there):
            yield f"the signs of {one} and {other} lie on each other"
    for id_, ink in found:
        for card in picture.cards:
            if _meet(ink, box(card)):
                yield f"the sign of {id_} lies on {card.id}"


def _trespasses(argument_map: ArgumentMap, picture: Picture) -> Iterator[str]:
    """No stroke of the tree runs over a card or joint that is not its own."""
    joints = [(arrow.id, arrow.dot) for arrow in picture.arrows if arrow.dot]
    for id_, edge, ends in _strokes(argument_map, picture):
        points = course(edge)
        for card in picture.cards:
            if card.id not in ends and _runs_over(points, box(card)):
                yield f"{id_} runs over {card.id}"
        for joint, dot in joints:
            if joint not in ends and _runs_over(points, box(dot)):
                yield f"{id_} runs over the joint of {joint}"


def _crossings(argument_map: ArgumentMap, picture: Picture) -> Iterator[str]:
    """No two strokes of the tree cross."""
    strokes = [
        (id_, list(pairwise(course(edge))), ends)
        for id_, edge, ends in _strokes(argument_map, picture)
    ]
    for (one, here, ends), (other, there, more) in combinations(strokes, 2):
        if ends & more:
            continue  # they may share a lane and a head
        if any(_cross(*a, *b) for a in here for b in there):
            yield f"{one} crosses {other}"


def _strokes(
    argument_map: ArgumentMap, picture: Picture
) -> Iterator[tuple[str, Edge, frozenset[str]]]:
    """Return the strokes of the tree with what they may touch."""
    for arrow in picture.arrows:
        relation = argument_map.relation_by_id[arrow.id]
        for edge in arrow.edges:
            if not edge.cross:
                yield arrow.id, edge, frozenset({arrow.id, relation.target, *relation.premises})


def _runs_over(points: list[Point], area: Box) -> bool:
    left, top, right, bottom = area
    inside = [
        left + TOUCH < x < right - TOUCH and top + TOUCH < y < bottom - TOUCH for x, y in points
    ]
    steps = zip(pairwise(points), pairwise(inside), strict=True)
    return sum(math.dist(a, b) for (a, b), both in steps if all(both)) > TOUCH


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    apart = side(a, b, c) * side(a, b, d) < -1e-6
    return apart and side(c, d, a) * side(c, d, b) < -1e-6
