"""Letters that are typed at a closed box of choices: they go nowhere, and that is said.

Beside fields, at ticks and at buttons a letter is written on the card; but who types one at a box
may well have meant one of its choices, as Qt would take it, and neither the card nor the choice
should change by a guess.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from argmap.desktop.widgets.ending import MODIFIERS, writes
from argmap.desktop.widgets.keys.hearing import Hearing


class StrayLetters(Hearing):
    """Hears boxes of choices; `told` carries the one a letter was typed at, `over` ends that.

    A blank directly behind a letter belongs to what was being typed, and opens no list.
    """

    told = Signal(QComboBox)
    over = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._in_word = False

    def hears(self, widget: QWidget) -> bool:
        """Whether a widget is a box in which nothing can be written."""
        return isinstance(widget, QComboBox) and not widget.isEditable()

    def left(self) -> None:
        """Take note that what is typed next is typed elsewhere."""
        self._end()

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        """Keep a letter, and the blank behind it, from the box."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._end()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if writes(event) or (self._in_word and event.key() == Qt.Key.Key_Space):
            self._in_word = True
            self.told.emit(box)
            return True
        if event.key() not in MODIFIERS:
            self._end()
        return False

    def _end(self) -> None:
        self._in_word = False
        self.over.emit()


def said_of(box: QComboBox) -> str:
    """Return what is said when a letter is typed at a box."""
    return f"Nothing is typed at “{box.accessibleName()}”: an arrow key opens its list."
