"""Asking for a reference: field by field, or pasted as BibTeX, RIS or CSL-JSON."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QWidget,
)

from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.prose import LineField, Prose
from argmap.model.argument_map import Source

_FIELDS = (
    ("title", "&Title"),
    ("author", "&Author"),
    ("container", "A&ppeared in"),
    ("publisher", "P&ublisher"),
    ("date", "&Date"),
    ("doi", "DO&I"),
    ("url", "Add&ress"),
    ("note", "&Note"),
)


class ReferenceForm(QDialog):
    """A form; `pasted` is a list of references, if the user gave one, else `source` is the one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Add a reference")
        self.setMinimumWidth(480)
        self.fields = {name: LineField() for name, _ in _FIELDS}
        self.list = Prose(least=3, most=8)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        form = QFormLayout(self)
        for name, label in _FIELDS:
            self.fields[name].setAccessibleName(plain_text.words(label))
            self.fields[name].textChanged.connect(self._offer)
            form.addRow(f"{label}:", self.fields[name])
        or_ = QLabel("or one or more, as reference managers have them:")
        or_.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        form.addRow(or_)
        self.list.setAccessibleName("References in BibTeX, RIS or CSL-JSON")
        self.list.setPlaceholderText("BibTeX, RIS or CSL-JSON")
        self.list.textChanged.connect(self._offer)
        form.addRow("&List:", self.list)
        form.addRow(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.fields["title"].setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer()

    @property
    def pasted(self) -> str:
        """The list of references, or an empty text."""
        return self.list.words().strip()

    def source(self) -> Source:
        """Return what the fields say; its id is still to be found."""
        said: dict[str, Any] = {name: line.text().strip() for name, line in self.fields.items()}
        return Source("", **said)

    def _offer(self) -> None:
        said = any(line.text().strip() for line in self.fields.values())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(
            bool(self.pasted) or said
        )
