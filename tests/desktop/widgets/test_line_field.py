"""A line takes back a word at a time, as every text in the window does."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap import desktop
from argmap.desktop.widgets.prose import LineField, Prose

# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def field(qtbot: QtBot) -> LineField:
    field = LineField()
    qtbot.addWidget(field)
    field.show()
    return field


def undone(field: LineField) -> list[str]:
    """What stands there as Undo is pressed until nothing is left."""
    seen = []
    while field.isUndoAvailable():
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        seen.append(field.text())
    return seen


@pytest.mark.parametrize("words", ["one two  three", " one", "a", "one, two", "12 3"])
def test_undo_takes_back_the_words_that_a_text_of_several_lines_takes_back(
    field: LineField, qtbot: QtBot, words: str
) -> None:
    prose = Prose()
    qtbot.addWidget(prose)
    QTest.keyClicks(field, words)
    QTest.keyClicks(prose, words)
    expected = []
    while prose.document().isUndoAvailable():
        prose.undo()
        expected.append(prose.toPlainText())
    assert undone(field) == expected
    assert not field.isModified()


def test_redo_brings_the_words_back_one_by_one(field: LineField) -> None:
    QTest.keyClicks(field, "one two")
    undone(field)
    seen = []
    while field.isRedoAvailable():
        field.redo()
        seen.append(field.text())
    assert seen == ["one ", "one two"]


def test_a_word_of_an_input_method_is_a_step(field: LineField) -> None:
    for word in ("漢字", "仮名"):
        event = QInputMethodEvent()
        event.setCommitString(word)
        QApplication.sendEvent(field, event)
    assert undone(field) == ["漢字", ""]


def test_a_word_in_the_middle_and_one_over_a_selection_are_steps(field: LineField) -> None:
    field.setText("begin end")
    field.setCursorPosition(6)
    QTest.keyClicks(field, "in the ")
    field.setSelection(0, 5)
    QTest.keyClicks(field, "Start")
    assert undone(field)[-3:] == ["begin in the end", "begin in end", "begin end"]


def test_the_cursor_stays_and_nobody_hears_that_it_moved(field: LineField) -> None:
    QTest.keyClicks(field, "one ")
    moves: list[tuple[int, int]] = []
    field.cursorPositionChanged.connect(lambda old, new: moves.append((old, new)))
    QTest.keyClicks(field, "t")
    assert moves == [(4, 5)]


def test_no_line_of_the_window_takes_back_all_at_once() -> None:
    folder = Path(desktop.__file__).parent
    calls = [
        path.name
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "QLineEdit"
    ]
    assert not calls
