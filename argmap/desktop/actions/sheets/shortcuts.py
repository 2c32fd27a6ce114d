"""The sheet of keys, made from the table of actions, where the keys can be changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.actions import ACTIONS, MENUS, Action, Scope, key_bindings
from argmap.desktop.actions.sheets.synonyms import is_called
from argmap.desktop.widgets.prose import LineField
from argmap.desktop.widgets.sizing import resize_on_screen

GESTURES = (
    ("Move between cards; with Shift, extend the selection", "Arrow keys"),
    ("Write on the selected card", "Any letter"),
    ("Edit a card; on empty canvas: new claim", "Double-click"),
    ("Let a card hang by another one", "Drag the card onto it"),
    ("Link to a card, or undercut an arrow", "Drag from a card's edge"),
    ("Move the canvas", "Space and drag, middle-drag, wheel"),
    ("In the text of a source: select a sentence", "Alt+Up, Alt+Down"),
    ("In the text of a source: select more sentences", "Ctrl+Shift+Up, Ctrl+Shift+Down"),
    ("In the text of a source: the previous source, the next", "Ctrl+PgUp, Ctrl+PgDown"),
    ("In the text of a source: select a word, a sentence", "Double-click, triple-click"),
    ("In the text of the map: go to where an id is given", "Ctrl and click"),
    ("In the text of the map: fold an item, or open it", "Click on its triangle"),
    ("Make a premise, with Shift a rebuttal, of a passage", "Drag it onto a card"),
    ("Make an undercut, a claim of a passage", "Drag it onto an arrow, onto empty canvas"),
    ("Zoom about the pointer", "Ctrl and wheel"),
)
"""What is no command: done with the mouse, or by typing."""

_INTO_THE_SHEET = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
_ASK = "Select a command and press its new keys here:"


class Shortcuts(QDialog):
    """A sheet of commands by menu, then gestures, with a field to search it by words or keys."""

    def __init__(self, own: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        resize_on_screen(self, 640, 620)
        self.keys = dict(own)
        self._search = LineField()
        self._search.setPlaceholderText("Search commands and keys")
        self._search.setAccessibleName("Search commands and keys")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._find)
        self._search.installEventFilter(self)
        self._heads: list[QTreeWidgetItem] = []
        self._sheet = QTreeWidget()
        self._sheet.setAccessibleName("Commands and their keys")
        self._sheet.setHeaderLabels(["Command", "Keys"])
        self._sheet.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._sheet.header().setStretchLastSection(False)
        self._sheet.setColumnWidth(1, 220)
        self._sheet.currentItemChanged.connect(self._picked)
        self._field = QKeySequenceEdit()
        self._field.setMaximumSequenceLength(1)
        self._field.setAccessibleName("New keys for the selected command")
        self._field.editingFinished.connect(self._change)
        self._usual = QPushButton("Use the usual keys")
        self._usual.clicked.connect(self._reset)
        self._note = QLabel(_ASK)
        self._note.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.addButton(self._usual, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        pile = QVBoxLayout(self)
        for widget in (self._search, self._sheet, self._note, self._field, buttons):
            pile.addWidget(widget)
        self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the search to what it found with Enter or Down, which would close the sheet."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and pressed and event.key() in _INTO_THE_SHEET:
            self._sheet.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _find(self, typed: str) -> None:
        """Show what is called as was typed, or like it, or has such keys."""
        words = typed.lower().split()
        found: list[QTreeWidgetItem] = []
        for head in self._heads:
            below = [item for at in range(head.childCount()) if (item := head.child(at))]
            here = [item for item in below if self._is_called(item, words)]
            for item in below:
                item.setHidden(item not in here)
            head.setHidden(not here)
            found += here
        if typed and found:
            self._sheet.setCurrentItem(found[0])

    def _is_called(self, item: QTreeWidgetItem, words: Sequence[str]) -> bool:
        row = _row_of(item)
        said = f"{item.text(0)} {item.text(1)}"
        return is_called(row, words, said) if row else all(w in said.lower() for w in words)

    def _fill(self) -> None:
        for menu in MENUS:
            head = self._head(menu)
            for row in ACTIONS:
                if row.menu == menu:
                    item = QTreeWidgetItem(head, [row.words, ""])
                    item.setData(0, Qt.ItemDataRole.UserRole, row.name)
                    self._show(item, row)
        head = self._head("Mouse and typing")
        for what, how in GESTURES:
            QTreeWidgetItem(head, [what, how])
        self._sheet.expandAll()

    def _head(self, text: str) -> QTreeWidgetItem:
        head = QTreeWidgetItem(self._sheet, [text])
        self._heads.append(head)
        font = self._sheet.font()
        font.setBold(True)
        head.setFont(0, font)
        return head

    def _show(self, item: QTreeWidgetItem, row: Action) -> None:
        item.setText(1, key_bindings.shown(row, self.keys))

    def _first(self, row: Action) -> QKeySequence:
        return next(iter(key_bindings.keys_of(row, self.keys)), QKeySequence())

    def _chosen(self) -> tuple[QTreeWidgetItem, Action] | None:
        item = self._sheet.currentItem()
        row = _row_of(item) if item else None
        return (item, row) if item and row else None

    def _picked(self) -> None:
        chosen = self._chosen()
        changeable = chosen is not None and chosen[1].scope is not Scope.HELD
        self._field.setEnabled(changeable)
        self._usual.setEnabled(changeable)
        self._field.setKeySequence(self._first(chosen[1]) if chosen else QKeySequence())

    def _change(self) -> None:
        chosen, wanted = self._chosen(), self._field.keySequence()
        if chosen is None or wanted == self._first(chosen[1]):
            return
        item, row = chosen
        refused = self._refusal(row, wanted)
        self._note.setText(refused or _ASK)
        if refused:
            self._field.setKeySequence(self._first(row))
            return
        self.keys[row.name] = wanted.toString(key_bindings.PORTABLE)
        self._show(item, row)

    def _refusal(self, row: Action, wanted: QKeySequence) -> str:
        """Say why a command cannot have these keys; an empty text where it can."""
        if wanted.isEmpty():
            return ""
        shown = wanted.toString(key_bindings.NATIVE)
        if key_bindings.writes(wanted):
            return f"{shown} is for writing on a card. Hold Ctrl or Alt with it."
        for other in ACTIONS:
            meets = other is not row and row.scope.meets(other.scope)
            if meets and wanted in key_bindings.keys_of(other, self.keys):
                return f"{shown} belongs to “{other.words}” already."
        return ""

    def _reset(self) -> None:
        chosen = self._chosen()
        if chosen:
            item, row = chosen
            self.keys.pop(row.name, None)
            self._show(item, row)
            self._picked()


def _row_of(item: QTreeWidgetItem) -> Action | None:
    """Return the command of a line of the sheet; None for heads and gestures."""
    name = item.data(0, Qt.ItemDataRole.UserRole)
    return next((row for row in ACTIONS if row.name == name), None)
