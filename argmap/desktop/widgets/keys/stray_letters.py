"""Letters that are typed at what is no text: they go nowhere, and that is said.

Who types one at a box may well have meant one of its choices, as Qt would take it, and who types
one at a tab, a tick or a button looks there, and not at a card of the map: neither should change by
a guess.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QTabBar, QWidget

from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.ending import MODIFIERS, writes
from argmap.desktop.widgets.keys.hearing import Hearing

_NO_TEXTS = (QAbstractButton, QTabBar, QAbstractSlider)


class StrayLetters(Hearing):
    """Hears what is no text; `told` carries what a letter was typed at, `over` ends that.

    A blank directly behind a letter belongs to what was being typed, and opens no list and presses
    no button. `beside_map` says whether letters mean nothing at buttons now: on the start page they
    begin a map.
    """

    told = Signal(QWidget)
    over = Signal()

    def __init__(self, window: QWidget, beside_map: Callable[[], bool]) -> None:
        super().__init__(window)
        self._beside_map = beside_map
        self._in_word = False

    def hears(self, widget: QWidget) -> bool:
        """Whether a widget is one in which nothing can be written."""
        if isinstance(widget, QComboBox):
            return not widget.isEditable()
        return isinstance(widget, _NO_TEXTS)

    def left(self) -> None:
        """Take note that what is typed next is typed elsewhere."""
        self._end()

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        """Keep a letter, and the blank behind it, from what it is typed at."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._end()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not (isinstance(box, QComboBox) or self._beside_map()):
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


def said_of(widget: QWidget) -> str:
    """Return what is said when a letter is typed at something."""
    if isinstance(widget, QComboBox):
        return f"Nothing is typed at “{widget.accessibleName()}”: an arrow key opens its list."
    if isinstance(widget, QTabBar):
        name = plain_text.words(widget.tabText(widget.currentIndex()))
        return f"Nothing is typed at the tab “{name}”: the arrow keys turn to others."
    if isinstance(widget, QAbstractButton):
        name = widget.accessibleName() or plain_text.words(widget.text())
        return f"Nothing is typed at “{name}”: `Space` presses it."
    return SAID


SAID = "Nothing is typed here: go to a card, or into a field."
