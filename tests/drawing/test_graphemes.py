from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.graphemes import clean, graphemes


@pytest.mark.parametrize(
    "cluster",
    ["é", "e\u0301", "👩‍👩‍👧‍👦", "👍🏽", "❤️", "🇩🇪", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "한", "\u1112\u1161\u11ab", "นี้"[:2]],
)
def test_what_a_reader_takes_for_one_character_stays_whole(cluster: str) -> None:
    assert list(graphemes(f"a{cluster}b")) == ["a", cluster, "b"]


def test_flags_are_pairs() -> None:
    assert list(graphemes("🇩🇪🇫🇷🇮")) == ["🇩🇪", "🇫🇷", "🇮"]


def test_hangul_letters_make_syllables() -> None:
    assert list(graphemes("\u1112\u1161\u11ab\u1112\u1161")) == [
        "\u1112\u1161\u11ab",
        "\u1112\u1161",
    ]


@given(st.text())
def test_clusters_make_up_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text
    assert all(graphemes(text))


@given(st.text(st.characters(codec=None)))
def test_a_cleaned_text_can_be_drawn_and_stays_so(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode().decode() == cleaned
    assert clean(cleaned) == cleaned
    assert not set(cleaned) & {"\x00", "\r", "\t", "\x0b", "\x7f", "\x9b", "\ufffe"}


def test_line_ends_stay_line_ends() -> None:
    assert clean("a\r\nb\rc\u2028d\x85e\tf\x00g") == "a\nb\nc\nd\ne fg"
