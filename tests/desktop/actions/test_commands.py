"""The table of actions, and what is made from it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QMenu,
)

from argmap import paths
from argmap.desktop.actions import ACTIONS, MENUS, ROWS, Action, Scope
from argmap.desktop.notices.notice import Notice, notice_of
from argmap.desktop.widgets import plain_text
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.errors import ArgmapError, Place, Severity
from tests.desktop.helpers import command, commands


def test_names_and_keys_are_unique() -> None:
    assert len({row.name for row in ACTIONS}) == len(ACTIONS)
    keys = [(QKeySequence(key).toString(), row.scope) for row in ACTIONS for key in row.keys]
    twice = [
        (key, scope)
        for number, (key, scope) in enumerate(keys)
        for other, where in keys[number + 1 :]
        if other == key and scope.meets(where)
    ]
    assert twice == []
    assert all(key for key, _ in keys), "a key that Qt does not know"


def test_keys_of_two_commands_meet_where_both_are_heard() -> None:
    assert Scope.WINDOW.meets(Scope.TEXT)
    assert Scope.CANVAS.meets(Scope.WINDOW)
    assert Scope.CANVAS.meets(Scope.HELD)
    assert not Scope.CANVAS.meets(Scope.TEXT)
    assert Scope.TEXT.meets(Scope.TEXT)


@pytest.mark.parametrize("menu", MENUS)
def test_a_letter_of_a_menu_stands_for_one_entry(menu: str) -> None:
    rows = [row for row in ROWS if row.menu == menu]
    entries = {(row.submenu if isinstance(row, Action) else "") or row.text for row in rows}
    marks = Counter(text[text.index("&") + 1].lower() for text in entries if "&" in text)
    assert [letter for letter, times in marks.items() if times > 1] == []
    assert len(marks) >= min(len(entries), 20), "all have one where letters suffice"


def test_each_entry_of_a_submenu_has_a_letter_of_its_own(
    opened: Window, windows: Windows, tmp_path: Path
) -> None:
    for name in ("R&D", "ß", "42", "план", "a"):
        path = tmp_path / f"{name}.argmap.yaml"
        path.write_text("x")
        windows.application.recent_files.add(path)
    inner = [m for m in opened.findChildren(QMenu) if isinstance(m.parent(), QMenu)]
    assert {plain_text.words(m.title()) for m in inner} >= {"Open recent", "Theme of the window"}
    for menu in inner:
        menu.aboutToShow.emit()
        entries = [a.text().replace("&&", "") for a in menu.actions() if not a.isSeparator()]
        letters = [text.partition("&")[2][:1].casefold() for text in entries]
        assert "" not in letters, (menu.title(), entries)
        assert len({*letters}) == len(letters), (menu.title(), entries)


def test_no_plain_letter_is_a_command() -> None:
    for row in ACTIONS:
        for key in row.keys:
            assert not (len(key) == 1 and key.isprintable()), row.name


@pytest.mark.parametrize("row", [r for r in ACTIONS if r.toolbar], ids=lambda row: row.name)
def test_what_is_on_the_toolbar_has_an_icon(row: Action) -> None:
    assert (paths.resources() / "icons" / f"{row.toolbar}.svg").is_file()


def _all_entries(menu: QMenu) -> list[QAction]:
    entries: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        entries += _all_entries(inner) if isinstance(inner, QMenu) else [action]
    return entries


def test_every_command_is_in_a_menu(opened: Window) -> None:
    menus = [a.menu() for a in opened.menuBar().actions()]
    named = {e.objectName() for m in menus if isinstance(m, QMenu) for e in _all_entries(m)}
    assert {row.name for row in ACTIONS} <= named


def test_a_command_can_have_another_key(opened: Window) -> None:
    commands(opened).use_keys({"add_premise": "Ctrl+Shift+1"})
    assert command(opened, "add_premise").shortcut() == QKeySequence("Ctrl+Shift+1")
    assert command(opened, "add_rebuttal").shortcut() == QKeySequence("Shift+Tab")


def test_what_is_impossible_is_disabled(opened: Window) -> None:
    opened.session.select(["open-sundays"])
    assert not command(opened, "promote").isEnabled()
    opened.session.select(["demand"])
    assert command(opened, "promote").isEnabled()
    opened.session.select(())
    assert not command(opened, "add_premise").isEnabled()


def test_held_keys_are_not_bound(opened: Window) -> None:
    held = [row for row in ACTIONS if row.scope is Scope.HELD]
    assert [command(opened, row.name).shortcut().isEmpty() for row in held] == [True]


def test_a_dialog_that_was_answered_is_gone(
    opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    for name in ("history", "shortcuts", "preferences", "about", "compare"):
        command(opened, name).trigger()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not opened.findChildren(QDialog)


def test_undo_says_what_it_takes_back(opened: Window) -> None:
    assert command(opened, "undo").text() == "&Undo"
    opened.session.select(["demand"])
    command(opened, "duplicate").trigger()
    assert command(opened, "undo").text() == "&Undo duplicate"
    command(opened, "undo").trigger()
    assert command(opened, "redo").text() == "&Redo duplicate"


def test_warnings_outlast_hints(opened: Window) -> None:
    opened.session.post_notice(Notice("Danger.", Severity.WARNING))
    for number in range(5):
        opened.session.post_notice(Notice(f"By the way, {number}."))
    assert [n.text for n in opened.notices.notices] == [
        "By the way, 4.",
        "By the way, 3.",
        "Danger.",
    ]


def test_errors_are_told_with_their_file_and_the_way_out() -> None:
    error = ArgmapError("The file is a riddle.", "Solve it.", Place("/a/b.yaml", 3))
    assert notice_of(error).text == "b.yaml: The file is a riddle. Solve it."
