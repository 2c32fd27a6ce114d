"""Pressing a handle, which does what it is for when it is let go over it, like a button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt

from argmap.desktop.canvas.gestures.gesture import Gesture
from argmap.desktop.canvas.view.map_view import MapView


class PressHandle(Gesture):
    """Hold a handle down: `over` says whether a point is on it, `show` whether it looks pressed."""

    cursor = Qt.CursorShape.PointingHandCursor

    def __init__(
        self,
        view: MapView,
        start: QPoint,
        over: Callable[[QPoint], bool],
        show: Callable[[bool], None],
        act: Callable[[], None],
    ) -> None:
        super().__init__(view, start)
        self._over = over
        self._show = show
        self._act = act
        self.move(start, Qt.KeyboardModifier.NoModifier)

    def move(self, at: QPoint, _modifiers: Qt.KeyboardModifier) -> None:
        """Look pressed only while the pointer is on the handle."""
        self._show(self._over(at))

    def end(self, at: QPoint, _modifiers: Qt.KeyboardModifier) -> None:
        """Act, where the handle is let go over it."""
        on_it = self._over(at)
        self.cancel()
        if on_it:
            self._act()

    def cancel(self) -> None:
        """Look as before."""
        pressed = False
        self._show(pressed)
