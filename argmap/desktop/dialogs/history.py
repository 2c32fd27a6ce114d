"""The history: what was done, named, with a way back to any point of it.

What was typed and given up is no step, so it stands in a list of its own.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.session import Session
from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.sizing import resize_on_screen


class History(QDialog):
    """Steps in order, the oldest first; the row chosen is the state gone to."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("History")
        resize_on_screen(self, 380, 420)
        self._session = session
        self._list = QListWidget()
        self._list.setAccessibleName("Steps")
        self._list_steps()
        self._list.currentRowChanged.connect(self._go)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        pile = QVBoxLayout(self)
        pile.addWidget(QLabel("Choose a step to see the map as it was after it."))
        pile.addWidget(self._list, 2)
        self._given_up = QListWidget()
        self._given_up.setAccessibleName("Given up")
        self._given_up.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if tuple(session.given_up):
            pile.addWidget(QLabel("What was typed and given up, the last first:"))
            pile.addWidget(self._given_up, 1)
            self._list_given_up()
        pile.addWidget(self._buttons)

    def _list_steps(self) -> None:
        """List the steps; what is being typed is the last, and takes the place of those undone.

        It becomes one only when another row is chosen: who closes the list types on.
        """
        document, typing = self._session.document, self._session.typing
        done = (*document.done, *(["What is being typed"] if typing else []))
        undone = () if typing else tuple(reversed(document.undone))
        for number, name in enumerate(("As it was opened", *done, *undone)):
            item = QListWidgetItem(name, self._list)
            if number > len(done):
                item.setForeground(self.palette().placeholderText())
        self._list.setCurrentRow(len(done))

    def _list_given_up(self) -> None:
        """List what was given up, with a button that brings back what is chosen."""
        for each in self._session.given_up:
            item = QListWidgetItem(plain_text.one_line(each.text), self._given_up)
            item.setToolTip(plain_text.tooltip(each.text))
        role = QDialogButtonBox.ButtonRole.ActionRole
        button = self._buttons.addButton("Bring back", role)
        button.setEnabled(False)
        self._given_up.currentRowChanged.connect(lambda row: button.setEnabled(row >= 0))
        self._given_up.itemActivated.connect(lambda _: self._bring_back())
        button.clicked.connect(self._bring_back)

    def _bring_back(self) -> None:
        """Close, and have what is chosen typed again."""
        row = self._given_up.currentRow()
        if row >= 0:
            chosen = tuple(self._session.given_up)[row]
            self.accept()
            QTimer.singleShot(0, self._session, chosen.bring_back)

    def _go(self, row: int) -> None:
        self._session.commit_typing()
        while len(self._session.document.done) > row:
            self._session.undo()
        while len(self._session.document.done) < row and self._session.redo_name:
            self._session.redo()
