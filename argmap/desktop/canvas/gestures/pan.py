"""Moving the canvas under the pointer: middle button, or Space and the left one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from argmap.desktop.canvas.gestures.gesture import Gesture

if TYPE_CHECKING:
    from argmap.desktop.canvas.canvas import Canvas


class Pan(Gesture):
    """Drag the paper."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, canvas: Canvas, start: QPoint) -> None:
        super().__init__(canvas, start)
        self._home = canvas.scrolled()

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Keep the point under the pointer under it."""
        del modifiers
        self._scroll(at)

    def end(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Go the rest of the way: the last move may not have been told."""
        self.move(at, modifiers)

    def cancel(self) -> None:
        """Put the paper back."""
        self._scroll(self.start)

    def _scroll(self, at: QPoint) -> None:
        # From where it began: at the end of the canvas, steps are cut short.
        step = self._home + self.start - at - self.canvas.scrolled()
        self.canvas.scroll_by(step.x(), step.y())
