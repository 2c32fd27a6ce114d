"""Selecting what lies in a rectangle, drawn from empty canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from argmap.desktop.canvas.gestures.gesture import Gesture

if TYPE_CHECKING:
    from argmap.desktop.canvas.canvas import Canvas

_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Marquee(Gesture):
    """Selects cards that the rectangle touches; with Ctrl or Shift, in addition."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, canvas: Canvas, start: QPoint) -> None:
        super().__init__(canvas, start)
        self._before = canvas.session.selection
        self._place = QRectF()

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Select while the rectangle grows."""
        corners = QRect(self.start, at).normalized()
        self._place = self.canvas.mapToScene(corners).boundingRect()
        inside = [i for i, c in self.canvas.stage.cards.items() if c.place.intersects(self._place)]
        kept = self._before if modifiers & _ADDING else ()
        self.canvas.session.select((*kept, *inside))
        self.canvas.viewport().update()

    def end(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Keep what is selected; a mere click selects nothing."""
        del at
        if self._place.isNull() and not modifiers & _ADDING:
            self.canvas.session.select(())

    def cancel(self) -> None:
        """Select again what was selected."""
        self.canvas.session.select(self._before)

    def paint(self, painter: QPainter) -> None:
        """Draw the rectangle."""
        colour = QColor(self.canvas.look.theme.lines["selection"])
        pen = QPen(colour, 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        colour.setAlpha(40)
        painter.setBrush(colour)
        painter.drawRect(self._place)
