"""What bars that find and replace are made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from argmap.desktop.widgets.focus_frame import FramedButton
from argmap.desktop.widgets.prose import LineField

STEPPERS = (
    ("Find previous", Qt.ArrowType.UpArrow, -1),
    ("Find next", Qt.ArrowType.DownArrow, 1),
)


class KeyedBar(QWidget):
    """A bar with a line to look for and a line to put in its place, and the keys of both."""

    by: QLineEdit
    """What comes in place of what is found."""

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) place."""
        raise NotImplementedError

    def replace_here(self) -> None:
        """Replace what was gone to, and go on."""
        raise NotImplementedError

    def close_bar(self) -> None:
        """Hide the bar."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step on Enter, replace on Enter in the second line, close on Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.by.hasFocus():
                self.replace_here()
            else:
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)


def line(name: str, placeholder: str) -> QLineEdit:
    """Make a line for words."""
    made = LineField()
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    made.setClearButtonEnabled(True)
    return made


def button(
    name: str, run: Callable[[], object], tip: str = "", arrow: Qt.ArrowType | None = None
) -> QToolButton:
    """Make a button with its name or an arrow on it."""
    made = FramedButton()
    made.setAutoRaise(True)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(name)
    made.setToolTip(tip)
    if arrow is None:
        made.setText(name)
    else:
        made.setArrowType(arrow)
    made.clicked.connect(lambda _checked: run())
    return made


def switch(sign: str, name: str, switched: Callable[[], object]) -> QToolButton:
    """Make a button that is on or off, with a sign on it."""
    made = button(name, switched, name)
    made.setText(sign)
    made.setCheckable(True)
    return made


def side_by_side(*widgets: QWidget) -> QWidget:
    """Return a widget that holds others side by side."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    return holder
