"""Commands that mean something in a text as well: while one is written, they are about that.

Who reaches for the button or the menu in mid-sentence means the sentence, as the key would.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_NATIVE = QKeySequence.SequenceFormat.NativeText
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class InText(Enum):
    """What a command does in a text; the value is the key that does it there."""

    UNDO = (_CTRL, Qt.Key.Key_Z)
    REDO = (_CTRL | _SHIFT, Qt.Key.Key_Z)
    CUT = (_CTRL, Qt.Key.Key_X)
    COPY = (_CTRL, Qt.Key.Key_C)
    PASTE = (_CTRL, Qt.Key.Key_V)
    SELECT_ALL = (_CTRL, Qt.Key.Key_A)

    @property
    def keys(self) -> str:
        """The key as people read it."""
        modifiers, key = self.value
        return QKeySequence(QKeyCombination(modifiers, key)).toString(_NATIVE)


_READING = (InText.COPY, InText.SELECT_ALL)
_OF_A_CARD = (InText.UNDO, InText.REDO)
"""In other fields these are the map's as soon as what was typed is in the map."""


def text_for(does: InText | None, focus: QWidget | None, card: QWidget | None) -> QWidget | None:
    """Return the text that a command is about, if any.

    `focus` has the keys of the window, and in `card` a card is being written.
    """
    if does is None or not isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit):
        return None
    if does in _OF_A_CARD and focus is not card:
        return None
    return focus if does in _READING or not focus.isReadOnly() else None


def press(does: InText, text: QWidget) -> None:
    """Let a text do what it does when that key is pressed in it."""
    modifiers, key = does.value
    QApplication.sendEvent(text, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))
