"""Texts from right to left, tabs and long lines in the pane: typed, offered, underlined."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.desktop.text.pane import TextPane
from argmap.desktop.window import Window
from argmap.store.yaml_file import read
from tests.desktop.helpers import POOL

Press = Callable[..., None]
HEBREW, ARABIC = "הבריכה תיפתח בימי ראשון", "يجب أن يفتح المسبح"


@pytest.fixture
def pane(opened: Window, qtbot: QtBot) -> TextPane:
    """The pane in a window with the pool map, up to date, with the focus."""
    opened.panes.enter("text")
    pane = opened.text_pane
    settled(pane, qtbot)
    return pane


def settled(pane: TextPane, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(pane.editor.shown.text) and not pane.busy)


def put(pane: TextPane, behind: str) -> None:
    """Put the cursor behind some words."""
    at = pane.editor.toPlainText().index(behind) + len(behind)
    cursor = pane.editor.textCursor()
    cursor.setPosition(at)
    pane.editor.setTextCursor(cursor)


def write(pane: TextPane, words: str) -> None:
    """Type letters that QTest has no keys for."""
    none = Qt.KeyboardModifier.NoModifier
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(pane.editor, QKeyEvent(kind, 0, none, letter))


def underlined(block: QTextBlock) -> str:
    """Return the part of a line that is underlined."""
    none = QTextCharFormat.UnderlineStyle.NoUnderline
    marks = [f for f in block.layout().formats() if f.format.underlineStyle() != none]
    return "".join(block.text()[m.start : m.start + m.length] for m in marks)


@pytest.mark.parametrize("words", [HEBREW, ARABIC])
def test_what_is_written_from_right_to_left_is_read_and_the_cursor_goes_on_behind_it(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot, words: str
) -> None:
    put(pane, "Two hundred residents asked for it.")
    press(opened, Qt.Key.Key_Return, "note: ")
    write(pane, words)
    cursor = pane.editor.textCursor()
    assert cursor.block().text() == f"    note: {words}"
    assert cursor.atBlockEnd()
    settled(pane, qtbot)
    assert opened.session.argument_map.statement_by_id["demand"].note == words
    press(opened, Qt.Key.Key_Backspace)
    settled(pane, qtbot)
    assert opened.session.argument_map.statement_by_id["demand"].note == words[:-1]


@pytest.mark.parametrize("words", [HEBREW, ARABIC])
def test_what_is_wrong_behind_such_words_is_underlined_in_its_place(
    pane: TextPane, opened: Window, qtbot: QtBot, words: str
) -> None:
    line = f"  - {{from: [demand], note: {words}, supports: nowhere}}\n"
    opened.session.open(read(POOL + line))
    opened.panes.enter("text")
    settled(pane, qtbot)
    number = (POOL + line).count("\n") - 1
    block = pane.editor.document().findBlockByNumber(number)
    qtbot.waitUntil(lambda: underlined(block) == "nowhere")


@pytest.mark.parametrize("words", [HEBREW, ARABIC])
def test_an_id_is_offered_by_such_words_of_its_text(
    pane: TextPane, opened: Window, press: Press, qtbot: QtBot, words: str
) -> None:
    opened.session.open(read(POOL.replace("Two hundred residents asked for it.", words)))
    opened.panes.enter("text")
    settled(pane, qtbot)
    put(pane, "from: [cost]\n    attacks: open-sundays")
    press(opened, Qt.Key.Key_Return, Qt.Key.Key_Backtab, "- from: [")
    write(pane, words[:3])
    qtbot.waitUntil(lambda: pane.comforts.completion.open)
    press(opened, Qt.Key.Key_Return)
    assert pane.editor.textCursor().block().text().endswith("[demand")


def test_tabs_are_shown_told_and_mended(pane: TextPane, opened: Window, qtbot: QtBot) -> None:
    pasted = "statements:\n\t- id: one\n\t  text: One.\n"
    cursor = pane.editor.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    pane.editor.setTextCursor(cursor)
    QApplication.clipboard().setText(f"argmap: 1\n{pasted}")
    pane.editor.paste()
    settled(pane, qtbot)
    assert [s.id for s in opened.session.argument_map.statements] == ["one"]
    put(pane, "argmap")
    settled(pane, qtbot)
    assert "\t" not in pane.editor.toPlainText(), "blanks come when the line is left"
    assert not opened.session.told_problems


def test_a_line_of_a_million_characters_is_shown_and_said_to_be_for_reading(
    pane: TextPane, opened: Window, qtbot: QtBot
) -> None:
    text = POOL.replace("Two hundred", f"Two {'hundred ' * 130_000}")
    opened.session.open(read(text))
    opened.panes.enter("text")
    qtbot.waitUntil(lambda: "for reading" in pane.caption.text, timeout=20_000)
    assert pane.editor.toPlainText() == text
    assert pane.editor.isReadOnly()
