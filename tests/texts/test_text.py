from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.texts.text import Text, count_words

LINED = "One.\nStill one.\n\n  Two. \n \t \nThree.\n"
PAGED = "One.\n\nTwo\fstill two.\n\n\fThree.\n\nFour."


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in Text(text).paragraphs]


def test_blank_lines_part_paragraphs() -> None:
    assert paragraphs(LINED) == ["One.\nStill one.", "Two.", "Three."]
    assert paragraphs(LINED.replace("\n", "\r\n"))[1:] == ["Two.", "Three."]


def test_long_lines_are_paragraphs_where_none_is_blank() -> None:
    long = "word " * 60
    assert len(paragraphs(f"{long}\n{long}\nEnd.")) == 3
    assert len(paragraphs(f"{long}\n{long}\n\nEnd.")) == 2
    assert len(paragraphs("A line.\nAnother.\nA third.")) == 1


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("One", "page 1, paragraph 1"),
        ("Two", "page 1, paragraph 2"),
        ("still", "page 2, paragraph 1"),
        ("Three", "page 3, paragraph 1"),
        ("Four", "page 3, paragraph 2"),
    ],
)
def test_places_have_pages_where_the_text_has(words: str, place: str) -> None:
    assert Text(PAGED).place(PAGED.index(words)) == place


def test_places_in_a_text_without_pages() -> None:
    assert Text(LINED).place(LINED.index("Still")) == "paragraph 1"
    assert Text(LINED).place(LINED.index("Three")) == "paragraph 3"
    assert Text("").place(0) == "paragraph 1"


@given(st.text(st.sampled_from("ab \n\f\r\t"), max_size=60))
def test_paragraphs_hold_all_that_is_no_white_space(text: str) -> None:
    assert "".join("".join(paragraphs(text)).split()) == "".join(text.split())
    assert Text(text).paragraphs == tuple(sorted(Text(text).paragraphs))


def test_words_are_counted() -> None:
    assert Text("It’s a well-known “fact”.").word_count == count_words("It's a wellknown fact") == 4
