"""What a press of the mouse begins: one class for each gesture, one gesture at a time.

A gesture hears every move until the button is let go or Escape is pressed. While it lasts the
canvas passes it the keys as well, so Escape always takes it back. It draws its own signs on top of
the picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter

if TYPE_CHECKING:
    from argmap.desktop.canvas.canvas import Canvas


class Gesture:
    """The base of all gestures: does nothing. Places are in pixels of the viewport."""

    cursor = Qt.CursorShape.ArrowCursor

    def __init__(self, canvas: Canvas, start: QPoint) -> None:
        self.canvas = canvas
        self.start = start

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Follow the pointer."""

    def end(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Do what the gesture is for."""

    def cancel(self) -> None:
        """Leave everything as it was."""

    def key(self, _event: QKeyEvent) -> bool:
        """Hear a key; tell whether it meant something to the gesture."""
        return False

    def paint(self, painter: QPainter) -> None:
        """Draw on top of the picture, in its points."""

    def label(self, painter: QPainter, at: QPointF, words: str) -> None:
        """Write beside a place of the viewport what would happen, as large at every zoom."""
        theme = self.canvas.look.theme
        painter.save()
        painter.resetTransform()
        painter.setFont(self.canvas.font())
        ground = QRectF(painter.fontMetrics().boundingRect(words)).adjusted(-7, -4, 7, 4)
        ground.moveTopLeft(at + QPointF(14, 14))
        inside = self.canvas.viewport().rect()
        ground.moveRight(min(ground.right(), inside.right()))
        ground.moveBottom(min(ground.bottom(), inside.bottom()))
        painter.setPen(QColor(theme.lines["selection"]))
        painter.setBrush(QColor(theme.background))
        painter.drawRoundedRect(ground, 4, 4)
        painter.setPen(QColor(theme.text))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()
