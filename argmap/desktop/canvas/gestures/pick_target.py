"""Linking without dragging: choose the target with a click, or with arrow keys and Enter."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from argmap.desktop.canvas.gestures.draw_link import DrawLink
from argmap.desktop.canvas.view.arrow_keys import HEADINGS
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.notices.notice import Notice
from argmap.model import walk

_NOTICE_KEY = "pick"
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PickTarget(DrawLink):
    """A link whose target is looked for; it lasts until something is picked, or Escape.

    It may begin before the picture has a card that was just written.
    """

    waits_for_click = True

    def __init__(self, view: MapView, card: str) -> None:
        super().__init__(view, QPoint(), card)
        self._over = card
        self._aimed = False
        self._pressed: list[tuple[Qt.Key, Qt.KeyboardModifier]] = []
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

    def aim(self, target: str, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Draw the line to where somebody points."""
        self._aimed = True
        super().aim(target, point, modifiers)

    def paint(self, painter: QPainter) -> None:
        """Draw the line as soon as somebody points anywhere."""
        if self._aimed:
            super().paint(painter)

    def refuse_key(self) -> None:
        """Say that no letter is written and no command run now."""
        self.view.session.post_notice(
            Notice(
                "Before anything else the link needs its target: click it, or go there with the "
                "arrow keys and press Enter. Escape cancels.",
                key=_NOTICE_KEY,
            )
        )

    def cancel(self) -> None:
        """Ask for nothing any more."""
        super().cancel()
        self._finish()

    def key(self, event: QKeyEvent) -> bool:
        """Move to another target with the arrow keys; Enter picks it."""
        if event.key() not in {*_ENTER, *HEADINGS}:
            return super().key(event)
        self._pressed.append((Qt.Key(event.key()), event.modifiers()))
        self.picture_shown()
        return True

    def picture_shown(self) -> None:
        """Go where the keys lead that were pressed before the picture had the card."""
        while self._pressed and not self.done and self.view.rect_of(self._card):
            self._press(*self._pressed.pop(0))

    def _press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        if key in _ENTER:
            if self.target:
                self._pick(modifiers)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self._move_to(self._own_step(), modifiers)
        else:
            self._move_to(self.view.next_card(self._over, HEADINGS[key]), modifiers)

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
