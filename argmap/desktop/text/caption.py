"""What is said below the text: where it cannot be read, and a button that leads there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from argmap.desktop.running.lasting import Lasting
from argmap.desktop.widgets import plain_text
from argmap.errors import Problem, in_a_row


class Caption(QWidget):
    """A few sentences below the text, if there is anything to be said.

    `wanted` carries the line, from 0, that the reader wants to go to.
    """

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._words: QLabel = plain_text.paragraph()
        self._line = -1
        self._button = QPushButton("Go there")
        self._button.clicked.connect(lambda: self.wanted.emit(self._line))
        self.lasting = Lasting(self)
        self.lasting.changed.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self._words, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, problem: Problem | None, line: int, follows: str) -> None:
        """Say that something is wrong on a line, and what follows from that; or nothing."""
        self._line = line
        if problem:
            where = f"Line {line + 1}: " if line >= 0 else ""
            said = plain_text.shown(in_a_row(problem.message, follows or problem.hint))
            self._words.setText(where + said)
        self.lasting.set(on=problem is not None)
        if not self.lasting.on:
            self.hide()  # what was remarked of another text

    def remark(self, text: str) -> None:
        """Say something that lasts as long as this text is shown."""
        self._words.setText(plain_text.shown(text))
        self._line = -1
        self.lasting.set(on=False)
        self.setVisible(bool(text))
        self._button.hide()

    def _show(self) -> None:
        self.setVisible(self.lasting.on)
        self._button.setVisible(self._line >= 0)
