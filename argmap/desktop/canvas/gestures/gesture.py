"""What a press of the mouse begins: one class for each gesture, one gesture at a time.

A gesture hears every move until the button is let go or Escape is pressed. While it lasts it gets
the keys as well, so Escape always takes it back. It draws its own signs on top of the picture.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter

from argmap.desktop.canvas.view.map_view import MapView


class Gesture:
    """The base of all gestures: does nothing. Points are in pixels of the viewport.

    `waits_for_click` is of one that goes on when no button is held; `done` of one that has ended
    by itself.
    """

    cursor = Qt.CursorShape.ArrowCursor
    waits_for_click = False

    def __init__(self, view: MapView, start: QPoint) -> None:
        self.view = view
        self.start = start
        self.done = False

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Follow the pointer."""

    def end(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Do what the gesture is for."""

    def cancel(self) -> None:
        """Leave everything as it was."""

    def key(self, _event: QKeyEvent) -> bool:
        """Act on a key; whether it meant something to the gesture."""
        return False

    def picture_shown(self) -> None:
        """Go on in another picture."""

    def refuse_key(self) -> None:
        """Say why nothing comes of a key that means nothing to the gesture."""
        self.view.session.remark("Let the mouse go before you type, or take it back with Escape.")

    def paint(self, painter: QPainter) -> None:
        """Draw on top of the picture, in its points."""

    def paint_label(self, painter: QPainter, at: QPointF, words: str) -> None:
        """Write beside a point of the viewport what would happen, as large at every zoom."""
        theme = self.view.appearance.theme
        painter.save()
        painter.resetTransform()
        painter.setFont(self.view.font())
        ground = QRectF(painter.fontMetrics().boundingRect(words)).adjusted(-7, -4, 7, 4)
        ground.moveTopLeft(at + QPointF(14, 14))
        inside = self.view.viewport().rect()
        ground.moveRight(min(ground.right(), inside.right()))
        ground.moveBottom(min(ground.bottom(), inside.bottom()))
        painter.setPen(self.view.accent)
        painter.setBrush(QColor(theme.background))
        painter.drawRoundedRect(ground, 4, 4)
        painter.setPen(QColor(theme.text))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()
