"""Fields with a few values to choose from, and yes or no."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox

from argmap.desktop.panels.fields.editor import MIXED, Editor
from argmap.desktop.panels.plain import one_line


class _Box(QComboBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel scroll the panel: whoever scrolls past must not change the map."""
        event.ignore()


class ChoiceEditor(Editor):
    """One of several values. A value of the map that is not among them is shown all the same."""

    def __init__(self, label: str) -> None:
        self.box = _Box()
        self.box.setSizeAdjustPolicy(_Box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        super().__init__(self.box, label)
        self._values: list[object] = []
        self._shown = -1
        self.box.activated.connect(lambda _: self.committed.emit())

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

    def fill_mixed(self) -> None:
        """Choose nothing, and say why."""
        self.box.setPlaceholderText(MIXED)
        self._choose(-1)

    def modified(self) -> bool:
        """Tell whether another value was chosen."""
        return self.box.currentIndex() != self._shown

    def read(self) -> object:
        """Give the value."""
        return self._values[self.box.currentIndex()]

    def _choose(self, index: int) -> None:
        self.box.setCurrentIndex(index)
        self._shown = index


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

    def fill_mixed(self) -> None:
        """Show a state between the two; the first click makes it yes."""
        self._show(Qt.CheckState.PartiallyChecked)

    def modified(self) -> bool:
        """Tell whether it was clicked."""
        return self.box.checkState() != self._shown

    def read(self) -> object:
        """Give yes or no."""
        return self.box.isChecked()

    def _show(self, state: Qt.CheckState) -> None:
        self._shown = state
        self.box.setTristate(state == Qt.CheckState.PartiallyChecked)
        self.box.setCheckState(state)
