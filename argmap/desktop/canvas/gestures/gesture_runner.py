"""Which gesture is under way: at most one, whoever begins it and whatever ends it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from argmap.desktop.canvas.gestures.gesture import Gesture
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.widgets.ending import MODIFIERS


class GestureRunner:
    """Begins and ends the gestures of a view; `current` is the one under way."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self.current: Gesture | None = None

    def begin(self, gesture: Gesture) -> None:
        """Begin a gesture, taking back one that is under way."""
        self.cancel()
        self.current = gesture
        self._view.viewport().setCursor(gesture.cursor)

    def cancel(self) -> None:
        """Take back the gesture that is under way, if there is one."""
        gesture = self.current
        if gesture:
            self.current = None
            gesture.cancel()
            self._clean_up()

    def finish(self) -> None:
        """End the gesture that is under way, if there is one, leaving what it did."""
        if self.current:
            self.current = None
            self._clean_up()

    def key(self, event: QKeyEvent) -> bool:
        """Give a key to the gesture that is under way; whether there is one, which has all keys."""
        gesture = self.current
        if gesture is None:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
            return True
        if not gesture.key(event) and event.key() not in MODIFIERS:
            gesture.refuse_key()
        self._look_whether_done()
        return True

    def picture_shown(self) -> None:
        """Let the gesture that is under way go on in another picture."""
        if self.current:
            self.current.picture_shown()
            self._look_whether_done()

    def _look_whether_done(self) -> None:
        if self.current and self.current.done:
            self.finish()

    def _clean_up(self) -> None:
        self._view.viewport().unsetCursor()
        self._view.highlighting.set_drop_target("")
        self._view.viewport().update()
