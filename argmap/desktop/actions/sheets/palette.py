"""The command palette: type a few letters of any command, press Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.actions import ACTIONS
from argmap.desktop.actions.action import Action
from argmap.desktop.actions.sheets.synonyms import is_called
from argmap.desktop.widgets.prose import LineField
from argmap.desktop.widgets.sizing import resize_on_screen

_PASSED_ON = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Palette(QDialog):
    """A field and the commands that are called as was typed, or like it: the possible ones first.

    Once accepted, `chosen` is what runs the command.
    """

    def __init__(self, commands: Sequence[tuple[Action, QAction]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Commands")
        resize_on_screen(self, 520, 420)
        self._commands = commands
        self.chosen: QAction | None = None
        self._field = LineField()
        self._field.setPlaceholderText("Type a command")
        self._field.setAccessibleName("Command")
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self._find)
        self._field.returnPressed.connect(self._run)
        self._field.installEventFilter(self)
        self._list = QTreeWidget()
        self._list.setAccessibleName("Commands found")
        self._list.setColumnCount(3)
        self._list.setHeaderHidden(True)
        header = self._list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.setRootIsDecorated(False)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.itemClicked.connect(self._run)
        pile = QVBoxLayout(self)
        pile.addWidget(self._field)
        pile.addWidget(self._list)
        self._find("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the field keeps the focus."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _PASSED_ON
        ):
            self._list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _find(self, typed: str) -> None:
        words = typed.lower().split()
        found = [pair for pair in self._commands if is_called(pair[0], words)]
        self._list.clear()
        for row, action in sorted(found, key=lambda pair: _rank(words, *pair)):
            self._list.addTopLevelItem(_item(row, action))
        if not found:
            none = QTreeWidgetItem(["No command is called so."])
            none.setDisabled(True)
            self._list.addTopLevelItem(none)
        first = self._list.topLevelItem(0)
        if first:
            self._list.setCurrentItem(first)

    def _run(self) -> None:
        item = self._list.currentItem()
        if item is None or item.isDisabled():
            return
        name = item.data(0, Qt.ItemDataRole.UserRole)
        self.chosen = next(action for row, action in self._commands if row.name == name)
        self.accept()


def _rank(words: Sequence[str], row: Action, action: QAction) -> tuple[bool, bool, bool]:
    """Sort what is possible first, and then what is called so before what is like it.

    What is found in a menu that opens comes behind all commands: who types one that is not
    possible now, and Enter, would not want a file of that name to open.
    """
    like_it = not all(word in row.words.lower() for word in words)
    return row not in ACTIONS, not action.isEnabled(), like_it


def _item(row: Action, action: QAction) -> QTreeWidgetItem:
    keys = QKeySequence(row.keys[0]) if row.keys else QKeySequence()
    shown = action.shortcut() if not action.shortcut().isEmpty() else keys
    text = shown.toString(QKeySequence.SequenceFormat.NativeText)
    item = QTreeWidgetItem([row.words, row.menu, text])
    item.setData(0, Qt.ItemDataRole.UserRole, row.name)
    item.setDisabled(not action.isEnabled())
    return item
