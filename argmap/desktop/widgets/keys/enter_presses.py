"""Enter presses the button that has the focus, as Space does.

Qt leaves that to dialogs, where Enter presses the button that is meant for it; in a window nothing
would come of it, and who goes to a button by key tries Enter first.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QToolButton, QWidget

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_KEYS = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}


class EnterPresses(QObject):
    """Hears the keys of whichever button of a window has the focus, in its floating panes too."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        assert isinstance(application, QApplication), "there is a window"
        application.focusChanged.connect(self._follow)

    def eventFilter(self, button: QObject, event: QEvent) -> bool:
        """Give the button a Space where it would hear Enter."""
        if not isinstance(event, QKeyEvent) or event.type() not in _KEYS:
            return False
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in _ENTER or bare != Qt.KeyboardModifier.NoModifier:
            return False
        if not event.isAutoRepeat():
            space = QKeyEvent(event.type(), Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(button, space)
        return True

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, QPushButton | QToolButton):
            before.removeEventFilter(self)
        if isinstance(now, QPushButton | QToolButton) and self._is_here(now):
            now.installEventFilter(self)

    def _is_here(self, button: QWidget) -> bool:
        """Whether a button is in the window, and in no dialog above it."""
        at: QWidget | None = button
        while at is not None and at is not self._window:
            if isinstance(at, QDialog):
                return False
            at = at.parentWidget()
        return at is self._window
