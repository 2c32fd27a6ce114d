from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.texts.folding import fold

LETTERS = st.text(st.sampled_from("aB cß-ﬁ\u00ad\n “’…—İéΣς\u0301😀.\f\u200b"), max_size=40)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("two  words\n here", "two words here"),
        ("“one” ‘two’ «three»", "\"one\" 'two' 'three'"),
        ("``one''", '"one"'),
        ("compli-\nance", "compliance"),
        ("well-known", "wellknown"),
        ("soft\u00adhyphen", "softhyphen"),
        ("soft\u00ad\nhyphen", "softhyphen"),
        ("the ﬁnancial eﬀect", "THE FINANCIAL EFFECT"),
        ("Straße", "STRASSE"),
        ("e\u0301te\u0301", "été"),
        ("ΟΔΟΣ", "οδος"),
        ("a — b -- c", "a – b - c"),
        ("and so on ...", "and so on …"),
        ("a\u200bb", "ab"),
        ("İstanbul", "istanbul"),
    ],
)
def test_what_nothing_tells(text: str, same: str) -> None:
    assert fold(text).text == fold(same).text


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("one two", "onetwo"),
        ("10-12", "1012"),
        ("it is", "is it"),
        ("yes.", "yes"),
        ("word — word", "word word"),
        ("re sign", "resign"),
    ],
)
def test_what_is_told(text: str, other: str) -> None:
    assert fold(text).text != fold(other).text


@given(LETTERS)
def test_every_place_leads_back_to_letters_that_fold_to_what_stands_there(text: str) -> None:
    folded = fold(text)
    for at, letter in enumerate(folded.text):
        start, end = folded.start(at), folded.end(at + 1)
        assert 0 <= start < end <= len(text)
        assert letter in fold(text[start:end]).text or letter in "–'…-"
    starts = [folded.start(at) for at in range(len(folded.text))]
    assert starts == sorted(starts)


@given(LETTERS)
def test_white_space_is_one_blank(text: str) -> None:
    assert "  " not in fold(text).text


def test_ends_of_changed_pieces() -> None:
    folded = fold("ﬁx   eﬀ")
    assert folded.text == "fix eff"
    assert [folded.start(at) for at in range(7)] == [0, 0, 1, 2, 5, 6, 6]
    assert [folded.end(at) for at in range(1, 8)] == [1, 1, 2, 5, 6, 7, 7]
    assert folded.end(0) == 0
