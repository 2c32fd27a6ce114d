"""Moving the canvas under the pointer: middle button, or Space and the left one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from argmap.desktop.canvas.gesture import Gesture


class Pan(Gesture):
    """Drag the paper."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Keep the point under the pointer under it."""
        del modifiers
        step = at - self.start
        self.start = at
        self.canvas.scroll_by(-step.x(), -step.y())
