"""Boxes whose value changes by choosing alone: neither the wheel nor a stray letter turns it.

A closed box of Qt takes a letter, an arrow key and the wheel for a choice. Where a choice is an
edit of the map, whoever scrolls past the box or types a word there has then changed what it means.
So keys open the list, in which letters and arrow keys look, Enter or a click choose, and Esc does
neither; as a Mac has it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSpinBox

from argmap.desktop.widgets.ending import writes

_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down}
_STEPS = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_ENDS = {Qt.Key.Key_Home, Qt.Key.Key_End}


class StillBox(QComboBox):
    """A box of choices that the wheel does not turn: it scrolls what the box is in."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what the box is in."""
        event.ignore()


class StillSpinBox(QSpinBox):
    """A whole number that the wheel does not change."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what the box is in."""
        event.ignore()


class StillDoubleSpinBox(QDoubleSpinBox):
    """A number that the wheel does not change."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what the box is in."""
        event.ignore()


class ChoiceBox(StillBox):
    """A box of choices that changes only by a choice from its open list."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list with the keys that would pass from choice to choice; take no letters."""
        key, held = event.key(), event.modifiers()
        if key in _ARROWS and not held & _CONTROL:
            self.showPopup()
        elif key in _STEPS or (not self.isEditable() and (key in _ENDS or writes(event))):
            event.ignore()
        else:
            super().keyPressEvent(event)
