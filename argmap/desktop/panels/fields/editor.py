"""What all editors of fields have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget


class Editor(QWidget):
    """A control for one value; `committed` says that the user is done with it for now.

    `titled` editors show the field's label themselves.
    """

    committed = Signal()
    titled = False

    def __init__(self, control: QWidget, label: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(control, 1)
        control.setAccessibleName(label)
        self.control = control
        self.setFocusProxy(control)

    def offer(self, choices: tuple[tuple[object, str], ...]) -> None:
        """Take the values that can be chosen, with their words; most editors know none."""

    def fill(self, value: object) -> None:
        """Show a value."""
        raise NotImplementedError

    def fill_mixed(self) -> None:
        """Show that the items selected differ."""
        raise NotImplementedError

    def modified(self) -> bool:
        """Tell whether the user has changed what was shown."""
        raise NotImplementedError

    def read(self) -> object:
        """Give the value as it is now; ArgmapError where it is none."""
        raise NotImplementedError


MIXED = "(they differ)"
