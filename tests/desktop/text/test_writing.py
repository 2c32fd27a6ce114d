"""Writing in the text: what is typed becomes the map, in one history with its edits."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from argmap.desktop.text.pane import TextPane
from argmap.desktop.window import Window
from argmap.model.edits import edit
from argmap.store.yaml_file import read
from tests.desktop.helpers import press_keys

Press = Callable[..., None]


@pytest.fixture
def pane(opened: Window, qtbot: QtBot) -> TextPane:
    """The pane in a window with the pool map, up to date, with the focus."""
    opened.panes.enter("text")
    pane = opened.text_pane
    qtbot.waitUntil(lambda: bool(pane.editor.shown.text) and not pane.busy)
    return pane


def text_in(pane: TextPane) -> str:
    return pane.editor.document().toRawText().replace("\u2029", "\n")


def put_cursor(pane: TextPane, behind: str) -> None:
    """Put the cursor directly behind some words, which stand there once."""
    text = text_in(pane)
    assert text.count(behind) == 1, behind
    cursor = pane.editor.textCursor()
    cursor.setPosition(text.index(behind) + len(behind))
    pane.editor.setTextCursor(cursor)


def taken(pane: TextPane, qtbot: QtBot) -> None:
    """Wait until what was typed is read and shown."""
    qtbot.waitUntil(lambda: not pane.busy)


def agrees(pane: TextPane, window: Window) -> None:
    """Check that text and map say the same, here and in the document."""
    session = window.session
    assert text_in(pane) == session.text.text()
    assert read(session.text.text()).argument_map == session.argument_map


def test_what_is_typed_changes_the_map(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    put_cursor(pane, "Two hundred")
    press(opened, " and ten")
    taken(pane, qtbot)
    demand = opened.session.argument_map.statement_by_id["demand"]
    assert demand.text == "Two hundred and ten residents asked for it."
    assert opened.session.modified
    agrees(pane, opened)


def test_a_run_of_typing_is_one_step_of_one_history(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    before = opened.session.text.text()
    opened.session.attempt("Say", lambda m: edit.set_fields(m, "cost", text="It costs."))
    between = opened.session.text.text()
    put_cursor(pane, "Two hundred")
    for part in (" and", " ten"):
        press(opened, part)
        taken(pane, qtbot)
    assert opened.session.document.done == ("Say", "Write in the text")
    assert "Two hundred and ten" in opened.session.text.text()
    press_keys(opened, "Ctrl+Z")
    taken(pane, qtbot)
    assert opened.session.text.text() == text_in(pane) == between
    press_keys(opened, "Ctrl+Z")
    taken(pane, qtbot)
    assert opened.session.text.text() == text_in(pane) == before
    press_keys(opened, "Ctrl+Shift+Z")
    press_keys(opened, "Ctrl+Shift+Z")
    taken(pane, qtbot)
    assert "Two hundred and ten" in text_in(pane)
    agrees(pane, opened)


def test_undo_takes_back_what_is_not_read_yet(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    before = opened.session.text.text()
    put_cursor(pane, "Two hundred")
    press(opened, " and")
    press_keys(opened, "Ctrl+Z")
    assert text_in(pane) == opened.session.text.text() == before
    press_keys(opened, "Ctrl+Shift+Z")
    assert "Two hundred and" in text_in(pane)
    taken(pane, qtbot)
    agrees(pane, opened)


def test_a_text_that_cannot_be_read_leaves_the_map_as_it_was(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    session = opened.session
    before = session.argument_map
    put_cursor(pane, "- id: demand")
    press(opened, Qt.Key.Key_Return, "tex")
    taken(pane, qtbot)
    assert session.argument_map is before
    assert session.read_only
    assert session.modified
    assert not session.attempt("Add", lambda m: edit.add_claim(m, "More."))
    press(opened, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, "x-note: 1")
    taken(pane, qtbot)
    assert not session.read_only
    agrees(pane, opened)


def test_undo_takes_back_what_cannot_be_read(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    before = opened.session.text.text()
    put_cursor(pane, "- id: demand")
    press(opened, Qt.Key.Key_Return, "tex")
    taken(pane, qtbot)
    press_keys(opened, "Ctrl+Z")
    assert text_in(pane) == before
    assert not opened.session.read_only
    press_keys(opened, "Ctrl+Shift+Z")
    taken(pane, qtbot)
    assert "    tex\n" in text_in(pane)
    assert opened.session.read_only


def test_an_edit_of_the_map_comes_after_what_was_typed(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    put_cursor(pane, "Two hundred")
    press(opened, " and ten")
    opened.session.attempt("Add", lambda m: edit.add_premise(m, "cost", "Sundays are dear."))
    assert opened.session.document.done == ("Write in the text", "Add")
    assert "Two hundred and ten" in text_in(pane)
    taken(pane, qtbot)
    agrees(pane, opened)


def test_an_edit_of_the_map_leaves_cursor_and_selection(
    pane: TextPane, opened: Window, qtbot: QtBot
) -> None:
    put_cursor(pane, "Staff cost doubles")
    cursor = pane.editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.WordLeft, QTextCursor.MoveMode.KeepAnchor)
    pane.editor.setTextCursor(cursor)
    opened.session.attempt(
        "Say", lambda m: edit.set_fields(m, "demand", text="Three hundred people asked for it.")
    )
    assert pane.editor.textCursor().selectedText() == "doubles"
    taken(pane, qtbot)
    agrees(pane, opened)


def test_a_comment_is_a_step_that_leaves_the_map(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    before = opened.session.argument_map
    put_cursor(pane, "# What the council will hear on Monday.")
    press(opened, " Or later.")
    taken(pane, qtbot)
    assert opened.session.argument_map == before
    assert opened.session.document.done == ("Write in the text",)
    agrees(pane, opened)
