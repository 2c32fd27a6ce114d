"""Drawing a link from a card's border to another card, or to an arrow.

To a card it is a support, or an attack if the card is a rebuttal; to an arrow an undercut. Shift
means the other one. What it will be, and what Shift would make of it, is said beside the pointer.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from argmap.desktop.canvas.gestures.gesture import Gesture
from argmap.desktop.canvas.view.map_view import MapView
from argmap.model.edits import edit
from argmap.model.kinds import Bearing


class DrawLink(Gesture):
    """Drag from a card's border to what the card shall bear on."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view: MapView, start: QPoint, card: str) -> None:
        super().__init__(view, start)
        self._card = card
        self._bearing = Bearing.SUPPORTS
        self._shifted = False
        self.target = ""
        self.point = view.to_scene(QPointF(start))

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Draw the line, and find what it would mean."""
        self.aim(self.view.item_at(at), self.view.to_scene(QPointF(at)), modifiers)

    def end(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Make the link."""
        self.move(at, modifiers)
        self.link()

    def aim(self, target: str, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Draw the line to a point of the scene, and take an id there (or "") for the target."""
        argument_map = self.view.session.argument_map
        relation = argument_map.relation_by_id.get(target)
        own = target == self._card or (relation and self._card in relation.premises)
        known = bool(argument_map.item(target))
        self.target, self.point = target if known and not own else "", point
        if self.target:
            usual = edit.usual_bearing(argument_map, self._card, target)
            self._shifted = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self._bearing = usual.opposite if self._shifted else usual
        self.view.highlighting.set_drop_target(self.target)
        self.view.viewport().update()

    def link(self) -> None:
        """Link the card with the target, if there is one."""
        card, target, bearing = self._card, self.target, self._bearing
        if target:
            self.view.session.attempt("Link", lambda m: edit.link(m, card, target, bearing))

    def paint(self, painter: QPainter) -> None:
        """Draw the line, with its meaning beside its end."""
        lines = self.view.appearance.theme.lines
        colour = QColor(lines[self._bearing.noun]) if self.target else self.view.accent
        painter.setPen(QPen(colour, 2, Qt.PenStyle.DashLine))
        card = self.view.rect_of(self._card)
        if card:
            painter.drawLine(card.center(), self.point)
        if self.target:
            self.paint_label(painter, self.view.to_viewport(self.point), self.meaning)

    def key(self, event: QKeyEvent) -> bool:
        """Say at once what Shift makes of the link, whether or not the pointer moves."""
        if event.key() != Qt.Key.Key_Shift:
            return False
        self.aim(self.target, self.point, _held(event))
        return True

    @property
    def meaning(self) -> str:
        """What the link would be, in words, and what it would be with the other state of Shift."""
        other = self._bearing.opposite
        how = "without Shift" if self._shifted else "with Shift"
        return f"{self._words(self._bearing)} ({how}: {self._words(other)})"

    def _words(self, bearing: Bearing) -> str:
        on_step = self.target in self.view.session.argument_map.relation_by_id
        return f"{bearing.step_verb} this step" if on_step else bearing


def _held(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Return what is held once a key event is over: the press of Shift does not count itself."""
    shift = Qt.KeyboardModifier.ShiftModifier
    pressed = event.type() == QEvent.Type.KeyPress
    return event.modifiers() | shift if pressed else event.modifiers() & ~shift
