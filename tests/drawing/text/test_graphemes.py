from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.text.graphemes import clean, graphemes


@pytest.mark.parametrize(
    "cluster",
    [
        "é",
        "e\u0301",
        "👩‍👩‍👧‍👦",
        "👍🏽",
        "❤️",
        "🇩🇪",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "한",
        "\u1112\u1161\u11ab",
        "นี้"[:2],
        "น้ำ",
    ],
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


# From the rules of Unicode Standard Annex 29, as far as this simplified reading follows them:
# `÷` is where a text may be cut.
BREAKS = (
    "a÷b÷c",
    "a÷ ÷b",
    "e\u0301÷e",
    "a\u0308\u0301÷b",
    "\u1100\u1161\u11a8÷\u1100\u1161",
    "\u1100\u1100\u1161÷a",
    "\uac00\u11a8÷\uac00",
    "\uac01\u11a8÷\u1100",
    "\u1161÷\u1100",
    "🇩🇪÷🇫🇷÷a",
    "a÷🇩🇪÷🇫",
    "👍🏽÷👍",
    "👩‍🚀÷👩",
    "👨‍👩‍👧‍👦÷👨",
    "❤️÷❤",
    "1️⃣÷1",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿÷🏴",
    "நி÷ந",
    "ก็÷ก",
    "שָׁ÷ש",
    "漢÷字",
    "\u0301÷a",
)


@pytest.mark.parametrize("marked", BREAKS)
def test_where_a_text_may_be_cut(marked: str) -> None:
    assert list(graphemes(marked.replace("÷", ""))) == marked.split("÷")


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("plain", "plain"),
        ("tab\there", "tab here"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c\x85d", "a\nb\nc\nd"),
        ("\x00\x01\x1b[31mred\x7f", "[31mred"),
        ("\x80\x9fa", "a"),
        ("a\ud800b", "ab"),
        ("a\ufffeb\uffffc\ufdd0d\U0001ffffe", "abcde"),
        ("\u200ea\u200f\u202eb\u00ad", "\u200ea\u200f\u202eb\u00ad"),
        ("\ue000\ufffd", "\ue000\ufffd"),
        ("👩‍🚀🇩🇪", "👩‍🚀🇩🇪"),
    ],
)
def test_what_a_drawing_can_hold(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned
