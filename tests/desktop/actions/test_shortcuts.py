"""The sheet of keys: complete against the table of actions, and a place to change them."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from argmap import settings
from argmap.desktop.actions import ACTIONS, MENUS
from argmap.desktop.actions.sheets.shortcuts import GESTURES
from argmap.desktop.application import Application
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from tests.desktop.helpers import answering, command, press_keys

BUTTONS = QDialogButtonBox.StandardButton
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def rows(sheet: QWidget) -> dict[str, QTreeWidgetItem]:
    (tree,) = sheet.findChildren(QTreeWidget)
    walk = QTreeWidgetItemIterator(tree)
    found = {}
    while (item := walk.value()) is not None:
        found[item.text(0)] = item
        walk += 1
    return found


def field(sheet: QWidget) -> QKeySequenceEdit:
    return sheet.findChildren(QKeySequenceEdit)[0]


def rebind(sheet: QWidget, command: str, key: Qt.Key, held: Qt.KeyboardModifier) -> str:
    """Press other keys for a command as a person does; give what the sheet says then."""
    (tree,) = sheet.findChildren(QTreeWidget)
    tree.setCurrentItem(rows(sheet)[command])
    QTest.keyClick(field(sheet), key, held)
    field(sheet).editingFinished.emit()
    return " ".join(label.text() for label in sheet.findChildren(QLabel))


def finish(sheet: QWidget, button: BUTTONS) -> None:
    (box,) = sheet.findChildren(QDialogButtonBox)
    QTest.mouseClick(box.button(button), Qt.MouseButton.LeftButton)


def open_sheet(window: Window, act: Callable[[QWidget], object]) -> None:
    with answering(act):
        command(window, "shortcuts").trigger()


def test_f1_shows_every_command_under_its_menu_with_its_first_key(opened: Window) -> None:
    native = QKeySequence.SequenceFormat.NativeText
    said: dict[str, tuple[str, str]] = {}

    def look(sheet: QWidget) -> None:
        for text, item in rows(sheet).items():
            head = item.parent()
            said[text] = (head.text(0) if head else "", item.text(1))

    with answering(look):
        press_keys(opened, "F1")
    for row in ACTIONS:
        keys = QKeySequence(row.keys[0]).toString(native) if row.keys else ""
        assert said[row.words] == (row.menu, keys)
    for what, how in GESTURES:
        assert said[what] == ("Mouse and typing", how)
    assert len(said) == len(ACTIONS) + len(GESTURES) + len(MENUS) + 1


@pytest.mark.parametrize(
    ("key", "held", "why"),
    [
        (Qt.Key.Key_Y, CTRL, "belongs to “Redo”"),
        (Qt.Key.Key_S, CTRL, "belongs to “Save”"),
        (Qt.Key.Key_Space, NONE, "belongs to “Fold or open”"),
        (Qt.Key.Key_A, NONE, "for writing on a card"),
        (Qt.Key.Key_A, SHIFT, "for writing on a card"),
        (Qt.Key.Key_7, NONE, "for writing on a card"),
    ],
)
def test_keys_that_are_taken_or_write_are_refused_with_the_reason(
    opened: Window, key: Qt.Key, held: Qt.KeyboardModifier, why: str
) -> None:
    def change(sheet: QWidget) -> None:
        assert why in rebind(sheet, "Add premise", key, held)
        assert rows(sheet)["Add premise"].text(1) == "Tab"
        assert field(sheet).keySequence() == QKeySequence("Tab"), "the old key stands there again"
        finish(sheet, BUTTONS.Ok)

    open_sheet(opened, change)
    assert not settings.load()[0].keys


def test_other_keys_work_at_once_and_after_a_restart_and_the_usual_ones_no_more(
    opened: Window,
) -> None:
    def change(sheet: QWidget) -> None:
        rebind(sheet, "Titles only", Qt.Key.Key_F4, CTRL)
        rebind(sheet, "Duplicate", Qt.Key.Key_F9, NONE)
        assert rows(sheet)["Duplicate"].text(1) == "F9"
        finish(sheet, BUTTONS.Ok)

    open_sheet(opened, change)
    opened.canvas.setFocus()
    press_keys(opened, "Ctrl+F4")
    assert opened.session.view.titles
    opened.session.select(["demand"])
    press_keys(opened, "Ctrl+D")
    assert not opened.session.document.done, "Ctrl+D is free now"
    press_keys(opened, "F9")
    assert opened.session.document.done == ("Duplicate",)
    assert json.loads(settings.file().read_text())["keys"] == {
        "titles": "Ctrl+F4",
        "duplicate": "F9",
    }
    again = Windows(Application()).add()
    assert command(again, "duplicate").shortcut() == QKeySequence("F9")
    again.close()


def test_what_is_cancelled_changes_no_key(opened: Window) -> None:
    def change(sheet: QWidget) -> None:
        rebind(sheet, "Duplicate", Qt.Key.Key_F9, NONE)
        finish(sheet, BUTTONS.Cancel)

    open_sheet(opened, change)
    assert command(opened, "duplicate").shortcut() == QKeySequence("Ctrl+D")
    assert not settings.file().exists()


def test_a_key_that_was_freed_can_be_given_to_another(opened: Window) -> None:
    def change(sheet: QWidget) -> None:
        rebind(sheet, "Duplicate", Qt.Key.Key_F9, NONE)
        assert "belongs" not in rebind(sheet, "Titles only", Qt.Key.Key_D, CTRL)
        assert "belongs to “Duplicate”" in rebind(sheet, "Copy picture", Qt.Key.Key_F9, NONE)
        finish(sheet, BUTTONS.Ok)

    open_sheet(opened, change)
    assert command(opened, "titles").shortcut() == QKeySequence("Ctrl+D")


def test_the_usual_keys_come_back_by_the_button(opened: Window) -> None:
    def change(sheet: QWidget) -> None:
        rebind(sheet, "Duplicate", Qt.Key.Key_F9, NONE)
        buttons = sheet.findChildren(QPushButton)
        usual = next(b for b in buttons if b.text() == "Use the usual keys")
        QTest.mouseClick(usual, Qt.MouseButton.LeftButton)
        assert rows(sheet)["Duplicate"].text(1) == "Ctrl+D"
        assert field(sheet).keySequence() == QKeySequence("Ctrl+D")
        finish(sheet, BUTTONS.Ok)

    open_sheet(opened, change)
    assert command(opened, "duplicate").shortcut() == QKeySequence("Ctrl+D")
    assert not settings.load()[0].keys


@pytest.mark.parametrize("row", ["Fold or open", "Edit", "Drag from a card's edge"])
def test_a_key_that_is_held_and_what_is_no_command_cannot_be_changed(
    opened: Window, row: str
) -> None:
    def look(sheet: QWidget) -> None:
        found = rows(sheet)
        item = found.get(row) or next(i for i in found.values() if i.text(1) == row)
        sheet.findChildren(QTreeWidget)[0].setCurrentItem(item)
        assert not field(sheet).isEnabled()

    open_sheet(opened, look)


def test_the_sheet_is_searched_by_words_synonyms_and_keys(opened: Window) -> None:
    seen: dict[str, set[str]] = {}

    def look(sheet: QWidget) -> None:
        search = sheet.findChild(QLineEdit)
        assert search is not None
        for typed in ("undercut", "objection", "ctrl+u", "drag", "nothing like it", ""):
            search.clear()
            QTest.keyClicks(search, typed)
            found = (item for item in rows(sheet).values() if item.parent())
            seen[typed] = {item.text(0) for item in found if not item.isHidden()}
        QTest.keyClicks(search, "rebut")
        QTest.keyClick(search, Qt.Key.Key_Return)
        (tree,) = sheet.findChildren(QTreeWidget)
        assert sheet.isVisible()
        assert tree.hasFocus()
        assert rows(sheet)["Add rebuttal"].isSelected()

    open_sheet(opened, look)
    assert seen["undercut"] >= {"Undercut", "Link to a card, or undercut an arrow"}
    assert {"Undercut", "Add rebuttal"} <= seen["objection"]
    assert seen["ctrl+u"] >= {"Undercut"}
    assert all("Drag" in how or "drag" in how for what, how in GESTURES if what in seen["drag"])
    assert not seen["nothing like it"]
    assert len(seen[""]) == len(ACTIONS) + len(GESTURES)
