"""Drawing a link from a card's border to another card, or to an arrow.

To a card it is a support, or an attack if the card is a rebuttal; to an arrow an undercut. Shift
means the other one. What it will be is written beside the pointer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from argmap.desktop.canvas.gestures.gesture import Gesture
from argmap.model import edit
from argmap.model.kinds import Bearing

if TYPE_CHECKING:
    from argmap.desktop.canvas.canvas import Canvas

_ROLES = {Bearing.SUPPORTS: "support", Bearing.ATTACKS: "attack"}


class DrawLink(Gesture):
    """Drag from a card's border to what the card shall bear on."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, canvas: Canvas, start: QPoint, card: str) -> None:
        super().__init__(canvas, start)
        self._card = card
        self._bearing = Bearing.SUPPORTS
        self.target = ""
        self.point = canvas.in_scene(QPointF(start))

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Draw the line, and find what it would mean."""
        self.aim(self.canvas.item_at(at), self.canvas.in_scene(QPointF(at)), modifiers)

    def end(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Make the link."""
        self.move(at, modifiers)
        self.link()

    def aim(self, target: str, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Draw the line to a point, and take an id there (or none) for the target."""
        argument_map = self.canvas.session.argument_map
        relation = argument_map.relation_by_id.get(target)
        mine = target == self._card or (relation and self._card in relation.premises)
        self.target, self.point = "" if mine else target, point
        if self.target:
            usual = edit.usual_bearing(argument_map, self._card, target)
            shifted = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self._bearing = usual.opposite if shifted else usual
        self.canvas.spotlight.aim_at(self.target)
        self.canvas.viewport().update()

    def link(self) -> None:
        """Link the card with the target, if there is one."""
        card, target, bearing = self._card, self.target, self._bearing
        if target:
            self.canvas.session.attempt("Link", lambda m: edit.link(m, card, target, bearing))

    def paint(self, painter: QPainter) -> None:
        """Draw the line, with its meaning beside its end."""
        theme = self.canvas.look.theme
        colour = QColor(theme.lines[_ROLES[self._bearing] if self.target else "selection"])
        painter.setPen(QPen(colour, 2, Qt.PenStyle.DashLine))
        card = self.canvas.stage.cards.get(self._card)
        if card:
            painter.drawLine(card.place.center(), self.point)
        if self.target:
            self.label(painter, self.canvas.in_viewport(self.point), self.meaning)

    @property
    def meaning(self) -> str:
        """Say what the link would be."""
        on_step = self.target in self.canvas.session.argument_map.relation_by_id
        if self._bearing is Bearing.ATTACKS:
            return "rebuts this step" if on_step else "attacks"
        return "backs this step" if on_step else "supports"
