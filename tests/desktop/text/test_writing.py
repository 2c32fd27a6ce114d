"""Writing in the text: what is typed becomes the map, in one history with its edits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.files.opening import Opened
from argmap.desktop.text.pane import TextPane
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.model.edits import edit
from argmap.store.journal import contents
from argmap.store.yaml_file import BOM, read
from tests.desktop.helpers import POOL, answering, click_remedy, journals, press_keys, told

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


def test_words_are_steps_of_one_history(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    before = opened.session.text.text()
    opened.session.attempt("Say", lambda m: edit.set_fields(m, "cost", text="It costs."))
    between = opened.session.text.text()
    put_cursor(pane, "Two hundred")
    for part in (" an", "d", " t", "en"):
        press(opened, part)
        taken(pane, qtbot)
    assert opened.session.document.done == ("Say", *2 * ["Write in the text"])
    assert "Two hundred and ten" in opened.session.text.text()
    press_keys(opened, "Ctrl+Z")
    assert "Two hundred and  residents" in text_in(pane)
    press_keys(opened, "Ctrl+Z")
    taken(pane, qtbot)
    assert opened.session.text.text() == text_in(pane) == between
    press_keys(opened, "Ctrl+Z")
    taken(pane, qtbot)
    assert opened.session.text.text() == text_in(pane) == before
    for _ in range(3):
        press_keys(opened, "Ctrl+Shift+Z")
    taken(pane, qtbot)
    assert "Two hundred and ten" in text_in(pane)
    agrees(pane, opened)


def test_what_is_deleted_and_typed_again_leaves_the_steps_before_it(
    pane: TextPane, opened: Window, qtbot: QtBot
) -> None:
    """The lines were read anew, and what the step before had put there is no longer the same."""
    before = opened.session.text.text()
    opened.session.attempt("Add", lambda m: edit.add_premise(m, "demand", "They signed a list."))
    added = opened.session.text.text()
    put_cursor(pane, "They signed a list")
    for key in ("Backspace", "t"):
        press_keys(opened, key)
        taken(pane, qtbot)
    assert (text_in(pane), opened.session.document.done) == (added, ("Add",))
    press_keys(opened, "Ctrl+Z")
    taken(pane, qtbot)
    assert text_in(pane) == before
    agrees(pane, opened)
    press_keys(opened, "Ctrl+Shift+Z")
    taken(pane, qtbot)
    assert text_in(pane) == added
    agrees(pane, opened)


def test_words_that_are_read_together_are_undone_one_by_one(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    put_cursor(pane, "Two hundred")
    heard: list[object] = []
    opened.session.changed.connect(heard.append)
    words, texts = (" and", " ten", " or", " more"), [text_in(pane)]
    for word in words:
        press(opened, word)
        texts.append(text_in(pane))
    taken(pane, qtbot)
    assert len(heard) == 1, "what follows the map follows once"
    written = zip(texts[1:], words, strict=True)  # a word has the blank behind it
    blanks = [texts[0], *(text.replace(f"{word} ", f"{word}  ") for text, word in written)]
    for text in (*blanks[-2:0:-1], texts[0]):
        press_keys(opened, "Ctrl+Z")
        assert text_in(pane) == opened.session.text.text() == text
        agrees(pane, opened)
    assert not opened.session.undo_name
    for text in (*blanks[1:-1], texts[-1]):
        press_keys(opened, "Ctrl+Shift+Z")
        assert text_in(pane) == text
    agrees(pane, opened)


def test_words_that_cannot_be_read_are_steps_between_those_that_can(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    """What is undone to is what stood there where a word began."""
    texts = [text_in(pane)]
    put_cursor(pane, "- id: demand")
    press(opened, Qt.Key.Key_Return)
    for word in ("no ", "way: ", "1"):
        press(opened, word)
        texts.append(text_in(pane))
    taken(pane, qtbot)
    agrees(pane, opened)
    for text in texts[-2::-1]:
        press_keys(opened, "Ctrl+Z")
        taken(pane, qtbot)
        assert text_in(pane) == opened.session.written.text() == text
    assert not opened.session.undo_name
    for text in texts[1:]:
        press_keys(opened, "Ctrl+Shift+Z")
        taken(pane, qtbot)
        assert text_in(pane) == opened.session.written.text() == text
    agrees(pane, opened)


def test_what_is_pasted_is_a_step(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    QApplication.clipboard().setText(" and ten")
    put_cursor(pane, "Two hundred")
    press(opened, "!")
    press_keys(opened, "Ctrl+V")
    taken(pane, qtbot)
    assert "Two hundred! and ten" in text_in(pane)
    press_keys(opened, "Ctrl+Z")
    assert "Two hundred! residents" in text_in(pane)


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


def test_undo_takes_back_what_is_too_long_to_be_read_at_once(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    before = POOL + "# So much is read in a thread, whoever waits.\n" * 10_000
    opened.session.open(read(before))
    opened.panes.enter("text")
    taken(pane, qtbot)
    put_cursor(pane, "Two hundred")
    press(opened, " and")
    assert opened.session.unread
    press_keys(opened, "Ctrl+Z")
    assert text_in(pane) == opened.session.text.text() == before
    press_keys(opened, "Ctrl+Shift+Z")
    assert "Two hundred and" in text_in(pane)
    taken(pane, qtbot)
    agrees(pane, opened)
    press_keys(opened, "Ctrl+Z")
    assert text_in(pane) == before
    assert not opened.session.undo_name


def test_what_was_typed_and_deleted_again_joins_nothing_to_the_edit_before(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    opened.session.attempt("Say", lambda m: edit.set_fields(m, "cost", text="It costs."))
    put_cursor(pane, "Two hundred")
    for key in ("s", Qt.Key.Key_Backspace, "!"):
        press(opened, key)
        taken(pane, qtbot)
    assert opened.session.document.done == ("Say", "Write in the text")


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


def test_what_was_told_of_a_file_that_cannot_be_read_goes_when_it_is_mended(
    windows: Windows, press: Press, qtbot: QtBot, tmp_path: Path
) -> None:
    torn = tmp_path / "torn.argmap.yaml"
    torn.write_text(POOL.replace("from: [demand]", "from: [demand"), encoding="utf-8")
    windows.open(torn)
    (opened,) = windows.all
    opened.activateWindow()
    opened.panes.enter("text")
    pane = opened.text_pane
    qtbot.waitUntil(lambda: bool(pane.editor.shown.text) and not pane.busy)
    assert "The map is open read-only." in told(opened)
    assert "(text cannot be read)" in opened.windowTitle()
    put_cursor(pane, "from: [demand")
    press(opened, "]")
    taken(pane, qtbot)
    assert not opened.session.read_only
    assert "read-only" not in told(opened) + opened.windowTitle()
    assert len(opened.session.argument_map.relations) == 2
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


def write_broken_in_three_runs(
    pane: TextPane, window: Window, press: Press, qtbot: QtBot
) -> list[str]:
    """Type what is no YAML in two runs and mend it in a third; return the texts on the way."""
    texts = [text_in(pane)]
    enter = Qt.Key.Key_Return
    for behind, *typed in (
        ("- id: demand", enter, "no"),
        ("asked for", " all"),
        ("- id: demand\n    no", "te:"),
    ):
        put_cursor(pane, behind)
        press(window, *typed)
        taken(pane, qtbot)
        texts.append(text_in(pane))
    return texts


def test_runs_of_typing_are_steps_while_the_text_cannot_be_read(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    session = opened.session
    before = session.argument_map
    texts = write_broken_in_three_runs(pane, opened, press, qtbot)
    assert not session.read_only
    for text in texts[-2::-1]:
        press_keys(opened, "Ctrl+Z")
        taken(pane, qtbot)
        assert text_in(pane) == session.written.text() == text
        assert session.argument_map == before
        assert session.read_only == (text != texts[0])
    assert not session.undo_name
    assert not session.modified
    for text in texts[1:]:
        press_keys(opened, "Ctrl+Shift+Z")
        taken(pane, qtbot)
        assert text_in(pane) == session.written.text() == text
    assert not session.redo_name
    agrees(pane, opened)


def test_a_word_that_is_mended_within_it_is_one_step(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    before = text_in(pane)
    put_cursor(pane, "- id: demand")
    for part in (Qt.Key.Key_Return, "no", "te:"):
        press(opened, part)
        taken(pane, qtbot)
    agrees(pane, opened)
    assert not opened.session.read_only
    press_keys(opened, "Ctrl+Z")
    taken(pane, qtbot)
    assert text_in(pane) == before
    assert not opened.session.undo_name


def test_typing_on_after_undo_in_a_text_that_cannot_be_read_is_another_step(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    texts = write_broken_in_three_runs(pane, opened, press, qtbot)
    for _ in texts[2:]:
        press_keys(opened, "Ctrl+Z")
    taken(pane, qtbot)
    assert text_in(pane) == texts[1]
    put_cursor(pane, "Staff cost")
    press(opened, " again")
    taken(pane, qtbot)
    assert opened.session.read_only
    press_keys(opened, "Ctrl+Shift+Z")
    assert "Staff cost again" in text_in(pane)
    for text in (texts[1], texts[0]):
        press_keys(opened, "Ctrl+Z")
        taken(pane, qtbot)
        assert text_in(pane) == text


def test_the_journal_keeps_what_undo_has_brought_back(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    texts = write_broken_in_three_runs(pane, opened, press, qtbot)
    for text in texts[-2::-1]:
        press_keys(opened, "Ctrl+Z")
        taken(pane, qtbot)
        opened.files.keep()
        kept = contents.read(journals()[0])
        assert kept is not None
        assert kept.text == text


def test_undo_back_to_a_text_that_was_saved_though_it_cannot_be_read(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    broken(pane, opened, press, qtbot)
    press_keys(opened, "Ctrl+S")
    click_remedy(opened, "Save as it is")
    opened.text_pane.setFocus()
    put_cursor(pane, "Staff cost")
    press(opened, " again")
    taken(pane, qtbot)
    assert opened.session.modified
    press_keys(opened, "Ctrl+Z")
    assert not opened.session.modified
    taken(pane, qtbot)
    assert not opened.session.modified
    press_keys(opened, "Ctrl+Z")
    assert opened.session.modified


def test_an_edit_of_the_map_comes_after_what_was_typed(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    put_cursor(pane, "Two hundred")
    press(opened, " and")
    opened.session.attempt("Add", lambda m: edit.add_premise(m, "cost", "Sundays are dear."))
    assert opened.session.document.done == ("Write in the text", "Add")
    assert "Two hundred and" in text_in(pane)
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
    press(opened, " Perhaps.")
    taken(pane, qtbot)
    assert opened.session.argument_map == before
    assert opened.session.document.done == ("Write in the text",)
    agrees(pane, opened)


def broken(pane: TextPane, window: Window, press: Press, qtbot: QtBot) -> None:
    """Type something that is no YAML."""
    put_cursor(pane, "- id: demand")
    press(window, Qt.Key.Key_Return, "tex")
    taken(pane, qtbot)
    qtbot.waitUntil(lambda: bool(pane.caption.text))


def test_where_it_cannot_be_read_is_said_with_a_way_there(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    broken(pane, opened, press, qtbot)
    assert "(text cannot be read)" in opened.windowTitle()
    assert "the map stays as it was" in pane.caption.text
    opened.canvas.setFocus()
    button = pane.caption.findChild(QPushButton)
    assert button is not None
    line = int(pane.caption.text.removeprefix("Line ").partition(":")[0])
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened.focusWidget() is pane.editor
    assert pane.editor.textCursor().blockNumber() == line - 1
    assert marks_on(pane, line - 1)
    press_keys(opened, "Ctrl+Z")
    taken(pane, qtbot)
    assert not pane.caption.text
    assert not any(marks_on(pane, number) for number in range(pane.editor.blockCount()))


def test_who_types_on_the_map_meanwhile_is_told_of_the_text(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    broken(pane, opened, press, qtbot)
    opened.canvas.setFocus()
    press(opened, "N")
    assert "the map stays as it was" in told(opened)
    assert "read-only" not in told(opened)


def marks_on(pane: TextPane, line: int) -> bool:
    block = pane.editor.document().findBlockByNumber(line)
    none = QTextCharFormat.UnderlineStyle.NoUnderline
    return any(f.format.underlineStyle() != none for f in block.layout().formats())


def test_the_map_is_behind_a_veil_until_the_text_can_be_read(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    before = ink(opened)
    broken(pane, opened, press, qtbot)
    qtbot.waitUntil(lambda: ink(opened) < before)
    press_keys(opened, "Ctrl+Z")
    qtbot.waitUntil(lambda: ink(opened) == before)


def ink(window: Window) -> int:
    """Return how dark the darkest point of the picture is."""
    image = window.canvas.viewport().grab().toImage()
    places = ((x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
    return 255 - min(image.pixelColor(x, y).lightness() for x, y in places)


def test_a_text_that_cannot_be_read_is_saved_as_it_is_after_that_was_said(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot, pool_file: Path
) -> None:
    before = pool_file.read_text(encoding="utf-8")
    broken(pane, opened, press, qtbot)
    press_keys(opened, "Ctrl+S")
    assert pool_file.read_text(encoding="utf-8") == before
    assert "cannot be read" in told(opened)
    click_remedy(opened, "Save as it is")
    assert pool_file.read_text(encoding="utf-8") == text_in(pane)
    assert "    tex\n" in text_in(pane)
    assert not opened.session.modified
    for _ in range(6):  # blanks go two by two
        press(opened, Qt.Key.Key_Backspace)
    taken(pane, qtbot)
    assert opened.session.modified
    assert text_in(pane) == opened.session.text.text() == before


def test_closing_asks_about_a_text_that_cannot_be_read(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot, pool_file: Path
) -> None:
    broken(pane, opened, press, qtbot)
    text, asked = text_in(pane), []

    def save(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        asked.append(dialog.informativeText())
        dialog.button(QMessageBox.StandardButton.Save).click()

    with answering(save):
        opened.close()
    assert "cannot be read" in asked[0]
    assert pool_file.read_text(encoding="utf-8") == text


def test_a_crash_loses_nothing_that_was_typed(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    broken(pane, opened, press, qtbot)
    press(opened, " and more")
    opened.files.keep()
    (journal,) = journals()
    kept = contents.read(journal)
    assert kept is not None
    assert kept.text == text_in(pane)
    assert "    tex and more\n" in kept.text


def test_what_was_recovered_and_cannot_be_read_is_mended_in_the_text(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot, pool_file: Path
) -> None:
    reading = read(POOL.replace("    kind: premise\n", "    kind premise\n"))
    reading.text.mark_modified()
    opened.files.take_recovered(Opened(reading, pool_file), damaged=False)
    assert opened.session.read_only
    qtbot.waitUntil(lambda: "    kind premise\n" in text_in(pane))
    opened.panes.enter("text")
    put_cursor(pane, "- id: demand\n    kind")
    press(opened, ":")
    taken(pane, qtbot)
    assert not opened.session.read_only
    assert len(opened.session.argument_map.statements) == 3
    agrees(pane, opened)
    press_keys(opened, "Ctrl+Z")
    assert opened.session.read_only
    press_keys(opened, "Ctrl+Shift+Z")
    assert not opened.session.read_only


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        (f"{BOM}{POOL}".replace("\n", "\r\n"), "\r\n    x-note: 1\r\n"),
        (POOL.replace("\n", "\r"), "\r    x-note: 1\r"),
        (POOL.replace("claim\n", "claim\r\n"), "\n    x-note: 1\n"),
    ],
)
def test_the_file_keeps_its_line_breaks(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot, text: str, typed: str
) -> None:
    opened.session.open(read(text))
    opened.panes.enter("text")
    taken(pane, qtbot)
    put_cursor(pane, "- id: demand")
    press(opened, Qt.Key.Key_Return, "x-note: 1")
    taken(pane, qtbot)
    put_cursor(pane, "asked for it")
    press(opened, "!")
    taken(pane, qtbot)
    before, behind = text.replace("for it", "for it!").split("- id: demand")
    after = "".join((before, "- id: demand", typed, behind.lstrip("\r\n")))
    assert opened.session.text.text() == after
    assert read(after).argument_map == opened.session.argument_map


def select_all(pane: TextPane) -> None:
    cursor = QTextCursor(pane.editor.document())
    cursor.select(QTextCursor.SelectionType.Document)
    pane.editor.setTextCursor(cursor)


def test_enter_and_tab_keep_to_the_columns(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    select_all(pane)
    enter, tab, out = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab
    press(opened, "argmap: 1", enter, "statements:", enter, "id: one", enter, "text: One.", enter)
    press(opened, "cites:", enter, "- source: s", enter, Qt.Key.Key_Backspace, out, out)
    press(opened, "- id: two", enter, "text: |", enter, "Two.", enter, out, "x-n: 1", enter)
    press(opened, out, "- ", enter, "sources:", enter, "id: s", enter, "title: S", enter, tab)
    taken(pane, qtbot)
    assert text_in(pane) == (
        "argmap: 1\nstatements:\n  - id: one\n    text: One.\n    cites:\n      - source: s\n"
        "  - id: two\n    text: |\n      Two.\n    x-n: 1\nsources:\n  - id: s\n    title: S\n"
        "      "
    )
    assert [s.id for s in opened.session.argument_map.statements] == ["one", "two"]
    assert opened.session.argument_map.statement_by_id["one"].cites[0].source == "s"


def test_a_dash_below_the_keys_of_an_item_begins_the_next_one(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    select_all(pane)
    enter = Qt.Key.Key_Return
    press(opened, "argmap: 1", enter, "statements:", enter, "id: one", enter, "text: One.", enter)
    press(opened, "- id: two", enter, "cites:", enter, "- source: s", enter, "quote: q", enter)
    press(opened, "- source: t", enter, Qt.Key.Key_Backtab, Qt.Key.Key_Backtab, "- id: three")
    press(opened, enter, "text: - three")
    taken(pane, qtbot)
    assert text_in(pane) == (
        "argmap: 1\nstatements:\n  - id: one\n    text: One.\n  - id: two\n    cites:\n"
        "      - source: s\n        quote: q\n      - source: t\n  - id: three\n    text: - three"
    )


def test_what_is_said_at_the_cursor_goes_when_one_types_on(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    press(opened, Qt.Key.Key_F8)
    qtbot.waitUntil(QToolTip.isVisible)
    press(opened, "x")
    taken(pane, qtbot)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_in_a_new_map_one_writes_below_its_first_line(
    window: Window, press: Press, qtbot: QtBot
) -> None:
    window.panes.enter("text")
    pane = window.text_pane
    qtbot.waitUntil(lambda: bool(pane.editor.shown.text) and not pane.busy)
    press(window, "title: Birds")
    taken(pane, qtbot)
    assert text_in(pane) == "argmap: 1\ntitle: Birds"
    assert window.session.argument_map.title == "Birds"


def test_selected_lines_go_in_and_out(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    before = text_in(pane)
    put_cursor(pane, "  - id: dem")
    cursor = pane.editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Down, QTextCursor.MoveMode.KeepAnchor)
    pane.editor.setTextCursor(cursor)
    press(opened, Qt.Key.Key_Tab)
    assert "    - id: demand\n      kind: premise\n    text" in text_in(pane)
    press(opened, Qt.Key.Key_Backtab)
    assert text_in(pane) == before
    taken(pane, qtbot)
    assert not opened.session.document.done


def test_escape_leaves_the_text(pane: TextPane, opened: Window, press: Press) -> None:
    assert opened.focusWidget() is pane.editor
    press(opened, Qt.Key.Key_Escape)
    assert opened.focusWidget() is opened.canvas


def test_escape_first_closes_what_is_said_at_the_cursor(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    press(opened, Qt.Key.Key_F8)
    qtbot.waitUntil(QToolTip.isVisible)
    press(opened, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    assert opened.focusWidget() is pane.editor
    press(opened, Qt.Key.Key_Escape)
    assert opened.focusWidget() is opened.canvas


def test_a_key_goes_into_the_text_and_back(opened: Window) -> None:
    assert not opened.panes.shown("text")
    press_keys(opened, "Ctrl+T")
    assert opened.focusWidget() is opened.text_pane.editor
    opened.canvas.setFocus()
    press_keys(opened, "Ctrl+T")
    assert opened.focusWidget() is opened.text_pane.editor, "shown, it is gone to"
    press_keys(opened, "Ctrl+T")
    assert opened.focusWidget() is opened.canvas
    assert not opened.panes.shown("text")


def test_what_an_input_method_composes_is_typed_when_it_is_done(
    pane: TextPane, opened: Window, qtbot: QtBot
) -> None:
    put_cursor(pane, "Two hundred")
    QApplication.sendEvent(pane.editor, QInputMethodEvent(" 百", []))
    assert opened.session.held is None
    done = QInputMethodEvent()
    done.setCommitString(" 百人")
    QApplication.sendEvent(pane.editor, done)
    taken(pane, qtbot)
    assert "Two hundred 百人 residents" in opened.session.text.text()
    agrees(pane, opened)


def test_a_text_that_needs_quotes_gets_them_when_the_line_is_left(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    put_cursor(pane, "text: Two")
    press(opened, ": three")
    taken(pane, qtbot)
    assert "text: Two: three hundred" in text_in(pane)
    demand = opened.session.argument_map.statement_by_id["demand"]
    assert demand.text == "Two: three hundred residents asked for it."
    press(opened, Qt.Key.Key_Up, Qt.Key.Key_Up)
    taken(pane, qtbot)
    assert "text: 'Two: three" in text_in(pane).replace('"', "'")
    agrees(pane, opened)


def test_the_cursor_stays_where_it_goes_when_lines_get_their_quotes(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    for behind in ("text: Two", "text: Staff"):
        put_cursor(pane, behind)
        press(opened, ": so")
    taken(pane, qtbot)
    assert not opened.session.told_problems, "the quotes come by themselves"
    assert not pane.caption.text
    put_cursor(pane, "text: Two: so hun")
    taken(pane, qtbot)
    assert 'text: "Two: so hundred' in text_in(pane)
    assert 'text: "Staff: so cost' in text_in(pane)
    cursor = pane.editor.textCursor()
    assert cursor.block().text()[: cursor.positionInBlock()] == '    text: "Two: so hun'
    agrees(pane, opened)


def test_a_line_that_is_too_long_is_for_reading_and_says_so(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    text = POOL.replace("Two hundred", f"Two {'hundred ' * 3000}")
    opened.session.open(read(text))
    opened.panes.enter("text")
    qtbot.waitUntil(lambda: "for reading" in pane.caption.text)
    press(opened, "x", Qt.Key.Key_Return, Qt.Key.Key_Backspace)
    assert text_in(pane) == text
    opened.session.open(read(POOL))
    opened.panes.enter("text")
    qtbot.waitUntil(lambda: not pane.busy and not pane.caption.text)
    put_cursor(pane, "Two hundred")
    press(opened, " and ten")
    taken(pane, qtbot)
    agrees(pane, opened)


def test_what_is_said_below_the_text_does_not_hide_what_is_typed(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot
) -> None:
    cursor = pane.editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    pane.editor.setTextCursor(cursor)
    press(opened, *[Qt.Key.Key_Return] * 60, "broken: [")
    qtbot.waitUntil(lambda: bool(pane.caption.text))
    qtbot.waitUntil(
        lambda: pane.editor.cursorRect().bottom() <= pane.editor.viewport().height(), timeout=2000
    )
