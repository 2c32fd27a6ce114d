from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.texts.folding import fold
from argmap.texts.portions import decoded, matches, portions, split

SIZES = st.integers(1, 5)
TEXTS = st.text(st.sampled_from("ab -\u00ad\u0301'.ﬁΣς\n_1"), max_size=60)


@given(st.text(), SIZES)
def test_letters_of_several_bytes_are_not_cut(text: str, size: int) -> None:
    assert decoded(text.encode(), "utf-8", size) == text


@pytest.mark.parametrize("data", [b"ab\xff", "aé".encode()[:-1], b"\xed\xa0\x80"])
def test_what_is_no_text_is_none_in_portions(data: bytes) -> None:
    with pytest.raises(UnicodeDecodeError):
        decoded(data, "utf-8", 1)


@given(TEXTS, SIZES)
def test_portions_are_the_text(text: str, size: int) -> None:
    assert "".join(portions(text, size)) == text


@given(TEXTS, SIZES)
def test_words_are_those_of_the_whole_text(text: str, size: int) -> None:
    assert [word for some in split(text, " ", size) for word in some] == text.split(" ")


@given(TEXTS, SIZES)
def test_no_match_is_cut(text: str, size: int) -> None:
    pattern = re.compile(r"(?<=[^\W\d_])- *(?=[^\W\d_])|--+|'+| [ \u00ad]+|[^\W\d_]\u0301+|ﬁ")
    found = [match.span() for match in matches(pattern, text, size)]
    assert found == [match.span() for match in pattern.finditer(text)]


def test_a_sigma_is_one_wherever_a_portion_ends() -> None:
    greek = "ΟΔΥΣΣΕΥΣ "
    assert fold(greek * 20_000).text == fold(greek).text * 20_000
