"""Drawing a link from a card's border to another card, or to an arrow.

To a card it is a support, or an attack if the card is a rebuttal; to an arrow an undercut. Shift
means the other one. What it will be is written beside the pointer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from argmap.desktop.canvas.gesture import Gesture
from argmap.model import edit
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Bearing, Kind

if TYPE_CHECKING:
    from argmap.desktop.canvas.view import Canvas

_ROLES = {Bearing.SUPPORTS: "support", Bearing.ATTACKS: "attack"}


def usual_bearing(argument_map: ArgumentMap, premise: str, target: str) -> Bearing:
    """Give what a new link would do, if nothing else is said."""
    if target in argument_map.relation_by_id:
        return Bearing.ATTACKS
    rebuts = argument_map.statement_by_id[premise].kind is Kind.REBUTTAL
    return Bearing.ATTACKS if rebuts else Bearing.SUPPORTS


class DrawLink(Gesture):
    """Drag from a card's border to what the card shall bear on."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, canvas: Canvas, start: QPoint, card: str) -> None:
        super().__init__(canvas, start)
        self._card = card
        self._at = start
        self._target = ""
        self._bearing = Bearing.SUPPORTS

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Draw the line, and find what it would mean."""
        self._at = at
        self._aim(self.canvas.item_at(at), modifiers)

    def end(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Make the link."""
        self._aim(self.canvas.item_at(at), modifiers)
        card, target, bearing = self._card, self._target, self._bearing
        if target:
            self.canvas.session.attempt("Link", lambda m: edit.link(m, card, target, bearing))

    def paint(self, painter: QPainter) -> None:
        """Draw the line, with its meaning beside its end."""
        theme = self.canvas.look.theme
        line = _ROLES[self._bearing] if self._target else "selection"
        colour = QColor(theme.lines[line])
        pen = QPen(colour, 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        start = self.canvas.stage.cards[self._card].place.center()
        end = self.canvas.mapToScene(self._at)
        painter.drawLine(start, end)
        if self._target:
            painter.drawText(end + QPointF(10, -8), self.meaning)

    @property
    def meaning(self) -> str:
        """Say what the link would be."""
        on_step = self._target in self.canvas.session.argument_map.relation_by_id
        if self._bearing is Bearing.ATTACKS:
            return "rebuts this step" if on_step else "attacks"
        return "backs this step" if on_step else "supports"

    def _aim(self, target: str, modifiers: Qt.KeyboardModifier) -> None:
        argument_map = self.canvas.session.argument_map
        relation = argument_map.relation_by_id.get(target)
        mine = target == self._card or (relation and self._card in relation.premises)
        self._target = "" if mine else target
        if self._target:
            usual = usual_bearing(argument_map, self._card, target)
            shifted = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self._bearing = usual.opposite if shifted else usual
        self.canvas.point_at_target(self._target)
        self.canvas.viewport().update()
