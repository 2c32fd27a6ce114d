"""With which keys writing a text begins and ends: the same on the canvas and in the outline."""

from __future__ import annotations

import sys
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_META = Qt.KeyboardModifier.MetaModifier

MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
}
"""Keys that mean nothing by themselves."""


class Ending(Enum):
    """How writing ended; some endings go on with another card."""

    DONE = auto()
    CANCELLED = auto()
    CLOSED = auto()
    """The map in which it was written is no longer open."""
    AND_PREMISE = auto()
    AND_REBUTTAL = auto()
    AND_CO_PREMISE = auto()


def writes(event: QKeyEvent) -> bool:
    """Whether a key writes something: any printable character but Space.

    Ctrl and Alt together are what Windows makes of AltGr, which writes.
    """
    text = event.text()
    return bool(text) and text.isprintable() and text != " " and not _commands(event)


def writes_nothing(event: QKeyEvent) -> bool:
    """Whether a key has a letter that is not to be written, as a command is meant: `Alt+2`.

    Qt writes it in its own fields all the same, but with Ctrl. On a Mac such keys do write.
    """
    text, held = event.text(), event.modifiers()
    commands = bool(held & (_ALT | _META)) and not held & _CONTROL
    return bool(text) and text.isprintable() and commands and sys.platform != "darwin"


def _commands(event: QKeyEvent) -> bool:
    """Whether keys are held with which a letter is a command's."""
    held = event.modifiers()
    return bool(held & _CONTROL) != bool(held & _ALT) or bool(held & _META)


def ending_of(event: QKeyEvent) -> Ending | None:
    """Return how a key ends the writing; None for a key that writes, and for a command's."""
    shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    controlled = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    if event.modifiers() & _ALT:
        return None
    match event.key():
        case Qt.Key.Key_Escape:
            return Ending.CANCELLED
        case Qt.Key.Key_Return | Qt.Key.Key_Enter if not shifted:
            return Ending.AND_CO_PREMISE if controlled else Ending.DONE
        case Qt.Key.Key_Backtab:
            return Ending.AND_REBUTTAL
        case Qt.Key.Key_Tab:
            return Ending.AND_REBUTTAL if shifted else Ending.AND_PREMISE
        case _:
            return None
