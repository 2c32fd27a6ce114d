"""Carrying a card to another place in the argument.

Let go over the middle of a card, it hangs below that card; over the card's border in the direction
in which siblings lie, it stands before or after it; over an arrow or dot, it joins that step as a
linked premise. What would happen is shown, and said, while the card is carried.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication

from argmap.desktop.canvas.gestures.gesture import Gesture
from argmap.desktop.session import EditMaker
from argmap.model import rearrange, walk

if TYPE_CHECKING:
    from argmap.desktop.canvas.canvas import Canvas

_SHARE = 0.22
"""How much of a card, at each end, means before or after it."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Where a card would go: onto an id, or (-1, +1) before or after it."""

    onto: str
    side: int = 0


class Carry(Gesture):
    """Drag a card; a press that does not move is a click."""

    def __init__(self, canvas: Canvas, start: QPoint, card: str) -> None:
        super().__init__(canvas, start)
        self._card = card
        self._moving = False
        self._drop: Drop | None = None
        self._at = start

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Carry the card along, and find where it would go."""
        del modifiers
        far = (at - self.start).manhattanLength()
        if not self._moving and far < QApplication.startDragDistance():
            return
        if self.canvas.session.read_only:
            return
        self._moving = True
        self._at = at
        self._drop = self._found(at)
        self.canvas.spotlight.aim_at(self._drop.onto if self._drop and not self._drop.side else "")
        self.canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.canvas.viewport().update()

    def end(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Let the card go."""
        if not self._moving:
            if not modifiers:
                self.canvas.session.select([self._card])
            return
        drop = self._found(at)
        if drop:
            self.canvas.session.attempt("Move card", self._move_to(drop))
            self.canvas.session.select([self._card])

    def paint(self, painter: QPainter) -> None:
        """Draw the shadow of the card under the pointer, and the place it would go to."""
        if not self._moving:
            return
        colour = QColor(self.canvas.look.theme.lines["selection"])
        painter.setPen(QPen(colour, 1.5))
        faint = QColor(colour)
        faint.setAlpha(50)
        painter.setBrush(faint)
        card = self.canvas.stage.cards.get(self._card)
        if card:
            ghost = QRectF(card.place)
            ghost.moveCenter(self.canvas.mapToScene(self._at))
            painter.drawRoundedRect(ghost, 8, 8)
        if self._drop and self._drop.side:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(self._gap(self._drop), 2, 2)
        if self._drop:
            self.label(painter, QPointF(self._at), self.meaning)

    def _move_to(self, drop: Drop) -> EditMaker:
        """Return the edit that letting the card go there makes."""
        card, onto, before = self._card, drop.onto, drop.side < 0
        if drop.side:
            return lambda m: rearrange.move_beside(m, card, onto, before=before)
        return lambda m: rearrange.move_onto(m, card, onto)

    def _found(self, at: QPoint) -> Drop | None:
        under = self.canvas.item_at(at)
        argument_map = self.canvas.session.argument_map
        step = argument_map.relation_by_id.get(under)
        if not under or (step and self._card in step.premises):
            return None
        if under in walk.below(argument_map, [self._card]):
            return None
        card = self.canvas.stage.cards.get(under)
        if card is None:
            return Drop(under)
        point, place = self.canvas.mapToScene(at), card.place
        if self._stacked():
            share = (point.y() - place.top()) / place.height()
        else:
            share = (point.x() - place.left()) / place.width()
        side = -1 if share < _SHARE else 1 if share > 1 - _SHARE else 0
        return Drop(under, side)

    @property
    def meaning(self) -> str:
        """Say what letting go here would do."""
        if self._drop is None:
            return ""
        if self._drop.side:
            return "before this card" if self._drop.side < 0 else "after this card"
        on_step = self._drop.onto in self.canvas.session.argument_map.relation_by_id
        return "join this step" if on_step else "below this card"

    def _gap(self, drop: Drop) -> QRectF:
        place = self.canvas.stage.cards[drop.onto].place
        if self._stacked():
            y = place.top() - 8 if drop.side < 0 else place.bottom() + 4
            return QRectF(place.left(), y, place.width(), 4)
        x = place.left() - 8 if drop.side < 0 else place.right() + 4
        return QRectF(x, place.top(), 4, place.height())

    def _stacked(self) -> bool:
        """Whether siblings lie below each other rather than side by side."""
        return self.canvas.session.argument_map.direction.sideways
