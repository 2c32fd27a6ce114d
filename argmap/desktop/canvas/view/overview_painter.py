"""A large map seen from far away: boxes and lines in batches, without their items.

Where thousands of cards are in view, their texts could not be read and their items take too long.
So every colour's boxes and lines are painted with one call each, unsmoothed. The batches are made
once for each picture: gathering them takes many times as long as painting them (see the
measurements in `benchmarks/canvas.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from argmap.drawing.picture import Arrow, Operation, Picture, Piece, Shape

if TYPE_CHECKING:
    from argmap.desktop.canvas.canvas import Canvas

Boxes: TypeAlias = dict[tuple[str, str], list[QRectF]]
"""Rectangles by the colours of their border and fill."""

NEAR = 0.45
"""Pixels per point from which on items are painted in any number."""
FEW = 400
"""Up to so many cards, items are painted at any zoom."""


class Far:
    """Paints a canvas from far away."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._picture: Picture | None = None
        self._frames: Boxes = {}
        self._lines: dict[str, list[QLineF]] = {}
        self._cards: Boxes = {}

    def wanted(self) -> bool:
        """Whether the canvas is seen from far away, and its items are many."""
        picture = self._canvas.stage.picture
        return picture is not None and self._canvas.zoom() < NEAR and len(picture.cards) > FEW

    def paint(self) -> None:
        """Paint what is in view."""
        canvas = self._canvas
        self._prepare(canvas.stage.picture)
        painter = QPainter(canvas.viewport())
        painter.fillRect(canvas.viewport().rect(), canvas.backgroundBrush())
        painter.setTransform(canvas.viewportTransform())
        _paint_boxes(painter, self._frames)
        for colour, lines in self._lines.items():
            painter.setPen(_pen(colour))
            painter.drawLines(lines)
        _paint_boxes(painter, self._cards)
        self._paint_selection(painter)
        canvas.paint_signs(painter)
        painter.end()

    def _prepare(self, picture: Picture | None) -> None:
        if picture is not None and picture is not self._picture:
            self._picture = picture
            # Hollow: batches by colour could cover one that lies in another.
            self._frames = _boxes(picture.frames, filled=False)
            self._lines = _lines(picture.arrows)
            self._cards = _boxes(picture.cards, filled=True)

    def _paint_selection(self, painter: QPainter) -> None:
        canvas = self._canvas
        pen = _pen(canvas.look.theme.lines["selection"])
        pen.setWidth(3)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        chosen = [place for i in canvas.session.selection if (place := canvas.place_of(i))]
        painter.drawRects(chosen)


def _paint_boxes(painter: QPainter, by_colours: Boxes) -> None:
    for (colour, fill), boxes in by_colours.items():
        painter.setPen(_pen(colour))
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRects(boxes)


def _boxes(pieces: Iterable[Piece], *, filled: bool) -> Boxes:
    """Return the rectangles of pieces by their looks."""
    found: Boxes = defaultdict(list)
    for piece in pieces:
        shape = _outline(piece.operations)
        if shape:
            place = QRectF(piece.x, piece.y, piece.width, piece.height)
            found[shape.pen.colour, shape.fill if filled else ""].append(place)
    return found


def _lines(arrows: Iterable[Arrow]) -> dict[str, list[QLineF]]:
    """Return the courses of arrows as straight lines, by colour."""
    found: dict[str, list[QLineF]] = defaultdict(list)
    for edge in (edge for arrow in arrows for edge in arrow.edges):
        shape = _outline(edge.operations)
        if shape:
            points = [QPointF(x + edge.x, y + edge.y) for x, y in edge.curve[::3]]
            found[shape.pen.colour].extend(QLineF(*ends) for ends in pairwise(points))
    return found


def _outline(operations: Iterable[Operation]) -> Shape | None:
    return next((one for one in operations if isinstance(one, Shape)), None)


def _pen(colour: str) -> QPen:
    pen = QPen(QColor(colour), 1)
    pen.setCosmetic(True)
    return pen
