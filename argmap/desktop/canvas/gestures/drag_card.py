"""Dragging a card to another place in the argument.

Let go over the middle of a card, it hangs below that card; over the card's border in the direction
in which siblings lie, it stands before or after it; over an arrow or dot, it joins that step as a
linked premise. What would happen is shown, and said, while the card is dragged.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication

from argmap.desktop.canvas.gestures.gesture import Gesture
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.session import EditMaker
from argmap.model import walk
from argmap.model.edits import rearrange

_SHARE = 0.22
"""How much of a card, at each end, means before or after it."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Where a card would go: onto an id, or (-1, +1) before or after it."""

    onto: str
    side: int = 0

    def edit(self, card: str) -> EditMaker:
        """Return the edit that letting a card go there makes."""
        onto, before = self.onto, self.side < 0
        if self.side:
            return lambda m: rearrange.move_beside(m, card, onto, before=before)
        return lambda m: rearrange.move_onto(m, card, onto)


class DragCard(Gesture):
    """Drag a card; a press that does not move is a click."""

    def __init__(self, view: MapView, start: QPoint, card: str) -> None:
        super().__init__(view, start)
        self._card = card
        self._moving = False
        self._drop: Drop | None = None
        self._at = start

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Move the card's shadow along, and find where the card would go."""
        del modifiers
        far = (at - self.start).manhattanLength()
        if not self._moving and far < QApplication.startDragDistance():
            return
        if self.view.session.read_only:
            return
        self._moving = True
        self._at = at
        self._drop = drop = self._drop_at(at)
        self.view.highlighting.set_drop_target(drop.onto if drop and not drop.side else "")
        self.view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.view.viewport().update()

    def end(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Drop the card."""
        if not self._moving:
            if not modifiers:
                self.view.session.select([self._card])
            return
        drop = self._drop_at(at)
        if drop:
            self.view.session.attempt("Move card", drop.edit(self._card))
            self.view.session.select([self._card])

    def paint(self, painter: QPainter) -> None:
        """Draw the shadow of the card under the pointer, and the gap it would go to."""
        if not self._moving:
            return
        colour = self.view.accent
        painter.setPen(QPen(colour, 1.5))
        faint = QColor(colour)
        faint.setAlpha(50)
        painter.setBrush(faint)
        shadow = self.view.rect_of(self._card)
        if shadow:
            shadow.moveCenter(self.view.mapToScene(self._at))
            painter.drawRoundedRect(shadow, 8, 8)
        if self._drop and self._drop.side:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(self._gap(self._drop), 2, 2)
        if self._drop:
            self.paint_label(painter, QPointF(self._at), self.meaning)

    @property
    def meaning(self) -> str:
        """What letting go here would do, in words."""
        if self._drop is None:
            return ""
        if self._drop.side:
            return "before this card" if self._drop.side < 0 else "after this card"
        on_step = self._drop.onto in self.view.session.argument_map.relation_by_id
        return "join this step" if on_step else "below this card"

    def _drop_at(self, at: QPoint) -> Drop | None:
        """Return where the card would go, let go at a point; None where it would stay."""
        under = self.view.item_at(at)
        argument_map = self.view.session.argument_map
        step = argument_map.relation_by_id.get(under)
        if not under or (step and self._card in step.premises):
            return None
        if under in walk.below(argument_map, [self._card]):
            return None
        card = self.view.map_scene.cards.get(under)
        if card is None:
            return Drop(under)
        point, rect = self.view.mapToScene(at), card.scene_rect
        if self._siblings_stacked():
            share = (point.y() - rect.top()) / rect.height()
        else:
            share = (point.x() - rect.left()) / rect.width()
        return Drop(under, -1 if share < _SHARE else 1 if share > 1 - _SHARE else 0)

    def _gap(self, drop: Drop) -> QRectF:
        """Return the bar, in the scene, that shows before or after which card it would stand."""
        rect = self.view.map_scene.cards[drop.onto].scene_rect
        if self._siblings_stacked():
            y = rect.top() - 8 if drop.side < 0 else rect.bottom() + 4
            return QRectF(rect.left(), y, rect.width(), 4)
        x = rect.left() - 8 if drop.side < 0 else rect.right() + 4
        return QRectF(x, rect.top(), 4, rect.height())

    def _siblings_stacked(self) -> bool:
        """Whether siblings lie below each other rather than side by side."""
        return self.view.session.argument_map.direction.sideways
