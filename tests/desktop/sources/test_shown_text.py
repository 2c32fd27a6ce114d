from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from argmap.desktop.sources.shown_text import ShownText
from argmap.texts.text import Text

LETTERS = st.text(st.sampled_from("ab 😀𝄞\n\r\f\0\u2028\u2029\ufdd0\u00ad\té"), max_size=40)


@given(LETTERS)
def test_places_go_to_qt_and_back(words: str) -> None:
    shown = ShownText(Text(words))
    for at in range(len(words) + 1):
        assert shown.from_qt(shown.to_qt(at)) == at
    assert shown.to_qt(len(words)) == len(words.encode("utf-16-le")) // 2


@given(LETTERS)
def test_qt_has_the_same_letter_at_the_same_place(words: str) -> None:
    shown = ShownText(Text(words))
    document = QTextDocument()
    document.setPlainText(shown.words)
    assert document.characterCount() - 1 == shown.to_qt(len(words))
    for at, letter in enumerate(words):
        if letter.isalnum() or letter in "😀𝄞":
            cursor = QTextCursor(document)
            cursor.setPosition(shown.to_qt(at))
            cursor.setPosition(shown.to_qt(at + 1), QTextCursor.MoveMode.KeepAnchor)
            assert cursor.selectedText() == letter


def test_pieces_are_the_whole() -> None:
    words = "one two\n" * 40_000
    pieces = list(ShownText(Text(words)).pieces())
    assert len(pieces) == 4
    assert "".join(pieces) == words


def test_a_line_that_begins_a_paragraph_has_its_number() -> None:
    shown = ShownText(Text("One.\n  Still.\n\n  😀 Two.\n"))
    starts = [0, 5, 14, 15]
    ends = [5, 14, 15, 24]
    found = [shown.paragraph_in(s, e) for s, e in zip(starts, ends, strict=True)]
    assert found == [1, None, None, 2]
