"""Boxes and lines of a picture in batches: each colour's are painted with one call, unsmoothed.

They lie in tiles, so that only what is in view is painted. Lines that are longer than a tile are
painted always. Whoever looks from so far away that a card is a few pixels sees fills without
borders, and no lines shorter than a pixel or two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeAlias

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from argmap.drawing.picture import Arrow, Operation, Picture, Piece, Shape

Tile: TypeAlias = tuple[int, int]
Boxes: TypeAlias = dict[tuple[str, str], list[QRectF]]
"""Rectangles by the colours of their border and fill."""
Lines: TypeAlias = dict[str, list[QLineF]]
"""Lines by colour."""

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
        self._halos = _boxes(picture.halos, filled=False)
        self._cards: dict[Tile, Boxes] = defaultdict(dict)
        self._lines: dict[Tile, Lines] = defaultdict(dict)
        self._long: Lines = {}
        """Lines that matter from far away too, wherever they lie."""
        self._far: Lines = {}
        for card in picture.cards:
            tile = self._cards[_tile(card.x, card.y)]
            for colours, boxes in _boxes((card,), filled=True).items():
                tile.setdefault(colours, []).extend(boxes)
        for colour, line in _lines(picture.arrows):
            far = abs(line.dx()) + abs(line.dy())
            if far >= _SHORT:
                self._far.setdefault(colour, []).append(line)
            if far > _OVERHANG:
                self._long.setdefault(colour, []).append(line)
            else:
                self._lines[_tile(line.x1(), line.y1())].setdefault(colour, []).append(line)

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Paint what is seen of the picture, in its points."""
        fine = painter.worldTransform().m11() < FINE
        _paint_boxes(painter, self._halos)
        if fine:
            _paint_lines(painter, self._far)
        else:
            for tile in _tiles(seen):
                _paint_lines(painter, self._lines.get(tile, {}))
            _paint_lines(painter, self._long)
        for tile in _tiles(seen) if not fine else self._cards:
            _paint_boxes(painter, self._cards.get(tile, {}), hollow=fine)


def _tile(x: float, y: float) -> Tile:
    return int(x // SIZE), int(y // SIZE)


def _tiles(seen: QRectF) -> Iterator[Tile]:
    """Return the tiles of which something can be seen."""
    around = seen.adjusted(-_OVERHANG, -_OVERHANG, _OVERHANG, _OVERHANG)
    left, top = _tile(around.left(), around.top())
    right, bottom = _tile(around.right(), around.bottom())
    return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))


def _paint_lines(painter: QPainter, by_colour: Lines) -> None:
    for colour, lines in by_colour.items():
        painter.setPen(pen_of(colour))
        painter.drawLines(lines)


def _paint_boxes(painter: QPainter, by_colours: Boxes, *, hollow: bool = False) -> None:
    """Paint boxes; those that are too small for a border are all border."""
    for (colour, fill), boxes in by_colours.items():
        painter.setPen(Qt.PenStyle.NoPen if hollow else pen_of(colour))
        inner = colour if hollow else fill
        painter.setBrush(QColor(inner) if inner else Qt.BrushStyle.NoBrush)
        painter.drawRects(boxes)


def _boxes(pieces: Iterable[Piece], *, filled: bool) -> Boxes:
    """Return the rectangles of pieces by their colours."""
    found: Boxes = defaultdict(list)
    for piece in pieces:
        shape = _outline(piece.operations)
        if shape:
            rect = QRectF(piece.x, piece.y, piece.width, piece.height)
            found[shape.pen.colour, shape.fill if filled else ""].append(rect)
    return found


def _lines(arrows: Iterable[Arrow]) -> Iterator[tuple[str, QLineF]]:
    """Return the courses of arrows as straight lines, with their colours."""
    for edge in (edge for arrow in arrows for edge in arrow.edges):
        shape = _outline(edge.operations)
        if shape:
            points = [QPointF(x + edge.x, y + edge.y) for x, y in edge.curve[::3]]
            for ends in pairwise(points):
                yield shape.pen.colour, QLineF(*ends)


def _outline(operations: Iterable[Operation]) -> Shape | None:
    return next((one for one in operations if isinstance(one, Shape)), None)


def pen_of(colour: str | QColor) -> QPen:
    """Return a pen that is one pixel wide at any zoom."""
    pen = QPen(QColor(colour), 1)
    pen.setCosmetic(True)
    return pen
