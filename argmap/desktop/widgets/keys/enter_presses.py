"""Enter presses the button that has the focus, as Space does.

Qt leaves that to dialogs, where Enter presses the button that is meant for it; in a window nothing
would come of it, and who goes to a button by key tries Enter first.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from argmap.desktop.widgets.keys.hearing import Hearing

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_KEYS = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}


class EnterPresses(Hearing):
    """Hears the keys of buttons."""

    def hears(self, widget: QWidget) -> bool:
        """Whether a widget is a button."""
        return isinstance(widget, QPushButton | QToolButton)

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
