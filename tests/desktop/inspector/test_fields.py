from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.inspector.fields.choice import ChoiceEditor, PickEditor, TickEditor
from argmap.desktop.inspector.fields.editor import Editor
from argmap.desktop.inspector.fields.line import LineEditor, NumberEditor, WordsEditor
from argmap.desktop.inspector.fields.text import LinesEditor, TextEditor
from argmap.errors import ArgmapError

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    # What the offscreen platform says of every window with a smallest size.
    pytest.mark.qt_log_ignore("does not support propagateSizeHints"),
]

WORDS = st.lists(
    st.text(st.characters(codec="utf-8", categories=("L", "P", "S", "N", "Zs")), min_size=1)
    .map(str.strip)
    .filter(bool)
)


@given(WORDS)
def test_words_survive_being_shown_and_read(words: list[str]) -> None:
    editor = WordsEditor("Tags")
    assert editor.value_of(editor.text_of(tuple(words))) == tuple(words)


def test_blank_words_are_none() -> None:
    assert WordsEditor("Tags").value_of(" , a,, ") == ("a",)


def test_a_huge_word_is_told_and_not_a_crash() -> None:
    with pytest.raises(ArgmapError):
        WordsEditor("Tags").value_of("a" * 200_000)


@pytest.mark.parametrize(
    ("typed", "number"), [("", None), ("0.5", 0.5), ("0,5", 0.5), (" 2 ", 2.0), ("1e-1", 0.1)]
)
def test_numbers(typed: str, number: float | None) -> None:
    assert NumberEditor("Weight").value_of(typed) == number


@pytest.mark.parametrize(
    ("make", "value"),
    [
        (LineEditor, "a title"),
        (NumberEditor, 2.5),
        (WordsEditor, ("a", "b")),
        (TextEditor, "one\n\ntwo"),
        (LinesEditor, ("Smith, Ann", "Bob")),
        (TickEditor, True),
        (ChoiceEditor, "b"),
    ],
)
def test_what_is_filled_in_is_read_again_and_not_a_change(
    make: Callable[[str], Editor], value: object
) -> None:
    editor = make("Field")
    editor.offer((("a", "A"), ("b", "B")))
    editor.fill(value)
    assert not editor.modified()
    assert editor.read() == value
    editor.empty("(they differ)")
    assert not editor.modified()


def test_a_long_name_shows_its_beginning_unless_it_is_written(qtbot: QtBot) -> None:
    page = QWidget()
    pile = QVBoxLayout(page)
    source, after = PickEditor("Source"), QLineEdit()
    pile.addWidget(source)
    pile.addWidget(after)
    qtbot.addWidget(page)
    page.resize(160, 80)
    long = "The proceedings of the nineteenth conference on the opening of pools"
    source.offer((("a", long), ("b", "Another")))
    source.fill("a")
    line = source.box.lineEdit()
    assert line is not None
    assert line.cursorPosition() == 0
    page.show()
    page.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClick(line, Qt.Key.Key_End)
    QTest.keyClicks(line, "!")
    assert line.cursorPosition() == len(long) + 1
    after.setFocus()
    assert line.cursorPosition() == 0
    assert source.typed() == long + "!"
