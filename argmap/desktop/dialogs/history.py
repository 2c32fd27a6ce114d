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
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.session import Session
from argmap.desktop.undoing.history import WRITE
from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.sizing import resize_on_screen
from argmap.errors import shortened

_LONG = 300
"""Letters of what was given up, of which more is seen when it is brought back."""
_APART = 2
"""Between two such texts, which may have several lines."""


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
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        pile = QVBoxLayout(self)
        pile.addWidget(QLabel("Choose a step to see the map as it was after it."))
        pile.addWidget(self._list, 2)
        self._texts = tuple(session.given_up)
        self._given_up = QListWidget()
        if self._texts:
            self._list_given_up(pile)
        pile.addWidget(buttons)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)

    def _list_steps(self) -> None:
        """List the steps; what is being typed is the last, and takes the place of those undone.

        It becomes one only when another row is chosen: who closes the list types on.
        """
        document = self._session.document
        typing = self._session.typing and not self._session.given_up.shown
        done = (*document.done, *(["What is being typed"] if typing else []))
        undone = () if typing else tuple(reversed(document.undone))
        names = ("As it was opened", *done, *undone)
        for number, (name, behind) in enumerate(zip(names, (*names[1:], ""), strict=True)):
            if name == behind == WRITE and number != len(done):
                continue  # words that were written in a row are one place to go back to
            item = QListWidgetItem(name, self._list)
            item.setData(Qt.ItemDataRole.UserRole, number)
            if number > len(done):
                item.setForeground(self.palette().placeholderText())
            if number == len(done):
                self._list.setCurrentItem(item)

    def _list_given_up(self, pile: QVBoxLayout) -> None:
        """List what was given up, with a button that brings back what is chosen.

        Texts that begin alike are told apart by how they go on, so they are shown in whole.
        """
        self._given_up.setAccessibleName("Given up")
        self._given_up.setWordWrap(True)
        self._given_up.setSpacing(_APART)
        self._given_up.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for each in self._texts:
            item = QListWidgetItem(shortened(each.text, _LONG), self._given_up)
            item.setToolTip(plain_text.tooltip(each.text))
        self._given_up.setCurrentRow(0)
        self._given_up.itemActivated.connect(self._bring_back)
        button = QPushButton("&Bring back")
        button.clicked.connect(self._bring_back)
        self._given_up.itemSelectionChanged.connect(
            lambda: button.setEnabled(bool(self._given_up.selectedItems()))
        )
        pile.addWidget(QLabel("What was typed and given up, the last first:"))
        pile.addWidget(self._given_up, 1)
        pile.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)

    def _bring_back(self) -> None:
        """Close, and have what is chosen typed again."""
        chosen = self._texts[self._given_up.currentRow()]
        self.accept()
        QTimer.singleShot(0, self._session, chosen.undo)

    def _go(self, row: int) -> None:
        """Go there past texts that were given up; what is being typed is made a step first."""
        session, number = self._session, self._list.item(row).data(Qt.ItemDataRole.UserRole)
        session.given_up.put_away(forward=number > len(session.document.done))
        session.commit_typing()
        while len(session.document.done) > number:
            session.undo(passing=True)
        while len(session.document.done) < number and session.redo_name:
            session.redo(passing=True)
