"""The history: what was done, named, with a way back to any point of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
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
        done, undone = session.document.done, session.document.undone
        for number, name in enumerate(("As it was opened", *done, *reversed(undone))):
            item = QListWidgetItem(name, self._list)
            item.setData(Qt.ItemDataRole.UserRole, number)
            if number > len(done):
                item.setForeground(self.palette().placeholderText())
        self._list.setCurrentRow(len(done))
        self._list.currentRowChanged.connect(self._go)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        pile = QVBoxLayout(self)
        pile.addWidget(QLabel("Choose a step to see the map as it was after it."))
        pile.addWidget(self._list)
        pile.addWidget(buttons)

    def _go(self, row: int) -> None:
        while len(self._session.document.done) > row:
            self._session.undo()
        while len(self._session.document.done) < row and self._session.redo_name:
            self._session.redo()
