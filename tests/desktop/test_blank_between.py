"""A sentence that is left behind a blank goes on behind it, wherever one goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.desktop.window import Window
from tests.desktop.helpers import press_keys
from tests.desktop.inspector.inspecting import text
from tests.desktop.writing_places import Press, quiet

RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
PLACES = ("card", "row", "text")
BEFORE = "Staff cost doubles on Sundays."
pytestmark = quiet


def go_to(window: Window, place: str, qtbot: QtBot) -> None:
    """Go where the sentence of the current card can be gone on with."""
    match place:
        case "card":
            window.canvas.setFocus()
        case "row":
            window.panes.enter("outline")
        case "field":
            text(window.inspector, "Text").setFocus()
        case "text" if window.panes.focused != "text":
            press_keys(window, "Ctrl+T")
            qtbot.waitUntil(lambda: window.text_pane.editor.up_to_date)


def begin(window: Window, press: Press, place: str, words: str, qtbot: QtBot) -> None:
    window.session.select(["cost"])
    go_to(window, place, qtbot)
    if place in ("card", "row"):
        press_keys(window, "F2")
    elif place == "field":
        press_keys(window, "Ctrl+End")
    press(window, words)


def cost(window: Window, qtbot: QtBot) -> str:
    window.session.commit_typing()
    if window.panes.shown("text"):
        qtbot.waitUntil(lambda: not window.text_pane.busy)
    return window.session.argument_map.statement_by_id["cost"].text


def words_here() -> object:
    """Return what stands where the keys go."""
    focus = QApplication.focusWidget()
    return focus and focus.property("plainText")


@pytest.mark.parametrize("there", PLACES)
@pytest.mark.parametrize("here", [*PLACES, "field"])
def test_a_blank_goes_along(
    opened: Window, press: Press, qtbot: QtBot, here: str, there: str
) -> None:
    begin(opened, press, here, " They say ", qtbot)
    if here == there == "text":
        press(opened, ESCAPE)
    elif here == there:
        press(opened, RETURN)
    elif here == "field":  # from which Ctrl+T takes nobody in mid-sentence
        opened.canvas.setFocus()
    go_to(opened, there, qtbot)
    press(opened, "so.")
    assert cost(opened, qtbot) == f"{BEFORE} They say so."


@pytest.mark.parametrize("there", PLACES)
@pytest.mark.parametrize("here", PLACES)
def test_a_word_that_is_not_over_goes_on(
    opened: Window, press: Press, qtbot: QtBot, here: str, there: str
) -> None:
    begin(opened, press, here, " They sa", qtbot)
    go_to(opened, there, qtbot)
    press(opened, "y.")
    assert cost(opened, qtbot) == f"{BEFORE} They say."


@pytest.mark.parametrize("there", ["card", "row"])
@pytest.mark.parametrize("here", PLACES)
def test_who_opens_what_was_left_behind_a_blank_finds_it_there(
    opened: Window, press: Press, qtbot: QtBot, here: str, there: str
) -> None:
    begin(opened, press, here, " They say ", qtbot)
    go_to(opened, there, qtbot)
    done = opened.session.document.done
    press_keys(opened, "F2")
    qtbot.waitUntil(lambda: words_here() == f"{BEFORE} They say ")
    press(opened, RETURN)
    assert opened.session.document.done == done, "nothing was typed"
    press_keys(opened, "F2")
    press(opened, "so.")
    assert cost(opened, qtbot) == f"{BEFORE} They say so."


@pytest.mark.parametrize("typed", [" so", ", so"])
def test_no_blank_is_put_before_a_blank_in_the_text(
    opened: Window, press: Press, qtbot: QtBot, typed: str
) -> None:
    begin(opened, press, "card", " They say ", qtbot)
    go_to(opened, "text", qtbot)
    press(opened, typed)
    blank = "" if typed[0] == " " else " "
    assert cost(opened, qtbot) == f"{BEFORE} They say{blank}{typed}"


def test_no_blank_is_put_where_the_cursor_was_moved_to(
    opened: Window, press: Press, qtbot: QtBot
) -> None:
    begin(opened, press, "card", " They say ", qtbot)
    go_to(opened, "text", qtbot)
    press(opened, Qt.Key.Key_Left, Qt.Key.Key_Right, "s")
    assert cost(opened, qtbot) == f"{BEFORE} They says"


def test_no_blank_is_put_where_the_sentence_is_another_by_then(
    opened: Window, press: Press, qtbot: QtBot
) -> None:
    begin(opened, press, "card", " They say ", qtbot)
    press(opened, RETURN)
    press_keys(opened, "Ctrl+Z")
    assert opened.session.argument_map.statement_by_id["cost"].text == BEFORE
    go_to(opened, "text", qtbot)
    press(opened, "x")
    assert cost(opened, qtbot) == f"{BEFORE}x"


def test_blank_and_word_are_one_step(opened: Window, press: Press, qtbot: QtBot) -> None:
    begin(opened, press, "card", " They say ", qtbot)
    go_to(opened, "text", qtbot)
    press(opened, "so.")
    assert cost(opened, qtbot) == f"{BEFORE} They say so."
    press_keys(opened, "Ctrl+Z")
    assert cost(opened, qtbot) == f"{BEFORE} They say"


@pytest.mark.parametrize("paste", [True, False])
def test_what_is_composed_or_pasted_comes_behind_the_blank(
    opened: Window, press: Press, qtbot: QtBot, paste: bool
) -> None:
    begin(opened, press, "card", " They say ", qtbot)
    go_to(opened, "text", qtbot)
    if paste:
        QApplication.clipboard().setText("über")
        opened.text_pane.editor.paste()
    else:
        event = QInputMethodEvent()
        event.setCommitString("über")
        QApplication.sendEvent(opened.text_pane.editor, event)
    assert cost(opened, qtbot) == f"{BEFORE} They say über"
