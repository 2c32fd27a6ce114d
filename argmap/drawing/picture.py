"""The picture of a map: what Graphviz drew, by statement and relation id, frozen.

Points are in typographic points (1/72 inch) with y downwards from the top left corner. Each piece
has a place, and operations relative to it: a piece that only moved keeps its operations, so
nothing of it has to be prepared again. Canvas, PNG, PDF and print all play these operations.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import Enum
from functools import cached_property
from typing import TypeAlias

from argmap.frozen import frozen

Point: TypeAlias = tuple[float, float]


class Stroke(Enum):
    """How a line is drawn."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


@frozen
class Pen:
    """A line's colour (`#rrggbb`), width in points, and style."""

    colour: str
    width: float = 1
    stroke: Stroke = Stroke.SOLID


class Form(Enum):
    """What the points of a shape mean."""

    CURVE = "curve"
    """Cubic Bézier curves: a start, then three points for each."""
    POLYGON = "polygon"
    LINE = "line"
    ELLIPSE = "ellipse"
    """The centre, and the two radii as a point."""


@frozen
class Shape:
    """A curve, polygon, line or ellipse; a `fill` of "" fills nothing."""

    form: Form
    points: tuple[Point, ...]
    pen: Pen
    fill: str = ""


@frozen
class Text:
    """One line of text: its anchor on the base line, and the measured width it must not exceed.

    `align` is "l", "c" or "r": where in the line the anchor is; a line that runs from right to
    left has "r".
    """

    text: str
    at: Point
    width: float
    align: str
    size: float
    bold: bool
    italic: bool
    colour: str


Operation: TypeAlias = Shape | Text


@frozen
class Piece:
    """A card, a joint or a halo: its id in the map, its rectangle, and how it is drawn in it."""

    id: str
    x: float
    y: float
    width: float
    height: float
    operations: tuple[Operation, ...]

    @property
    def lines(self) -> tuple[Text, ...]:
        """The lines of text, in reading order."""
        return tuple(one for one in self.operations if isinstance(one, Text))


@frozen
class Edge:
    """One stroke of a relation: the curve (relative to x, y) and all that is drawn along it.

    The curve runs from the premise towards the target. `premise` is the place in
    `Relation.premises` of the one it comes from, or None for the stroke that ends on the target.
    `straight` says that Graphviz gave it no course.
    """

    premise: int | None
    x: float
    y: float
    curve: tuple[Point, ...]
    operations: tuple[Operation, ...]
    straight: bool = False
    cross: bool = False
    """Whether it is a cross link: a second bearing of something that stands elsewhere."""


@frozen
class Arrow:
    """A relation: its strokes, the last ending on the target, and its dot if it has one."""

    id: str
    edges: tuple[Edge, ...]
    dot: Piece | None = None


@frozen
class Picture:
    """A whole picture: halos, the outer ones first, arrows and cards."""

    width: float
    height: float
    background: str
    halos: tuple[Piece, ...] = ()
    """The grounds of groups, each connected piece of a group by itself, by the group's id."""
    cards: tuple[Piece, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    left: float = 0
    top: float = 0
    """Where its top left corner is: not always the origin, where what stays is not to be moved."""

    @cached_property
    def card_by_id(self) -> Mapping[str, Piece]:
        """Cards by statement id."""
        return {card.id: card for card in self.cards}

    @cached_property
    def arrow_by_id(self) -> Mapping[str, Arrow]:
        """Arrows by relation id."""
        return {arrow.id: arrow for arrow in self.arrows}

    def indexed(self) -> Picture:
        """Return the picture itself, once it can find cards and arrows by id without delay."""
        for index in (self.card_by_id, self.arrow_by_id):
            index.keys()
        return self

    def pieces(self) -> Iterator[Piece | Edge]:
        """Return all that is drawn, from back to front."""
        yield from self.halos
        for arrow in self.arrows:
            yield from arrow.edges
        for arrow in self.arrows:
            if arrow.dot:
                yield arrow.dot
        yield from self.cards

    def moved(self, right: float, down: float) -> Picture:
        """Return the same picture further right and down; its size stays what it was."""
        if not right and not down:
            return self
        return replace(
            self,
            halos=tuple(_moved(piece, right, down) for piece in self.halos),
            cards=tuple(_moved(piece, right, down) for piece in self.cards),
            arrows=tuple(
                Arrow(
                    arrow.id,
                    tuple(
                        replace(e, x=round(e.x + right, 2), y=round(e.y + down, 2))
                        for e in arrow.edges
                    ),
                    _moved(arrow.dot, right, down) if arrow.dot else None,
                )
                for arrow in self.arrows
            ),
        )


def _moved(piece: Piece, right: float, down: float) -> Piece:
    return replace(piece, x=round(piece.x + right, 2), y=round(piece.y + down, 2))
