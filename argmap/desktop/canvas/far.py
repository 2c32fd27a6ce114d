"""A large map seen from far away: boxes and lines in batches, without their items.

Where thousands of cards are in view, their texts could not be read and their items take too long.
So every colour's boxes and lines are painted with one call each, unsmoothed (see the measurements
in `benchmarks/canvas.py`).
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from argmap.drawing.picture import Shape

if TYPE_CHECKING:
    from argmap.desktop.canvas.items import ArrowItem, CardItem
    from argmap.desktop.canvas.view import Canvas

NEAR = 0.45
"""Pixels per point from which on items are painted in any number."""
FEW = 400
"""Up to so many cards, items are painted at any zoom."""


def paint(canvas: Canvas) -> None:
    """Paint what is in view."""
    painter = QPainter(canvas.viewport())
    painter.fillRect(canvas.viewport().rect(), canvas.backgroundBrush())
    painter.setTransform(canvas.viewportTransform())
    view = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
    _paint_arrows(painter, [a for a in canvas.stage.arrows.values() if _touches(a, view)])
    _paint_cards(painter, [c for c in canvas.stage.cards.values() if c.place.intersects(view)])
    _paint_selection(painter, canvas)
    canvas.paint_signs(painter)
    painter.end()


def _paint_arrows(painter: QPainter, arrows: list[ArrowItem]) -> None:
    by_colour: dict[str, list[QLineF]] = defaultdict(list)
    for item in arrows:
        for edge in item.arrow.edges:
            shape = next((o for o in edge.operations if isinstance(o, Shape)), None)
            if shape is None:
                continue
            points = [QPointF(x + edge.x, y + edge.y) + item.pos() for x, y in edge.curve[::3]]
            strokes = (QLineF(*ends) for ends in pairwise(points))
            by_colour[shape.pen.colour].extend(strokes)
    for colour, lines in by_colour.items():
        painter.setPen(_pen(colour))
        painter.drawLines(lines)


def _paint_cards(painter: QPainter, cards: list[CardItem]) -> None:
    by_look: dict[tuple[str, str], list[QRectF]] = defaultdict(list)
    for item in cards:
        shape = next(o for o in item.card.operations if isinstance(o, Shape))
        by_look[shape.pen.colour, shape.fill].append(item.place)
    for (colour, fill), places in by_look.items():
        painter.setPen(_pen(colour))
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRects(places)


def _paint_selection(painter: QPainter, canvas: Canvas) -> None:
    pen = _pen(canvas.look.theme.lines["selection"])
    pen.setWidth(3)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    chosen = [place for i in canvas.session.selection if (place := canvas.place_of(i))]
    painter.drawRects(chosen)


def _pen(colour: str) -> QPen:
    pen = QPen(QColor(colour), 1)
    pen.setCosmetic(True)
    return pen


def _touches(item: ArrowItem, view: QRectF) -> bool:
    return item.sceneBoundingRect().intersects(view)
