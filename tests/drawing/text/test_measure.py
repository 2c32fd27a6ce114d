from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.text import measure
from argmap.drawing.text.graphemes import clean, graphemes
from argmap.drawing.text.measure import (
    Font,
    balanced,
    has_italics,
    is_close,
    is_exact,
    runs_rightwards,
    width,
    wrap,
)

FONT = Font(12)
LIMIT = 200
MARKS = "\u200e\u200f"


def texts(text: str, limit: float = LIMIT) -> list[str]:
    return [line.text for line in wrap(text, limit, FONT)]


@given(st.text(max_size=200), st.integers(40, 300))
def test_no_line_is_wider_than_asked_for_and_nothing_is_lost(text: str, limit: int) -> None:
    lines = wrap(text, limit, FONT)
    assert all(width(line.text, FONT) <= line.width for line in lines)
    assert all(line.width <= limit + 1 for line in lines)
    kept = "".join(line.text.strip(MARKS) for line in lines)
    assert _letters(kept) == _letters(clean(text))


@given(st.text(max_size=80), st.integers(30, 120))
def test_no_character_is_cut_in_two(text: str, limit: int) -> None:
    whole = list(graphemes("".join(clean(text).split())))
    lines = ["".join(line.text.split()) for line in wrap(text, limit, FONT)]
    cut = [cluster for line in lines for cluster in graphemes(line.lstrip(MARKS))]
    assert [c for c in cut if c.strip(MARKS)] == [c for c in whole if c.strip(MARKS)]


@given(st.text(max_size=200))
def test_balancing_needs_no_more_lines(text: str) -> None:
    assert len(balanced(text, LIMIT, FONT)) == len(wrap(text, LIMIT, FONT))
    assert all(line.width <= LIMIT + 1 for line in balanced(text, LIMIT, FONT))


def test_balancing_leaves_no_word_alone() -> None:
    limit = 1 + width("These words fill a whole line of", FONT)
    text = "These words fill a whole line of it."
    assert texts(text, limit) == ["These words fill a whole line of", "it."]
    assert [line.text for line in balanced(text, limit, FONT)][1] == "a whole line of it."


def test_paragraphs_and_empty_lines_are_kept() -> None:
    assert texts("One.\n\nTwo.\r\nThree.") == ["One.", "", "Two.", "Three."]
    assert texts("") == [""]


def test_a_word_wider_than_a_line_is_broken() -> None:
    lines = texts("a " + "x" * 100)
    assert "".join(lines) == "a" + "x" * 100
    assert len(lines) == 5


def test_lines_may_end_after_a_hyphen() -> None:
    assert texts("the NATO-Russia Founding Act", 90) == ["the NATO-", "Russia", "Founding Act"]


def test_chinese_breaks_anywhere_but_before_a_full_stop_and_after_an_opening_bracket() -> None:
    assert texts("安全不可分割。", 72) == ["安全不可分", "割。"]
    assert texts("安全不可分（割）", 72) == ["安全不可分", "（割）"]


def test_a_line_keeps_the_direction_of_its_paragraph() -> None:
    lines = wrap("NATO and the word العربية العربية العربية in it", 90, FONT)
    assert all(line.rightwards and runs_rightwards(line.text) for line in lines)
    lines = wrap("العربية العربية NATO NATO NATO NATO", 60, FONT)
    assert not any(line.rightwards or runs_rightwards(line.text) for line in lines)


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("中", 1),
        ("中文字", 3),
        ("e\u0301", 0.556),
        ("🇩🇪", 1.4),
        ("👩‍👩‍👧‍👦", 1.4),
        ("\u200b", 0),
        ("ệ", 0.556),
    ],
)
def test_classes_of_characters(text: str, ems: float) -> None:
    assert width(text, Font(1000)) == pytest.approx(1000 * ems, abs=1)


def test_what_is_known_and_what_is_estimated() -> None:
    assert is_exact("Latin, Ελληνικά, Кириллица, 中文")
    assert not is_exact("العربية")
    assert not is_exact("😀")


@pytest.mark.parametrize("text", ["Latin", "中文", "😀", "party 🎉 👩‍👩‍👧‍👦 🇩🇪!", "❤️ 1️⃣"])
def test_viewers_are_held_to_the_width_of_lines_with_emoji(text: str) -> None:
    assert is_close(text)


@pytest.mark.parametrize("text", ["العربية", "हिन्दी", "ไทย", "क्‍ष", "עברית 😀"])
def test_and_not_to_that_of_scripts_whose_width_is_a_bound(text: str) -> None:
    assert not is_close(text)


