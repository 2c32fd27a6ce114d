"""Undo in a text that was opened: its words first, then it closes, then the map; redo goes back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from argmap.desktop.outline.row_delegate import RowEditor
from argmap.desktop.undoing.typing_place import place_of
from argmap.desktop.window import Window
from argmap.model.edits import edit
from argmap.store.yaml_file import read
from tests.desktop.helpers import command, press_keys, retext
from tests.desktop.inspector.inspecting import entry_list

Press = Callable[..., None]
Open = Callable[[Window, Press, QtBot], None]
# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def open_draft(window: Window, press: Press, _qtbot: QtBot) -> None:
    window.session.select(["cost"])
    press(window, Qt.Key.Key_Tab)


def open_card(window: Window, press: Press, _qtbot: QtBot) -> None:
    window.session.select(["cost"])
    press(window, Qt.Key.Key_F2)


def open_row(window: Window, press: Press, _qtbot: QtBot) -> None:
    window.panes.enter("outline")
    window.session.select(["cost"])
    press(window, Qt.Key.Key_F2)


def open_title(window: Window, _press: Press, qtbot: QtBot) -> None:
    (group,) = window.session.argument_map.groups
    qtbot.waitUntil(lambda: bool(window.canvas.map_scene.halos_of(group.id)))
    window.canvas.rename_group(group.id)
    press_keys(window, "End")


def open_entry(title: str) -> Open:
    def opened(window: Window, _press: Press, _qtbot: QtBot) -> None:
        window.session.select(["cost"] if title == "Cites" else [])
        QTest.mouseClick(entry_list(window.inspector, title).adder, Qt.MouseButton.LeftButton)

    return opened


PLACES = [open_draft, open_card, open_row, open_title, open_entry("Cites"), open_entry("Sources")]


def is_open(window: Window) -> bool:
    """Whether the keys go to a text that was opened to be written in."""
    QApplication.processEvents()  # an editor of a row goes a moment later
    place = place_of(window.focusWidget())
    over = isinstance(place, RowEditor) and place.over
    return bool(place and place.closes and not over)


def written(window: Window) -> str:
    focus = window.focusWidget()
    if isinstance(focus, QComboBox):
        return focus.currentText()
    if isinstance(focus, QPlainTextEdit):
        return focus.toPlainText()
    assert isinstance(focus, QLineEdit)
    return focus.text()


def by_keys(window: Window, name: str) -> None:
    press_keys(window, {"undo": "Ctrl+Z", "redo": "Ctrl+Shift+Z"}[name])


def by_command(window: Window, name: str) -> None:
    assert command(window, name).isEnabled()
    command(window, name).trigger()


@pytest.mark.parametrize("run", [by_keys, by_command])
@pytest.mark.parametrize("open_place", PLACES)
def test_undo_closes_a_text_before_it_takes_back_a_step_of_the_map_and_redo_types_it_again(
    opened: Window,
    press: Press,
    qtbot: QtBot,
    open_place: Open,
    run: Callable[[Window, str], None],
) -> None:
    opened.session.attempt("Group", lambda m: edit.group(m, ["cost"], "Money"))
    retext(opened, "Many asked for it.")
    before = opened.session.argument_map
    open_place(opened, press, qtbot)
    stood = written(opened)
    press(opened, " one two")
    typed = written(opened)
    assert typed == stood + " one two"
    kept = read(opened.session.text_as_typed().text()).argument_map
    run(opened, "undo")
    assert written(opened) == stood + " one ", "a word at a time"
    while written(opened) != stood:
        run(opened, "undo")
        assert opened.session.argument_map is before
    assert is_open(opened)
    run(opened, "undo")
    assert not is_open(opened)
    assert opened.session.argument_map is before
    run(opened, "undo")
    assert opened.session.argument_map.statement_by_id["demand"].text != "Many asked for it."
    run(opened, "redo")
    assert opened.session.argument_map == before
    assert not is_open(opened)
    run(opened, "redo")
    assert is_open(opened)
    assert written(opened) == typed
    press(opened, Qt.Key.Key_Return)
    assert opened.session.argument_map == kept


@pytest.mark.parametrize("open_place", PLACES)
def test_redo_in_an_open_text_is_about_that_text_alone(
    opened: Window, press: Press, qtbot: QtBot, open_place: Open
) -> None:
    opened.session.attempt("Group", lambda m: edit.group(m, ["cost"], "Money"))
    retext(opened, "Many asked for it.")
    opened.session.undo()
    before = opened.session.argument_map
    open_place(opened, press, qtbot)
    for _ in range(2):
        press_keys(opened, "Ctrl+Shift+Z")
    command(opened, "redo").trigger()
    assert opened.session.argument_map is before
    assert is_open(opened)


@pytest.mark.parametrize("open_place", PLACES)
def test_a_text_in_which_nothing_was_typed_is_closed_by_undo_without_a_word(
    opened: Window, press: Press, qtbot: QtBot, open_place: Open
) -> None:
    opened.session.attempt("Group", lambda m: edit.group(m, ["cost"], "Money"))
    before = opened.session.argument_map
    open_place(opened, press, qtbot)
    press_keys(opened, "Ctrl+Z")
    assert not is_open(opened)
    assert opened.session.argument_map is before
    assert not opened.notices.notices
    assert not opened.session.redo_name
