"""Something that is to be said only when it lasts: it comes after a while, and goes at once.

A text that is being typed is wrong between one key and the next; nobody wants to be told.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from argmap.desktop.running.pause import pause

PATIENCE_MS = 700


class Lasting(QObject):
    """`changed` says that it is on now, or no longer."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.on = False
        self._patience = pause(self, PATIENCE_MS, self._begin)

    def put_off(self) -> None:
        """Wait from now on, if it is waited for."""
        if self._patience.isActive():
            self._patience.start()

    def set(self, *, on: bool) -> None:
        """Begin it in a while, or end it."""
        if on and not self.on and not self._patience.isActive():
            self._patience.start()
        elif not on:
            self._patience.stop()
            if self.on:
                self.on = False
                self.changed.emit()

    def _begin(self) -> None:
        self.on = True
        self.changed.emit()