def _letters(text: str) -> str:
    return "".join("".join(text.split()).replace("\u200e", "").replace("\u200f", ""))


EM = Font(1000)


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("漢字かなカナ한글", 8),
        ("：，。", 3),
        ("é", 0.556),
        ("e\u0301", 0.556),
        ("a\u0308\u0304", 0.556),
        ("\u0301", 0),
        ("\u200b\u200e\u2060\ufeff", 0),
        ("😀", 1.4),
        ("👍🏽", 1.4),
        ("👨‍👩‍👧‍👦", 1.4),
        ("🇩🇪", 1.4),
        ("❤️", 1.4),
        ("1️⃣", 1.4),
        ("שלום", 4 * 0.65),
        ("שָׁלוֹם", 4 * 0.65),
        ("عربي", 4 * 0.7),
        ("हिन्दी", 3 * 1.1),
        ("ไทย", 3 * 0.85),
        ("ქართული", 7 * 0.8),
        ("Հայ", 3 * 0.8),
        ("አማርኛ", 4 * 1.2),
        ("မြန်မာ", 3 * 1.2),
        ("ខ្មែរ", 3 * 1.2),
        ("བོད", 2 * 1.2),
        ("\ufdfa", 1.3),
        ("𝔸𝔹", 2),
        ("\ue000", 1),
    ],
)
def test_a_class_of_characters_has_one_width(text: str, ems: float) -> None:
    assert width(text, EM) == pytest.approx(ems * 1000, abs=1)


@given(st.text(max_size=30), st.text(max_size=30))
def test_lines_are_no_wider_together_than_apart(one: str, other: str) -> None:
    """Marks and joiners that meet what they join only make a text narrower."""
    assert width(f"{one} {other}", FONT) <= width(one, FONT) + width(f" {other}", FONT) + 1e-6


@given(st.text(max_size=40), st.sampled_from([7.0, 10.0, 24.5]))
def test_widths_grow_with_the_size(text: str, size: float) -> None:
    assert width(text, Font(2 * size)) == pytest.approx(2 * width(text, Font(size)))


@pytest.mark.parametrize(("size", "height"), [(12, 15), (9, 12), (10, 13), (11, 14), (13, 17)])
def test_lines_are_a_quarter_higher_than_their_font_in_whole_points(
    size: float, height: int
) -> None:
    assert Font(size).height == height


@pytest.mark.parametrize(
    ("text", "rightwards"),
    [
        ("", True),
        ("12 %", True),
        ("abc עברית", True),
        ("עברית abc", False),
        ("« عربي", False),
        ("123 عربي", False),
        ("漢字 עברית", True),
        ("\u200fabc", False),
    ],
)
def test_the_first_letter_gives_a_paragraph_its_direction(text: str, rightwards: bool) -> None:
    assert runs_rightwards(text) == rightwards


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("a b c", 1000, ["a b c"]),
        ("  a   b  ", 1000, ["a b"]),
        ("one two three", 45, ["one two", "three"]),
        ("and/or", 28, ["and/", "or"]),
        ("5-6", 12, ["5-", "6"]),
        ("- - -", 12, ["- -", "-"]),
        ("漢字漢字", 25, ["漢字", "漢字"]),
        ("漢字、漢字", 30, ["漢", "字、", "漢字"]),
        ("「漢字」", 26, ["「漢", "字」"]),
        ("NATO安全", 40, ["NATO", "安全"]),
        ("é" * 12, 30, ["éééé", "éééé", "éééé"]),
        ("👩‍👩‍👧👩‍👩‍👧", 20, ["👩‍👩‍👧", "👩‍👩‍👧"]),
        ("x", 1, ["x"]),
        ("a\n\nb", 1000, ["a", "", "b"]),
    ],
)
def test_where_lines_end(text: str, limit: float, lines: list[str]) -> None:
    assert texts(text, limit) == lines


def test_italics_are_for_scripts_that_know_them() -> None:
    assert all(map(has_italics, ("Latin", "Ελληνικά", "Кириллица", "")))
    assert not any(map(has_italics, ("漢字", "עברית", "mixed 漢", "😀")))


@given(
    st.text(st.sampled_from("abWil -/.(){}$\"'\\0"), max_size=80),
    st.sampled_from([20.0, 61.5, 188.0, 278.0, float("inf")]),
)
def test_summed_pieces_break_where_measured_lines_do(paragraph: str, limit: float) -> None:
    for font in (Font(12), Font(9, bold=True)):
        quick = [*measure._filled(paragraph, limit, font)]
        assert quick == [*measure._measured(paragraph, limit, font)]
