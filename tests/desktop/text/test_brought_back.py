"""Where the cursor is after undo and redo in the text, so that one types on there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from argmap.desktop.text.brought_back import place_after
from argmap.desktop.text.pane import TextPane
from argmap.desktop.text.source import split
from argmap.desktop.window import Window
from tests.desktop.helpers import press_keys
from tests.desktop.text.test_writing import put_cursor, taken, text_in

Press = Callable[..., None]


@pytest.fixture
def pane(opened: Window, qtbot: QtBot) -> TextPane:
    """The pane in a window with the pool map, up to date, with the focus."""
    opened.panes.enter("text")
    qtbot.waitUntil(lambda: bool(opened.text_pane.editor.shown.text))
    taken(opened.text_pane, qtbot)
    return opened.text_pane


@pytest.mark.parametrize("behind", ["Two hundred", "    text: ", "Staff cost", "asked for it."])
@pytest.mark.parametrize("typed", [" Alpha beta", "Two ", "Sta", "s"])
def test_who_undoes_and_redoes_types_on_where_he_was(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot, behind: str, typed: str
) -> None:
    if behind == "    text: ":
        put_cursor(pane, "kind: premise\n    text: ")
    else:
        put_cursor(pane, behind)
    press(opened, typed)
    taken(pane, qtbot)
    once = text_in(pane)
    at = pane.editor.textCursor().position()
    press_keys(opened, "Ctrl+Z")
    taken(pane, qtbot)
    before = text_in(pane)
    press_keys(opened, "Ctrl+Shift+Z")
    taken(pane, qtbot)
    assert text_in(pane) == once != before
    press(opened, "X")
    assert text_in(pane) == f"{once[:at]}X{once[at:]}"


def test_undo_leaves_the_cursor_where_the_change_was(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    put_cursor(pane, "Two hundred")
    press(opened, " Alpha")
    taken(pane, qtbot)
    press(opened, Qt.Key.Key_Down, Qt.Key.Key_Down)
    press_keys(opened, "Ctrl+Z")
    press(opened, "!")
    assert "Two hundred! residents" in text_in(pane)


def test_a_text_that_cannot_be_read_comes_back_with_the_cursor_behind_it(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    put_cursor(pane, "- id: demand")
    press(opened, Qt.Key.Key_Return, "tex")
    taken(pane, qtbot)
    press_keys(opened, "Ctrl+Z")
    press_keys(opened, "Ctrl+Shift+Z")
    press(opened, "Y")
    assert "- id: demand\n    texY\n" in text_in(pane)


@pytest.mark.parametrize(
    ("was", "now", "behind"),
    [
        ("Ask", "Alpha |Ask", "Alpha "),
        ("a.\n    b", "a.\n    |\n    b", "line"),
        ("a\nb", "a\n|\nb", "line"),
        ("- a\n- b\n", "- a\n- c|\n- b\n", "item"),
        ("one two three", "one |three", "gone"),
        ("one", "six|", "other"),
    ],
)
def test_words_and_lines_come_and_go_as_they_are_typed(was: str, now: str, behind: str) -> None:
    place = place_after(split(was), split(now.replace("|", "")))
    lead = now.partition("|")[0].split("\n")
    assert place == (len(lead) - 1, len(lead[-1])), behind


def test_an_item_that_is_typed_is_selected_as_soon_as_it_is_on_the_map(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    put_cursor(pane, "text: Staff cost doubles on Sundays.")
    enter = Qt.Key.Key_Return
    press(opened, enter, "- id: fans", enter, "text: Fans sing.")
    taken(pane, qtbot)
    assert opened.session.selection == ("fans",)
    first = pane.editor.document().findBlockByNumber(pane.editor.lit[0]).text()
    assert first.strip() == "- id: fans"
