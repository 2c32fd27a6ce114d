"""The keys that the canvas hears itself: arrow keys, Space, and any letter, which begins to write.

All other keys are commands of the table of actions; Qt hears them before the canvas does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from argmap.desktop import draft as drafts
from argmap.desktop.canvas.view.arrow_keys import Heading

if TYPE_CHECKING:
    from argmap.desktop.canvas.canvas import Canvas
    from argmap.desktop.canvas.gestures.gesture import Gesture

HEADINGS = {
    Qt.Key.Key_Left: Heading.LEFT,
    Qt.Key.Key_Right: Heading.RIGHT,
    Qt.Key.Key_Up: Heading.UP,
    Qt.Key.Key_Down: Heading.DOWN,
}
_TABS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_META = Qt.KeyboardModifier.MetaModifier


def writes(event: QKeyEvent) -> bool:
    """Whether a key writes something: any printable character but Space.

    Ctrl and Alt together are what Windows makes of AltGr, which writes.
    """
    held = event.modifiers()
    commands = bool(held & _CONTROL) != bool(held & _ALT) or bool(held & _META)
    text = event.text()
    return bool(text) and text.isprintable() and text != " " and not commands


class Keyboard:
    """What keys mean on a canvas; `panning` says that Space is held, so that dragging pans."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self.panning = False
        self._folds = False

    def press(self, event: QKeyEvent) -> bool:
        """Hear a key go down; tell whether it meant something."""
        canvas = self._canvas
        if event.key() in _TABS:
            return True  # or Qt takes it for the way to the next widget
        if canvas.gesture:
            return self._to_gesture(canvas.gesture, event)
        return canvas.stepping.press(event) or self._act(event)

    def _act(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self.panning = self._folds = True
            return True
        if event.key() in HEADINGS and not event.modifiers() & (_CONTROL | _ALT | _META):
            self._move(HEADINGS[Qt.Key(event.key())], event.modifiers())
            return True
        return writes(event) and self._write(event.text())

    def _write(self, typed: str) -> bool:
        """Begin to write on the current card, or the first claim of an empty map."""
        canvas, session = self._canvas, self._canvas.session
        if session.current in canvas.stage.cards:
            canvas.editing.edit(session.current, typed)
        elif not session.argument_map.statements:
            session.draft(drafts.claim())
            canvas.editing.insert(typed)
        else:
            return False
        return True

    def release(self, event: QKeyEvent) -> bool:
        """Hear a key come up: Space folds, unless it was held for dragging the canvas."""
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            return False
        if self._folds:
            self._canvas.held_key.emit()
        self.forget()
        return True

    def dragged(self) -> None:
        """Take note that Space was held for dragging."""
        self._folds = False

    def forget(self) -> None:
        """Take no key for held any more."""
        self.panning = self._folds = False

    def _to_gesture(self, gesture: Gesture, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._canvas.end_gesture()
            return True
        return gesture.key(event)

    def _move(self, heading: Heading, modifiers: Qt.KeyboardModifier) -> None:
        session, cards = self._canvas.session, self._canvas.stage.cards
        found = self._canvas.next_card(session.current, heading)
        if not session.current:
            session.select([next(iter(cards), "")])
        elif found:
            extend = modifiers & Qt.KeyboardModifier.ShiftModifier
            kept = session.selection if extend else ()
            session.select((*(i for i in kept if i != found), found))
