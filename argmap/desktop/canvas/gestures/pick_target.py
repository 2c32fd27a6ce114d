"""Linking without dragging: choose the target with a click, or with arrow keys and Enter."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent

from argmap.desktop.canvas.gestures.draw_link import DrawLink
from argmap.desktop.canvas.gestures.gesture_runner import GestureRunner
from argmap.desktop.canvas.view.arrow_keys import HEADINGS
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.notices.notice import Notice
from argmap.model import walk

_NOTICE_KEY = "pick"


class PickTarget(DrawLink):
    """A link whose target is looked for; it lasts until something is picked, or Escape."""

    waits_for_click = True

    def __init__(self, view: MapView, card: str) -> None:
        rect = view.map_scene.cards[card].scene_rect
        super().__init__(view, view.rect_to_viewport(rect).center().toPoint(), card)
        self._over = card
        view.session.post_notice(
            Notice(
                "Pick what to link to: click it, or go there with the arrow keys (Ctrl+Up: to "
                "its arrow) and press Enter. Shift makes a support an attack. Escape cancels.",
                key=_NOTICE_KEY,
            )
        )

    def end(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Link to what was clicked."""
        super().end(at, modifiers)
        self._finish()

    def cancel(self) -> None:
        """Ask for nothing any more."""
        super().cancel()
        self._finish()

    def key(self, event: QKeyEvent) -> bool:
        """Move to another target with the arrow keys; Enter picks it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.target:
                self._pick(event.modifiers())
            return True
        if event.key() not in HEADINGS:
            return super().key(event)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._move_to(self._own_step(), event.modifiers())
        else:
            heading = HEADINGS[Qt.Key(event.key())]
            self._move_to(self.view.next_card(self._over, heading), event.modifiers())
        return True

    def _pick(self, modifiers: Qt.KeyboardModifier) -> None:
        self.aim(self.target, self.point, modifiers)
        self.link()
        self._finish()

    def _finish(self) -> None:
        self.done = True
        self.view.session.withdraw_notices(_NOTICE_KEY)

    def _own_step(self) -> str:
        relation = walk.parent_relation(self.view.session.argument_map, self._over)
        return relation.id if relation else ""

    def _move_to(self, id_: str, modifiers: Qt.KeyboardModifier) -> None:
        rect = self.view.rect_of(id_)
        if rect:
            self._over = id_
            self.view.scroll_into_view(rect)
            self.aim(id_, rect.center(), modifiers)


class Linking:
    """Lets a target be picked for a card; for one just written as soon as the picture has it."""

    def __init__(self, view: MapView, gestures: GestureRunner) -> None:
        self._view = view
        self._gestures = gestures
        self._awaited = ""

    def start(self, card: str) -> None:
        """Begin with a card, or wait for it."""
        seen = card in self._view.map_scene.cards
        self._awaited = card if card == self._view.session.current and not seen else ""
        if seen:
            self._view.setFocus()
            self._gestures.begin(PickTarget(self._view, card))

    def picture_shown(self) -> None:
        """Begin with the card that was waited for, unless something else is done by now."""
        session, awaited = self._view.session, self._awaited
        self._awaited = ""
        if awaited and awaited == session.current and not session.typing:
            self.start(awaited)
