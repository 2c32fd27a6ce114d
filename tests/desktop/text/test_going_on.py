"""After a crash one goes on in the text where one was writing in it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from argmap import paths
from argmap.desktop.text.editor import TextEditor
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.store.journal import InText, contents, find
from tests.desktop.helpers import journals, press_keys

Press = Callable[..., None]
Crash = Callable[..., Window]
# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def crash(opened: Window, windows: Windows, tmp_path: Path, qtbot: QtBot) -> Crash:
    """End as if by a crash, begin anew, and recover; `spoil` what the journal says before."""

    def crashed(spoil: Callable[[Path], None] | None = None) -> Window:
        opened.files.keep()
        (file,) = journals()
        left = Path(shutil.copy(file, tmp_path / "left"))
        opened.session.commit_typing()
        opened.session.hold(None)
        opened.session.text.mark_saved()
        opened.close_unasked()
        (paths.state() / "window.json").unlink()  # or its panes would be as they were
        shutil.copy(left, file)
        if spoil:
            spoil(file)
        window = windows.add()
        with qtbot.waitExposed(window):
            window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        (recovery,) = find(paths.journals()).recoveries
        windows.recover(recovery, window.session)
        return window

    return crashed


def begin(window: Window, line: str, qtbot: QtBot) -> TextEditor:
    """Go into the text, behind what begins like that."""
    press_keys(window, "Ctrl+T")
    editor = window.text_pane.editor
    qtbot.waitUntil(lambda: editor.up_to_date)
    text = editor.toPlainText()
    at = text[: text.index(line) + len(line)].split("\n")
    editor.put_cursor(len(at) - 1, len(at[-1]))
    return editor


def settled(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.text_pane.busy)


def goes_on(window: Window) -> TextEditor:
    """Return the editor of the text, which is to be seen and has the focus."""
    editor = window.text_pane.editor
    assert window.panes.shown("text")
    assert window.focusWidget() is editor
    return editor


@pytest.mark.parametrize("wait", [True, False])
def test_half_a_word_in_the_text_goes_on_there(
    opened: Window, press: Press, crash: Crash, qtbot: QtBot, wait: bool
) -> None:
    begin(opened, "Staff cost doubles on Sun", qtbot)
    press(opened, "ny and warm S")
    if wait:
        settled(opened, qtbot)
    window = crash()
    goes_on(window)
    press(window, "un")
    settled(window, qtbot)
    cost = window.session.argument_map.statement_by_id["cost"]
    assert cost.text == "Staff cost doubles on Sunny and warm Sundays."
    assert window.session.current == "cost"
    assert not window.canvas.editing.active


@pytest.mark.parametrize("line", ["Staff cost doubles on Sundays.", "should open on Sundays."])
def test_a_blank_at_the_end_of_a_sentence_is_there_again(
    opened: Window, press: Press, crash: Crash, qtbot: QtBot, line: str
) -> None:
    begin(opened, line, qtbot)
    press(opened, " They say ")
    settled(opened, qtbot)
    window = crash()
    goes_on(window)
    press(window, "so")
    settled(window, qtbot)
    texts = [statement.text for statement in window.session.argument_map.statements]
    assert any(text.endswith("Sundays. They say so") for text in texts)


def test_what_was_selected_in_the_text_is_selected_again(
    opened: Window, press: Press, crash: Crash, qtbot: QtBot
) -> None:
    begin(opened, "Staff cost doubles", qtbot)
    press(opened, " x")
    settled(opened, qtbot)
    for _ in range(3):
        press(opened, Qt.Key.Key_Left)
    for _ in range(7):
        press(opened, Qt.Key.Key_Left, held=Qt.KeyboardModifier.ShiftModifier)
    window = crash()
    cursor = goes_on(window).textCursor()
    assert cursor.selectedText() == " double"
    assert cursor.position() < cursor.anchor()


def test_a_text_that_cannot_be_read_goes_on_where_it_was_broken(
    opened: Window, press: Press, crash: Crash, qtbot: QtBot
) -> None:
    begin(opened, "Two hundred residents asked for it.", qtbot)
    press(opened, Qt.Key.Key_Return, '{"note')
    settled(opened, qtbot)
    assert opened.session.held
    window = crash()
    editor = goes_on(window)
    press(window, '"')
    assert editor.textCursor().block().text() == '    {"note"'


def test_a_journal_without_a_mark_leads_to_what_was_broken(
    opened: Window, press: Press, crash: Crash, qtbot: QtBot
) -> None:
    begin(opened, "Two hundred residents asked for it.", qtbot)
    press(opened, Qt.Key.Key_Return, '{"note')
    window = crash(without_marks)
    editor = goes_on(window)
    press(window, '"')
    assert editor.textCursor().block().text() == '    {"note"'


def without_marks(file: Path) -> None:
    """Leave of a journal what versions wrote that knew of no cursor in the text."""
    lines = [line for line in file.read_text().splitlines() if '"writing"' not in line]
    file.write_text("\n".join(lines) + "\n")


def test_a_journal_without_a_mark_opens_no_pane_for_a_text_that_can_be_read(
    opened: Window, press: Press, crash: Crash, qtbot: QtBot
) -> None:
    begin(opened, "Staff cost doubles", qtbot)
    press(opened, " or more")
    settled(opened, qtbot)
    window = crash(without_marks)
    assert not window.panes.shown("text")
    assert window.session.current == "cost"


def test_versions_that_know_no_text_pane_read_the_same_journal(
    opened: Window, press: Press, qtbot: QtBot
) -> None:
    begin(opened, "Staff cost doubles", qtbot)
    press(opened, " or more")
    opened.files.keep()
    (file,) = journals()
    entries = map(json.loads, file.read_text().splitlines()[1:])
    marks = [entry for entry in entries if isinstance(entry, dict)]
    assert marks[-1]["writing"] == ["", "", 36]


def test_who_has_left_the_text_goes_on_on_the_card(
    opened: Window, press: Press, crash: Crash, qtbot: QtBot
) -> None:
    begin(opened, "Staff cost doubles", qtbot)
    press(opened, " or more")
    press(opened, Qt.Key.Key_Escape)
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_F2, " So")
    window = crash()
    qtbot.waitUntil(lambda: window.canvas.editing.active)
    assert not window.panes.shown("text")


def test_the_place_is_that_of_the_text_whose_line_the_reader_has_put_right(
    opened: Window, press: Press, crash: Crash, qtbot: QtBot
) -> None:
    begin(opened, "Two hundred residents asked for it.", qtbot)
    press(opened, " They say: n")
    settled(opened, qtbot)
    window = crash()
    press(window, "ow")
    settled(window, qtbot)
    demand = window.session.argument_map.statement_by_id["demand"]
    assert demand.text == "Two hundred residents asked for it. They say: now"


@pytest.mark.parametrize("keys", ["Ctrl+F", "F2"])
def test_a_bar_or_a_field_in_the_pane_does_not_end_the_writing(
    opened: Window, press: Press, qtbot: QtBot, keys: str
) -> None:
    begin(opened, "id: cost", qtbot)
    press_keys(opened, keys)
    qtbot.waitUntil(lambda: opened.focusWidget() is not opened.text_pane.editor)
    assert opened.session.in_text == InText(10, 12, 10, 12)
    press(opened, Qt.Key.Key_Escape)
    assert opened.session.in_text is not None
    press(opened, Qt.Key.Key_Escape)
    assert opened.session.in_text is None


def test_a_move_of_the_cursor_is_noted_without_an_edit(
    opened: Window, press: Press, qtbot: QtBot
) -> None:
    begin(opened, "Staff cost doubles", qtbot)
    press(opened, " x")
    opened.files.keep()
    (file,) = journals()
    press_keys(opened, "Ctrl+Home")
    opened.files.keep()
    found = contents.read(file)
    assert found is not None
    assert found.writing == InText(0, 0, 0, 0)


@pytest.mark.parametrize("line", [-1, 400, 2**31, 10**30])
def test_a_line_that_the_text_has_not_leaves_what_was_recovered(
    opened: Window, press: Press, crash: Crash, qtbot: QtBot, line: int
) -> None:
    begin(opened, "Staff cost doubles", qtbot)
    press(opened, " or more")
    settled(opened, qtbot)

    def spoil(file: Path) -> None:
        rows = [json.loads(row) for row in file.read_text().splitlines()]
        marked = [
            row for row in rows if isinstance(row, dict) and row.keys() == {"writing", "text"}
        ]
        assert marked
        for row in marked:
            row["text"] = [line, 10**30, line, -1]
        file.write_text("".join(f"{json.dumps(row)}\n" for row in rows))

    window = crash(spoil)
    assert window.panes.focused == "text"
    assert "doubles or more" in window.text_pane.editor.toPlainText()
