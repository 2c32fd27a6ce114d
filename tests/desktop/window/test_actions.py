"""The table of actions, and what is made from it."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QMenu,
    QTreeWidget,
    QTreeWidgetItemIterator,
)

from argmap import paths
from argmap.desktop.actions import ACTIONS, MENUS, Action, Scope
from argmap.desktop.desk import Desk
from argmap.desktop.dialogs.palette import Palette
from argmap.desktop.dialogs.shortcuts import Shortcuts
from argmap.desktop.notice import Notice, notice_of
from argmap.desktop.window import Window
from argmap.errors import ArgmapError, Place, Severity


def test_names_and_keys_are_unique() -> None:
    assert len({row.name for row in ACTIONS}) == len(ACTIONS)
    keys = Counter(QKeySequence(key).toString() for row in ACTIONS for key in row.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    assert "" not in keys, "a key that Qt does not know"


def test_mnemonics_of_a_menu_part_are_unique() -> None:
    for menu in MENUS:
        rows = [row for row in ACTIONS if row.menu == menu and not row.submenu]
        marks = Counter(
            row.text[row.text.index("&") + 1].lower() for row in rows if "&" in row.text
        )
        assert len(marks) >= len(rows) * 0.6, f"{menu} has too few mnemonics"


def test_no_plain_letter_is_a_command() -> None:
    for row in ACTIONS:
        for key in row.keys:
            assert not (len(key) == 1 and key.isprintable()), row.name


@pytest.mark.parametrize("row", [r for r in ACTIONS if r.toolbar], ids=lambda row: row.name)
def test_what_is_on_the_toolbar_has_an_icon(row: Action) -> None:
    assert (paths.resources() / "icons" / f"{row.toolbar}.svg").is_file()


def _texts(dialog: QDialog) -> dict[str, str]:
    """Give the rows of a dialog's list: the first column, and the second."""
    tree = dialog.findChild(QTreeWidget)
    assert tree is not None
    texts = {}
    walk = QTreeWidgetItemIterator(tree)
    while (item := walk.value()) is not None:
        texts[item.text(0)] = item.text(1)
        walk += 1
    return texts


def _all_entries(menu: QMenu) -> list[QAction]:
    entries: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        entries += _all_entries(inner) if isinstance(inner, QMenu) else [action]
    return entries


def test_every_command_is_in_a_menu_and_in_the_palette(opened: Window) -> None:
    menus = [a.menu() for a in opened.menuBar().actions()]
    named = {e.objectName() for m in menus if isinstance(m, QMenu) for e in _all_entries(m)}
    assert {row.name for row in ACTIONS} <= named
    palette = Palette(opened.commands, opened)
    field = palette.findChild(QLineEdit)
    assert field is not None
    assert len(_texts(palette)) == len(ACTIONS)
    QTest.keyClicks(field, "add premise")
    assert list(_texts(palette)) == ["Add premise", "Add co-premise"]
    palette.deleteLater()


def test_a_command_can_have_another_key(opened: Window) -> None:
    opened.commands.use_keys({"add_premise": "Ctrl+Shift+1"})
    assert opened.commands["add_premise"].shortcut() == QKeySequence("Ctrl+Shift+1")
    assert opened.commands["add_rebuttal"].shortcut() == QKeySequence("Shift+Tab")


def test_the_sheet_shows_every_command(opened: Window) -> None:
    sheet = Shortcuts({"add_premise": "F9"}, opened)
    shown = _texts(sheet)
    assert shown["Add premise"] == "F9"
    assert {row.words for row in ACTIONS} <= shown.keys()
    sheet.deleteLater()


def test_what_is_impossible_is_disabled(opened: Window) -> None:
    opened.session.select(["open-sundays"])
    assert not opened.commands["promote"].isEnabled()
    opened.session.select(["demand"])
    assert opened.commands["promote"].isEnabled()
    opened.session.select(())
    assert not opened.commands["add_premise"].isEnabled()


def test_held_keys_are_not_bound(opened: Window) -> None:
    held = [row for row in ACTIONS if row.scope is Scope.HELD]
    assert [opened.commands[row.name].shortcut().isEmpty() for row in held] == [True]


def _rebind(sheet: Shortcuts, command: str, key: Qt.Key, held: Qt.KeyboardModifier) -> str:
    """Press other keys for a command as a person does; give what the sheet says then."""
    tree, field = sheet.findChild(QTreeWidget), sheet.findChild(QKeySequenceEdit)
    assert tree is not None
    assert field is not None
    tree.setCurrentItem(tree.findItems(command, Qt.MatchFlag.MatchRecursive)[0])
    QTest.keyClick(field, key, held)
    field.editingFinished.emit()
    return " ".join(label.text() for label in sheet.findChildren(QLabel))


CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("key", "held", "why"),
    [
        (Qt.Key.Key_Y, CTRL, "belongs to “Redo”"),
        (Qt.Key.Key_S, CTRL, "belongs to “Save”"),
        (Qt.Key.Key_A, NONE, "for writing on a card"),
        (Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier, "for writing on a card"),
    ],
)
def test_keys_that_are_taken_or_write_are_refused(
    opened: Window, key: Qt.Key, held: Qt.KeyboardModifier, why: str
) -> None:
    sheet = Shortcuts({}, opened)
    assert why in _rebind(sheet, "Add premise", key, held)
    assert not sheet.keys
    sheet.deleteLater()


def test_other_keys_are_kept_over_a_restart(
    opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rebind(sheet: Shortcuts) -> int:
        _rebind(sheet, "Add premise", Qt.Key.Key_F9, NONE)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(Shortcuts, "exec", rebind)
    opened.commands["shortcuts"].trigger()
    desk = Desk()
    assert not desk.setting_faults
    again = desk.window()
    for window in (opened, again):
        assert window.commands["add_premise"].shortcut() == QKeySequence("F9")
    again.close()


def test_the_palette_runs_what_is_chosen(opened: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    def choose(palette: Palette) -> int:
        field = palette.findChild(QLineEdit)
        assert field is not None
        QTest.keyClicks(field, "titles")
        tree = palette.findChild(QTreeWidget)
        assert tree is not None
        first = tree.topLevelItem(0)
        assert first is not None
        place = tree.visualItemRect(first).center()
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return palette.result()

    monkeypatch.setattr(Palette, "exec", choose)
    opened.commands["palette"].trigger()
    assert opened.session.view.titles


def test_a_dialog_that_was_answered_is_gone(
    opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    for name in ("history", "shortcuts", "preferences", "about", "compare"):
        opened.commands[name].trigger()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not opened.findChildren(QDialog)


def test_undo_says_what_it_takes_back(opened: Window) -> None:
    assert opened.commands["undo"].text() == "&Undo"
    opened.session.select(["demand"])
    opened.commands["duplicate"].trigger()
    assert opened.commands["undo"].text() == "&Undo duplicate"
    opened.commands["undo"].trigger()
    assert opened.commands["redo"].text() == "&Redo duplicate"


def test_warnings_outlast_hints(opened: Window) -> None:
    opened.session.tell(Notice("Danger.", Severity.WARNING))
    for number in range(5):
        opened.session.tell(Notice(f"By the way, {number}."))
    assert [n.text for n in opened.notices.notices] == [
        "By the way, 4.",
        "By the way, 3.",
        "Danger.",
    ]


def test_errors_are_told_in_sentences() -> None:
    error = ArgmapError("the file is a riddle", "solve it", Place("/a/b.yaml", 3))
    assert notice_of(error).text == "b.yaml: The file is a riddle. Solve it."
