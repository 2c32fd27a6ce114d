"""Linking without dragging: choose the target with a click, or with arrow keys and Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent

from argmap.desktop.canvas.gestures.draw_link import DrawLink
from argmap.desktop.canvas.input.keyboard import HEADINGS
from argmap.desktop.notices.notice import Notice
from argmap.model import walk

if TYPE_CHECKING:
    from argmap.desktop.canvas.canvas import Canvas

_KEY = "pick"


class Pick(DrawLink):
    """A link whose end is looked for; it lasts until something is picked, or Escape."""

    def __init__(self, canvas: Canvas, card: str) -> None:
        place = canvas.stage.cards[card].place
        super().__init__(canvas, canvas.on_screen(place).center().toPoint(), card)
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

    def _take(self, modifiers: Qt.KeyboardModifier) -> None:
        self.aim(self.target, self.point, modifiers)
        self.link()
        self.canvas.end_gesture(cancel=False)

    def key(self, event: QKeyEvent) -> bool:
        """Move the end with the arrow keys; Enter takes what it points at."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.target:
                self._take(event.modifiers())
            return True
        if event.key() not in HEADINGS:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._go(self._step(), event.modifiers())
        else:
            heading = HEADINGS[Qt.Key(event.key())]
            self._go(self.canvas.next_card(self._over, heading), event.modifiers())
        return True

    def _step(self) -> str:
        relation = walk.parent_relation(self.canvas.session.argument_map, self._over)
        return relation.id if relation else ""

    def _go(self, id_: str, modifiers: Qt.KeyboardModifier) -> None:
        place = self.canvas.place_of(id_)
        if place:
            self._over = id_
            self.canvas.show_place(place)
            self.aim(id_, place.center(), modifiers)
