"""Selecting what lies in a rectangle, drawn from empty canvas."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from argmap.desktop.canvas.gestures.gesture import Gesture
from argmap.desktop.canvas.view.map_view import MapView
from argmap.model.groups import members

_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class RubberBandSelection(Gesture):
    """Selects cards that the rectangle touches; with Ctrl or Shift, in addition.

    One that `keeps` was begun by a click that ended the writing of a card, which stays selected
    unless others are.
    A mere click selects the cards of the `group` it was on, or nothing.
    """

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self, view: MapView, start: QPoint, *, keeps: bool = False, group: str = ""
    ) -> None:
        super().__init__(view, start)
        self._keeps = keeps
        self._group = group
        self._before = view.session.selection
        self._rect = QRectF()

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Select while the rectangle grows."""
        corners = QRect(self.start, at).normalized()
        self._rect = self.view.mapToScene(corners).boundingRect()
        cards = self.view.map_scene.cards
        inside = [id_ for id_, card in cards.items() if card.scene_rect.intersects(self._rect)]
        kept = self._before if modifiers & _ADDING or (self._keeps and not inside) else ()
        self.view.session.select((*kept, *inside))
        self.view.viewport().update()

    def end(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Keep what is selected; a mere click selects a group, or nothing."""
        del at
        if not self._rect.isNull() or self._keeps:
            return
        session = self.view.session
        inside = members(session.argument_map, self._group) if self._group else ()
        kept = self._before if modifiers & _ADDING else ()
        session.select((*kept, *inside))

    def cancel(self) -> None:
        """Select again what was selected."""
        self.view.session.select(self._before)

    def paint(self, painter: QPainter) -> None:
        """Draw the rectangle."""
        colour = self.view.accent
        pen = QPen(colour, 2)
        pen.setCosmetic(True)
        painter.setPen(pen)
        colour.setAlpha(40)
        painter.setBrush(colour)
        painter.drawRect(self._rect)
