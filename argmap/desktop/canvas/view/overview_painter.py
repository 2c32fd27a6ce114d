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
from typing import TypeAlias

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from argmap.desktop.canvas.view.map_view import MapView
from argmap.drawing.picture import Arrow, Operation, Picture, Piece, Shape

Boxes: TypeAlias = dict[tuple[str, str], list[QRectF]]
"""Rectangles by the colours of their border and fill."""

NEAR = 0.45
"""Pixels per point from which on items are painted in any number."""
FEW = 400
"""Up to so many cards, items are painted at any zoom."""


class Batches:
    """The halos, lines and cards of a picture, each colour's ready to be painted at once."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        # Hollow: batches by colour could cover one that lies in another.
        self._halos = _boxes(picture.halos, filled=False)
        self._lines = _lines(picture.arrows)
        self._cards = _boxes(picture.cards, filled=True)

    def paint(self, painter: QPainter) -> None:
        """Paint the picture, in its points."""
        _paint_boxes(painter, self._halos)
        for colour, lines in self._lines.items():
            painter.setPen(_pen(colour))
            painter.drawLines(lines)
        _paint_boxes(painter, self._cards)


class OverviewPainter:
    """Paints the picture of a view, and what is selected in it, from far away."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._batches: Batches | None = None

    def wanted(self) -> bool:
        """Whether the picture is seen from far away, and its items are many."""
        picture = self._view.map_scene.picture
        return picture is not None and self._view.zoom() < NEAR and len(picture.cards) > FEW

    def paint(self, painter: QPainter) -> None:
        """Paint what is in view with a painter on the viewport; afterwards it paints in points."""
        view, picture = self._view, self._view.map_scene.picture
        painter.fillRect(view.viewport().rect(), view.backgroundBrush())
        painter.setTransform(view.viewportTransform())
        if picture is None:
            return
        if self._batches is None or self._batches.picture is not picture:
            self._batches = Batches(picture)
        self._batches.paint(painter)
        self._paint_selection(painter)

    def _paint_selection(self, painter: QPainter) -> None:
        pen = _pen(self._view.accent)
        pen.setWidth(3)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        selection = self._view.session.selection
        painter.drawRects([rect for i in selection if (rect := self._view.rect_of(i))])


def _paint_boxes(painter: QPainter, by_colours: Boxes) -> None:
    for (colour, fill), boxes in by_colours.items():
        painter.setPen(_pen(colour))
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
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


def _pen(colour: str | QColor) -> QPen:
    pen = QPen(QColor(colour), 1)
    pen.setCosmetic(True)
    return pen
