"""Moving the picture under the pointer: middle button, or Space and the left one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent

from argmap.desktop.canvas.gestures.gesture import Gesture
from argmap.desktop.canvas.view.map_view import MapView


class Pan(Gesture):
    """Drag the picture."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view: MapView, start: QPoint) -> None:
        super().__init__(view, start)
        self._scrolled_at_start = view.scroll_position()

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Keep the point under the pointer under it."""
        del modifiers
        self._scroll(at)

    def end(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Go the rest of the way: the last move may not have been told."""
        self.move(at, modifiers)

    def key(self, event: QKeyEvent) -> bool:
        """Leave Space alone, which is held for this."""
        return event.key() == Qt.Key.Key_Space

    def cancel(self) -> None:
        """Put the picture back."""
        self._scroll(self.start)

    def _scroll(self, at: QPoint) -> None:
        # From where it began: at the end of the scene, steps are cut short.
        step = self._scrolled_at_start + self.start - at - self.view.scroll_position()
        self.view.scroll_by(step.x(), step.y())
