"""Boxes and lines of a picture in batches: each colour's are painted with one call, unsmoothed.

They lie in tiles, so that only what is in view is painted. Lines that are longer than a tile are
painted always. Whoever looks from so far away that a card is a few pixels sees fills without
borders, and no lines shorter than a pixel or two.

A batch is one path of Qt: thousands of rectangles and lines of Python would have to be handed over
one by one for each painting, and to be let go of one by one with the picture.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeAlias

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from argmap.drawing.picture import Arrow, Operation, Picture, Piece, Shape
from argmap.painting import path

Tile: TypeAlias = tuple[int, int]
Boxes: TypeAlias = dict[tuple[str, str], QPainterPath]
"""Rectangles, or outlines of halos, by the colours of their border and fill."""
Lines: TypeAlias = dict[str, QPainterPath]
"""Lines by colour."""
Ends: TypeAlias = tuple[float, float, float, float]

SIZE = 1500.0
"""The width and height of a tile, in points."""
_OVERHANG = 900.0
"""How far, in points, a box or line may reach out of its tile."""
FINE = 0.07
"""Pixels per point below which a card is lower than 4 pixels."""
_SHORT = 30.0
"""Lines that are shorter than this, in points, are not to be seen then."""


class Batches:
    """The halos, lines and cards of a picture, each colour's ready to be painted at once."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        # Hollow: batches by colour could cover one that lies in another.
        self._halos: Boxes = defaultdict(_filled)
        self._cards: dict[Tile, Boxes] = defaultdict(lambda: defaultdict(_filled))
        self._lines: dict[Tile, Lines] = defaultdict(lambda: defaultdict(QPainterPath))
        self._long: Lines = defaultdict(QPainterPath)
        """Lines that matter from far away too, wherever they lie."""
        self._far: Lines = defaultdict(QPainterPath)
        for halo in picture.halos:
            _add_outline(self._halos, halo)
        for card in picture.cards:
            _add_box(self._cards[_tile(card.x, card.y)], card)
        for colour, line in _lines(picture.arrows):
            self._add_line(colour, line)

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Paint what is seen of the picture, in its points."""
        fine = painter.worldTransform().m11() < FINE
        _paint_boxes(painter, self._halos)
        if fine:
            _paint_lines(painter, self._far)
        else:
            for tile in self._tiles(seen):
                _paint_lines(painter, self._lines.get(tile, {}))
            _paint_lines(painter, self._long)
        for tile in self._tiles(seen):
            _paint_boxes(painter, self._cards.get(tile, {}), hollow=fine)

    def _add_line(self, colour: str, line: Ends) -> None:
        x, y, to_x, to_y = line
        far = abs(to_x - x) + abs(to_y - y)
        lots = [self._far] if far >= _SHORT else []
        lots.append(self._long if far > _OVERHANG else self._lines[_tile(x, y)])
        for lot in lots:
            lot[colour].moveTo(x, y)
            lot[colour].lineTo(to_x, to_y)

    def _tiles(self, seen: QRectF) -> Iterable[Tile]:
        """Return the tiles of which something can be seen."""
        around = seen.adjusted(-_OVERHANG, -_OVERHANG, _OVERHANG, _OVERHANG)
        left, top = _tile(around.left(), around.top())
        right, bottom = _tile(around.right(), around.bottom())
        here = {*self._cards, *self._lines}
        return [(x, y) for x, y in here if left <= x <= right and top <= y <= bottom]


def _filled() -> QPainterPath:
    """Return a path in which boxes that overlap are filled all the same."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def _tile(x: float, y: float) -> Tile:
    return int(x // SIZE), int(y // SIZE)


def _paint_lines(painter: QPainter, by_colour: Lines) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, lines in by_colour.items():
        painter.setPen(pen_of(colour))
        painter.drawPath(lines)


def _paint_boxes(painter: QPainter, by_colours: Boxes, *, hollow: bool = False) -> None:
    """Paint boxes; those that are too small for a border are all border."""
    for (colour, fill), boxes in by_colours.items():
        painter.setPen(Qt.PenStyle.NoPen if hollow else pen_of(colour))
        inner = colour if hollow else fill
        painter.setBrush(QColor(inner) if inner else Qt.BrushStyle.NoBrush)
        painter.drawPath(boxes)


def _add_box(boxes: Boxes, piece: Piece) -> None:
    """Add the rectangle of a piece to those of its colours."""
    shape = _outline(piece.operations)
    if shape:
        boxes[shape.pen.colour, shape.fill].addRect(piece.x, piece.y, piece.width, piece.height)


def _add_outline(boxes: Boxes, halo: Piece) -> None:
    """Add the outline of a halo, which goes round the cards of others."""
    shape = _outline(halo.operations)
    if shape:
        boxes[shape.pen.colour, ""].addPath(path(shape).translated(halo.x, halo.y))


def _lines(arrows: Iterable[Arrow]) -> Iterator[tuple[str, Ends]]:
    """Return the courses of arrows as straight lines, with their colours."""
    for edge in (edge for arrow in arrows for edge in arrow.edges):
        shape = _outline(edge.operations)
        if shape:
            points = [(x + edge.x, y + edge.y) for x, y in edge.curve[::3]]
            for (x, y), (to_x, to_y) in pairwise(points):
                yield shape.pen.colour, (x, y, to_x, to_y)


def _outline(operations: Iterable[Operation]) -> Shape | None:
    return next((one for one in operations if isinstance(one, Shape)), None)


def pen_of(colour: str | QColor) -> QPen:
    """Return a pen that is one pixel wide at any zoom."""
    pen = QPen(QColor(colour), 1)
    pen.setCosmetic(True)
    return pen
