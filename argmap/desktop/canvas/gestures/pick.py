"""Linking without dragging: choose the target with a click, or with arrow keys and Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent

from argmap.desktop.canvas import movement
from argmap.desktop.canvas.gestures.draw_link import DrawLink
from argmap.desktop.notice import Notice
from argmap.model import walk

if TYPE_CHECKING:
    from argmap.desktop.canvas.view import Canvas

_KEY = "pick"
_HEADINGS = {
    Qt.Key.Key_Left: movement.Heading.LEFT,
    Qt.Key.Key_Right: movement.Heading.RIGHT,
    Qt.Key.Key_Up: movement.Heading.UP,
    Qt.Key.Key_Down: movement.Heading.DOWN,
}


class Pick(DrawLink):
    """A link whose end is looked for; it lasts until something is picked, or Escape."""

    def __init__(self, canvas: Canvas, card: str) -> None:
        place = canvas.place_of(card)
        middle = canvas.on_screen(place).center().toPoint() if place else QPoint()
        super().__init__(canvas, middle, card)
        self._over = card
        canvas.session.tell(
            Notice(
                "Pick what to link to: click it, or go there with the arrow keys (Ctrl+Up: to "
                "its arrow) and press Enter. Shift makes a support an attack. Escape: not now.",
                key=_KEY,
            )
        )

    def end(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Link to what was clicked."""
        super().end(at, modifiers)
        self.canvas.end_gesture(cancel=False)

    def key(self, event: QKeyEvent) -> bool:
        """Move the end with the arrow keys; Enter takes what it points at."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.end(self._at, event.modifiers())
            return True
        if event.key() not in _HEADINGS:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._go(self._step())
        else:
            self._go(self._next(_HEADINGS[Qt.Key(event.key())]))
        self.move(self._at, event.modifiers())
        return True

    def _next(self, heading: movement.Heading) -> str:
        here = self.canvas.place_of(self._over)
        if here is None:
            return ""
        others = (
            (id_, (card.place.center().x(), card.place.center().y()))
            for id_, card in self.canvas.stage.cards.items()
            if id_ != self._over
        )
        return movement.next_card((here.center().x(), here.center().y()), others, heading)

    def _step(self) -> str:
        relation = walk.parent_relation(self.canvas.session.argument_map, self._over)
        return relation.id if relation else ""

    def _go(self, id_: str) -> None:
        place = self.canvas.place_of(id_)
        if place:
            self._over = id_
            self.canvas.show_place(place)
            self._at = self.canvas.on_screen(place).center().toPoint()
