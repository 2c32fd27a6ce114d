"""The frame of a page about versions: what it is, a list at the left, the row chosen beside it.

All of it is reached by Tab and by the letters that are underlined; Escape goes back to the map.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.reviewing.row_list import RowList
from argmap.desktop.widgets import plain_text

_LIST_WIDTH = 300
_EDGE = 12


class ReviewPage(QWidget):
    """A page; `left` says that the user wants to see the map again."""

    left = Signal()

    def __init__(self, name: str, of_rows: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._title = plain_text.paragraph()
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self._title.setFont(font)
        self.rows = RowList(of_rows)
        self.number = QLabel()
        self._goers: tuple[QPushButton, ...] = ()
        self.body = QWidget()
        self.pile = QVBoxLayout(self.body)
        self.pile.setContentsMargins(_EDGE, 0, 0, 0)
        self.head = QHBoxLayout()
        self.head.addWidget(self._title, 1)
        self.beside = QVBoxLayout()
        self._build()

    def set_title(self, title: str) -> None:
        """Say what the page shows."""
        self._title.setText(title)

    def enter(self) -> None:
        """Put the focus where the keys are useful first."""
        self.rows.setFocus(Qt.FocusReason.TabFocusReason)

    def close_down(self) -> None:
        """End everything that runs."""

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the focus to the list."""
        self.rows.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the map with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def steps(self) -> QHBoxLayout:
        """Return the buttons that go from row to row, with the number of the row between them."""
        line = QHBoxLayout()
        previous = button("&Previous", lambda: self.rows.go(-1))
        following = button("&Next", lambda: self.rows.go(1))
        self._goers = (previous, following)
        for widget in (previous, self.number, following):
            line.addWidget(widget)
        self.show_number()
        return line

    def show_number(self) -> None:
        """Say which row of how many is looked at."""
        at, count = self.rows.at, self.rows.count
        self.number.setText(f"{at + 1} of {count}" if count else "")
        for goer in self._goers:
            goer.setEnabled(count > 1)

    def _build(self) -> None:
        self.head.addWidget(button("Back to the &map", self.left.emit))
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows, 1)
        column.addLayout(self.beside)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(side)
        split.addWidget(self.body)
        split.setStretchFactor(1, 1)
        split.setSizes([_LIST_WIDTH, 3 * _LIST_WIDTH])
        pile = QVBoxLayout(self)
        pile.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        pile.addLayout(self.head)
        pile.addWidget(split, 1)


def button(words: str, run: Callable[[], object], help_: str = "") -> QPushButton:
    """Make a button; `help_` says what it does where its words do not."""
    made = QPushButton(words)
    made.setAutoDefault(True)
    made.clicked.connect(lambda _checked=False: run())
    plain_text.explain(made, help_)
    return made


def announce(widget: QWidget) -> None:
    """Have a screen reader say what a widget shows now, wherever the focus is."""
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


def in_a_line(*widgets: QWidget) -> QBoxLayout:
    """Put widgets beside one another, with what room is left behind them."""
    line = QHBoxLayout()
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line
