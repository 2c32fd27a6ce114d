"""Fields with a few values to choose from, with or without others, and yes or no."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox

from argmap.desktop.inspector.fields.editor import Editor
from argmap.desktop.widgets.choosing.choice_box import ChoiceBox
from argmap.desktop.widgets.focus import leaves
from argmap.desktop.widgets.plain_text import one_line
from argmap.desktop.widgets.prose import LineField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Box(ChoiceBox):
    """A box of choices; `settled` says that one was made, or the words for one typed."""

    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.activated.connect(lambda _: self.settled.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Settle with Enter."""
        super().keyPressEvent(event)
        if event.key() in _ENTER:
            self.settled.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Settle when the box is left, but not for its own list, a menu or another window."""
        super().focusOutEvent(event)
        if leaves(event) and not self.view().isVisible():
            self.settled.emit()
            if line := self.lineEdit():
                line.setCursorPosition(0)  # of what is too long its beginning is shown


class ChoiceEditor(Editor):
    """One of several values. A value of the map that is not among them is shown all the same."""

    def __init__(self, label: str) -> None:
        self.box = _Box()
        self.box.setSizeAdjustPolicy(_Box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        super().__init__(self.box, label)
        self._values: list[object] = []
        self._shown = -1
        self.box.settled.connect(self.committed)
        self.box.currentIndexChanged.connect(self.edited)

    def offer(self, choices: tuple[tuple[object, str], ...]) -> None:
        """Take the values that can be chosen, with their words."""
        self._values = [value for value, _ in choices]
        self.box.clear()
        self.box.addItems([one_line(words) for _, words in choices])

    def fill(self, value: object) -> None:
        """Choose a value."""
        if value not in self._values:
            self._values.append(value)
            self.box.addItem(f"{value} (not in the map)")
        self._choose(self._values.index(value))

    def empty(self, hint: str) -> None:
        """Choose nothing, and give a hint."""
        self.box.setPlaceholderText(hint)
        self._choose(-1)

    def modified(self) -> bool:
        """Whether another value was chosen."""
        return self.box.currentIndex() != self._shown

    def read(self) -> object:
        """Return the value."""
        return self._values[self.box.currentIndex()]

    def _choose(self, index: int) -> None:
        self._shown = index
        self.box.setCurrentIndex(index)


class PickEditor(ChoiceEditor):
    """One of several values, or the words for a new one: then it is these words that are read."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._line = LineField()
        self._line.setAccessibleName(label)
        self.box.setLineEdit(self._line)
        self.box.setInsertPolicy(_Box.InsertPolicy.NoInsert)
        self._line.textChanged.connect(self.edited)

    def empty(self, hint: str) -> None:
        """Show nothing but a hint."""
        super().empty(hint)
        self._line.setPlaceholderText(hint)

    def modified(self) -> bool:
        """Whether another value was chosen or typed."""
        return super().modified() or self.box.currentText() != self.box.itemText(self._shown)

    def typed(self) -> str:
        """Return the words as they were typed."""
        return self.box.currentText()

    def put_cursor(self, at: int) -> bool:
        """Put the cursor behind so many letters."""
        self._line.put_cursor(at)
        return True

    def type_again(self, text: str) -> None:
        """Put words in place of what is shown."""
        self._line.selectAll()
        self._line.insert(text)

    def can_redo(self) -> bool:
        """Whether anything was typed and taken back."""
        return self._line.can_redo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._line.redo()

    def read(self) -> object:
        """Return the value of the words that stand there, or else these words."""
        words = self.box.currentText()
        if words == self.box.itemText(self.box.currentIndex()):
            return super().read()
        at = self.box.findText(words, Qt.MatchFlag.MatchFixedString)
        return self._values[at] if at >= 0 else words.strip()

    def _choose(self, index: int) -> None:
        super()._choose(index)
        self._line.setText(self.box.itemText(index))  # which forgets what was typed before
        if not self._line.hasFocus():
            self._line.setCursorPosition(0)


class TickEditor(Editor):
    """Yes or no."""

    titled = True

    def __init__(self, label: str) -> None:
        self.box = QCheckBox(label)
        super().__init__(self.box, label)
        self._shown = Qt.CheckState.Unchecked
        self.box.clicked.connect(lambda _: self.committed.emit())

    def fill(self, value: object) -> None:
        """Show yes or no."""
        self._show(Qt.CheckState.Checked if value else Qt.CheckState.Unchecked)

    def empty(self, _hint: str) -> None:
        """Show a state between the two; the first click makes it yes."""
        self._show(Qt.CheckState.PartiallyChecked)

    def modified(self) -> bool:
        """Whether it was clicked."""
        return self.box.checkState() != self._shown

    def read(self) -> object:
        """Return yes or no."""
        return self.box.isChecked()

    def _show(self, state: Qt.CheckState) -> None:
        self._shown = state
        self.box.setTristate(state == Qt.CheckState.PartiallyChecked)
        self.box.setCheckState(state)
