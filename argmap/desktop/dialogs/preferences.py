"""The settings, a row each, made from their declarations in `argmap.settings`."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.choosing.choice_box import StillBox
from argmap.desktop.widgets.prose import LineField
from argmap.drawing import theme as themes
from argmap.model.kinds import Layout, Page
from argmap.settings import Settings, about


class Preferences(QDialog):
    """A form; `settings()` gives what it says."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Preferences")
        self.setMinimumWidth(460)
        self._settings = settings
        self._editors: dict[str, QWidget] = {}
        form = QFormLayout(self)
        for field in fields(settings):
            editor = _editor(field.name, getattr(settings, field.name))
            if editor is None:
                continue
            told = about(field.name)
            editor.setAccessibleName(told.label)
            editor.setAccessibleDescription(told.help)
            self._editors[field.name] = editor
            form.addRow(f"&{told.label}:", editor)
            help_ = QLabel(told.help)
            help_.setWordWrap(True)
            help_.setForegroundRole(help_.palette().ColorRole.PlaceholderText)
            form.addRow("", help_)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    def settings(self) -> Settings:
        """Return the settings as the form has them; those without a row stay as they were."""
        values: dict[str, Any] = {
            field.name: getattr(self._settings, field.name) for field in fields(self._settings)
        }
        values |= {name: _value(editor) for name, editor in self._editors.items()}
        return Settings(**values)

    def texts(self, *, other_than: Settings) -> list[str]:
        """Return the texts that were typed into the form, where they are not those of settings."""
        typed = [name for name, editor in self._editors.items() if isinstance(editor, QLineEdit)]
        now = self.settings()
        return [getattr(now, n) for n in typed if getattr(now, n) != getattr(other_than, n)]


def _editor(name: str, value: object) -> QWidget | None:
    """Return a widget for a setting; None for keys, which the sheet of shortcuts edits."""
    choices = about(name).choices
    if choices:
        box = StillBox()
        for choice in choices:
            box.addItem(_words(name, choice), choice)
        box.setCurrentIndex(max(0, box.findData(value)))
        return box
    if isinstance(value, bool):
        check = QCheckBox()
        check.setChecked(value)
        return check
    if isinstance(value, str):
        return LineField(value)
    return None


def _words(name: str, choice: str) -> str:
    """Return what people read of a value that a setting can have."""
    match name:
        case "theme":
            return "As the system" if choice == "system" else themes.load(choice).title
        case "page":
            return Page(choice).called
        case "layout":
            called = choice if choice == "automatic" else Layout(choice).called
            return plain_text.capital(called)
        case "texts":
            return "In the map" if choice == "inline" else "In a file beside the map"
        case _:
            return plain_text.capital(choice)


def _value(editor: QWidget) -> object:
    match editor:
        case QComboBox():
            return editor.currentData()
        case QCheckBox():
            return editor.isChecked()
        case QLineEdit():
            return editor.text().strip()
        case _:
            raise TypeError(f"no value in {editor}")
