"""Whether a key press is a new one, or a key that is held down repeats itself.

Qt says so of most. Of some X servers it does not learn it; there a repeated press comes in the very
millisecond of a release that nobody made.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent


class KeyRepeat:
    """Watches the key events of one widget; `active` says that the last press was a repetition."""

    def __init__(self) -> None:
        self.active = False
        self._released = (0, 0)

    def forget(self) -> None:
        """Take no key for held any more, as when the focus has gone."""
        self.active = False

    def watch(self, event: QKeyEvent) -> None:
        """Take note of a key event, before anything is done with it."""
        pressed = (event.key(), event.timestamp())
        if event.type() == QEvent.Type.KeyRelease:
            self._released, self.active = pressed, False
        else:
            same = bool(event.timestamp()) and pressed == self._released
            self.active = event.isAutoRepeat() or same
