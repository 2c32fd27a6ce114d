"""Preferences: each setting takes effect at once, in all windows, and is there after a restart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialogButtonBox, QLabel, QLineEdit, QWidget

from argmap import settings as stored
from argmap.desktop.application import Application
from argmap.desktop.dialogs.preferences import Preferences
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.model.argument_map import ArgumentMap
from argmap.settings import Settings, about
from tests.desktop.helpers import answering, command, told

BUTTONS = QDialogButtonBox.StandardButton
EDITED = ("theme", "motion", "page", "layout", "texts", "originals", "dot")


def editor_of(dialog: QWidget, setting: str) -> QWidget:
    label = about(setting).label
    kinds = (QComboBox, QCheckBox, QLineEdit)
    return next(w for k in kinds for w in dialog.findChildren(k) if w.accessibleName() == label)


def choose(dialog: QWidget, setting: str, value: object) -> None:
    """Give a setting another value, with the keys that a person would press."""
    editor = editor_of(dialog, setting)
    if isinstance(editor, QComboBox):
        QTest.keyClick(editor, Qt.Key.Key_Home)
        for _ in range(editor.findData(value)):
            QTest.keyClick(editor, Qt.Key.Key_Down)
        assert editor.currentData() == value
    elif isinstance(editor, QCheckBox):
        QTest.keyClick(editor, Qt.Key.Key_Space)
        assert editor.isChecked() is value
    elif isinstance(editor, QLineEdit):
        editor.selectAll()
        QTest.keyClicks(editor, str(value))


def answer(setting: str, value: object, button: BUTTONS) -> Callable[[QWidget], None]:
    def fill_in(dialog: QWidget) -> None:
        choose(dialog, setting, value)
        QTest.mouseClick(
            dialog.findChildren(QDialogButtonBox)[0].button(button), Qt.MouseButton.LeftButton
        )

    return fill_in


def seen(window: Window, setting: str) -> object:
    """Return what a setting does to a window."""
    appearance = window.appearance
    return {
        "theme": appearance.theme.name,
        "motion": appearance.motion,
        "page": appearance.page,
        "layout": appearance.layout_for(ArgumentMap()),
        "dot": appearance.engine.program,
    }[setting]


@pytest.mark.parametrize(
    ("setting", "value", "effect"),
    [
        ("theme", "dark", "dark"),
        ("theme", "high-contrast", "high-contrast"),
        ("motion", False, False),
        ("page", "slide", "slide"),
        ("layout", "layered", "layered"),
        ("dot", "  /opt/dot ", "/opt/dot"),
    ],
)
def test_it_takes_effect_in_all_windows_at_once_and_stays(
    opened: Window, windows: Windows, setting: str, value: object, effect: object
) -> None:
    other = windows.add()
    before = seen(opened, setting)
    assert before != effect
    with answering(answer(setting, value, BUTTONS.Cancel)):
        command(opened, "preferences").trigger()
    assert [seen(w, setting) for w in windows.all] == [before] * 2
    with answering(answer(setting, value, BUTTONS.Ok)):
        command(opened, "preferences").trigger()
    assert [seen(w, setting) for w in (opened, other)] == [effect] * 2
    restarted = Application()
    assert not restarted.setting_faults
    assert getattr(restarted.settings, setting) == effect


def test_the_keys_are_left_to_the_sheet_of_shortcuts(opened: Window, windows: Windows) -> None:
    windows.application.change(Settings(keys={"fold": "Ctrl+Shift+Space"}))
    with answering(answer("theme", "dark", BUTTONS.Ok)):
        command(opened, "preferences").trigger()
    assert stored.load()[0] == Settings(theme="dark", keys={"fold": "Ctrl+Shift+Space"})


def test_every_setting_has_its_row_and_its_explanation(opened: Window) -> None:
    form = Preferences(Settings(), opened)
    shown = {label.text() for label in form.findChildren(QLabel)}
    for field in fields(Settings):
        told_of = about(field.name)
        assert (told_of.help in shown) is (field.name in EDITED), field.name
        if field.name in EDITED:
            editor = editor_of(form, field.name)
            assert editor.accessibleDescription() == told_of.help
    form.deleteLater()


def test_nothing_changed_writes_the_same_settings(opened: Window) -> None:
    mine = Settings(theme="print", motion=False, page="a4", dot="/opt/dot", keys={"save": "F2"})
    form = Preferences(mine, opened)
    assert form.settings() == mine
    form.deleteLater()


def test_settings_that_cannot_be_kept_are_used_all_the_same(opened: Window) -> None:
    stored.file().parent.parent.mkdir(parents=True, exist_ok=True)
    stored.file().parent.write_text("in the way")
    with answering(answer("theme", "dark", BUTTONS.Ok)):
        command(opened, "preferences").trigger()
    assert opened.appearance.theme.name == "dark"
    assert "could not be saved" in told(opened)


def test_values_are_shown_in_words(opened: Window) -> None:
    dialog = Preferences(Settings(), opened)
    for box in dialog.findChildren(QComboBox):
        words = {box.itemText(at) for at in range(box.count())}
        values = {box.itemData(at) for at in range(box.count())}
        assert not words & values, "as the file has them"
        assert all(word[:1].isupper() for word in words)
    dialog.deleteLater()
