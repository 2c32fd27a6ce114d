"""Selecting what lies in a rectangle, drawn from empty canvas."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from argmap.desktop.canvas.gestures.gesture import Gesture
from argmap.desktop.canvas.view.map_view import MapView

_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class RubberBandSelection(Gesture):
    """Selects cards that the rectangle touches; with Ctrl or Shift, in addition.

    One that `keeps` was begun by a click that ended the writing of a card, which stays selected.
    """

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view: MapView, start: QPoint, *, keeps: bool = False) -> None:
        super().__init__(view, start)
        self._keeps = keeps
        self._before = view.session.selection
        self._rect = QRectF()

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Select while the rectangle grows."""
        corners = QRect(self.start, at).normalized()
        self._rect = self.view.mapToScene(corners).boundingRect()
        cards = self.view.map_scene.cards
        inside = [id_ for id_, card in cards.items() if card.scene_rect.intersects(self._rect)]
        kept = self._before if modifiers & _ADDING else ()
        self.view.session.select((*kept, *inside))
        self.view.viewport().update()

    def end(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Keep what is selected; a mere click selects nothing."""
        del at
        if self._rect.isNull() and not self._keeps and not modifiers & _ADDING:
            self.view.session.select(())

    def cancel(self) -> None:
        """Select again what was selected."""
        self.view.session.select(self._before)

    def paint(self, painter: QPainter) -> None:
        """Draw the rectangle."""
        colour = self.view.accent
        pen = QPen(colour, 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        colour.setAlpha(40)
        painter.setBrush(colour)
        painter.drawRect(self._rect)
