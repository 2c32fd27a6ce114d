"""Commands that mean something in a text as well: while one is written, they are about that.

Who reaches for the button or the menu in mid-sentence means the sentence, as the key would.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from argmap.desktop.undoing.typing_place import place_of

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
STEPS = (InText.UNDO, InText.REDO)
"""In fields these are the map's as soon as what was typed is in the map."""


def text_for(does: InText | None, focus: QWidget | None) -> QWidget | None:
    """Return the text that a command is about, if any; `focus` has the keys of the window."""
    text = focus.lineEdit() if isinstance(focus, QComboBox) else focus
    if does is None or not isinstance(text, QLineEdit | QPlainTextEdit | QTextEdit):
        return None
    if does in STEPS and not _has_step(does, text):
        return None
    return text if does in _READING or not text.isReadOnly() else None


def _has_step(does: InText, text: QWidget) -> bool:
    """Whether a text that becomes an edit when it is left has a step of its own to take.

    One that was opened to be written in has all of them: undo closes it in the end. But what was
    brought back, and left as it was, is given up again by redo.
    """
    place = place_of(text)
    if place and does is InText.REDO and place.as_brought_back():
        return has_typed(does, text)
    return bool(place and (place.closes or has_typed(does, text)))


def does_something(does: InText, text: QWidget) -> bool:
    """Whether a command that is about a text can do anything there."""
    return does is not InText.REDO or has_typed(does, text)


def has_typed(does: InText, text: QWidget) -> bool:
    """Whether something was typed in a text for undo to take back, or for redo to do again."""
    place = place_of(text)
    return bool(place and (place.can_undo() if does is InText.UNDO else place.can_redo()))


def press(does: InText, text: QWidget) -> None:
    """Let a text do what it does when that key is pressed in it."""
    place = place_of(text)
    if does is InText.UNDO and place and place.closes and not place.can_undo():
        place.back_out()
        return
    modifiers, key = does.value
    QApplication.sendEvent(text, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))
