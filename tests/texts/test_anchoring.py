"""Quotes are found exactly, up to what nothing tells, and nearly; and not where they are not."""

from __future__ import annotations

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.model.argument_map import Cite
from argmap.texts.anchoring import Anchor, Match, anchor
from argmap.texts.text import Text

LETTER = """\
In the four-page letter, Lav-
rov was “deeply con\u00adcerned” about   the ﬁnancial tensions. He said it was not so. Then the
whole matter was dropped by all of them.

He was deeply troubled.

No state may gain at the cost of others; this was agreed. 😀 Ça ira. 国家は安全を求める。
"""
WORDS = [
    f"{a}{b}{c}" for a in ("ba", "ke", "mi", "so") for b in ("lor", "ten", "vy") for c in "dnsx"
]
texts = st.lists(st.sampled_from(WORDS), min_size=8, max_size=60).map(" ".join)


def found(quote: str, text: str = LETTER, prefix: str = "", suffix: str = "") -> Anchor | None:
    return anchor(Text(text), Cite("x", quote, prefix=prefix, suffix=suffix))


def words_of(found: Anchor | None, text: str = LETTER) -> list[str]:
    return [text[start:end] for start, end in found.spans] if found else []


@pytest.mark.parametrize(
    ("quote", "match", "words"),
    [
        ("No state may gain", Match.EXACT, ["No state may gain"]),
        ("  Ça ira.", Match.EXACT, ["Ça ira."]),
        ("国家は安全", Match.EXACT, ["国家は安全"]),
        ("Lavrov was 'deeply concerned'", Match.ALIKE, ["Lav-\nrov was “deeply con\u00adcerned”"]),
        ("the financial tensions", Match.ALIKE, ["the ﬁnancial tensions"]),
        ("THEN THE WHOLE", Match.ALIKE, ["Then the\nwhole"]),
        ("[n]o state may gain", Match.ALIKE, ["No state may gain"]),
        ("No state [however great] may", Match.ALIKE, ["No state", "may"]),
        ("He … dropped", Match.ALIKE, ["He", "dropped"]),
        ("no state … agreed", Match.ALIKE, ["No state", "agreed"]),
        ("the cots of othrs", Match.SIMILAR, ["the cost of others"]),
        (
            "No stat may gian … this was agred",
            Match.SIMILAR,
            ["No state may gain", "this was agreed"],
        ),
        ("国家は安金を求", Match.SIMILAR, ["国家は安全を求"]),
    ],
)
def test_where_a_quote_stands(quote: str, match: Match, words: list[str]) -> None:
    there = found(quote)
    assert there
    assert (there.match, words_of(there)) == (match, words)


@pytest.mark.parametrize(
    "quote", ["nothing of the sort was said", "agreed … No state", "", " ", "…", "[He]", "xyz"]
)
def test_what_is_not_there(quote: str) -> None:
    assert found(quote) is None


def test_a_gap_is_first_looked_for_as_it_stands() -> None:
    text = "He left … and came. He left at once and stayed, and came."
    there = found("He left … and came", text)
    assert there
    assert there.match is Match.EXACT
    dots = found("He left ... and came", text)
    assert dots
    assert (dots.match, dots.start) == (Match.ALIKE, 0)


def test_whole_words_come_before_parts_of_words() -> None:
    there = found("art", "A party is no art.")
    assert there
    assert (there.start, there.rivals) == (14, 0)
    assert words_of(found("part", "A party."), "A party.") == ["part"]


AGREED = "It is closed. We agreed. To close the pool, opened. We agreed. To open."


@pytest.mark.parametrize(
    ("prefix", "suffix", "start", "rivals"),
    [
        ("", "", 14, 1),
        ("opened.", "", 52, 0),
        ("the PoOl , opened", "", 52, 0),
        ("pol, opned.", "", 52, 0),
        ("", "To open.", 52, 0),
        ("", "To close", 14, 0),
        ("of the wall", "", 14, 1),
    ],
)
def test_the_words_around_tell_one_place_from_the_other(
    prefix: str, suffix: str, start: int, rivals: int
) -> None:
    there = found("We agreed.", AGREED, prefix, suffix)
    assert there
    assert (there.start, there.rivals) == (start, rivals)


@given(texts, st.data())
def test_every_passage_is_found_letter_by_letter(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 2))
    quote = text[start : data.draw(st.integers(start + 1, len(text)))].strip()
    assume(quote)
    there = found(quote, text)
    assert there
    assert (there.match, words_of(there, text)) == (Match.EXACT, [quote])


@given(texts, st.integers(0, 2**32))
def test_the_words_around_lead_to_the_very_place(text: str, seed: int) -> None:
    chance = random.Random(seed)
    start, end = sorted(chance.sample([0, *(i + 1 for i, c in enumerate(text) if c == " ")], 2))
    quote = text[start:end].strip()
    there = found(quote, text, text[:start], text[end - 1 :])
    assert there
    assert (there.start, there.rivals) == (start, 0)


@given(texts, st.integers(0, 2**32))
def test_what_copying_changes_makes_no_difference(text: str, seed: int) -> None:
    chance = random.Random(seed)
    words = text.split()
    first = chance.randrange(len(words) - 3)
    quote = " ".join(words[first : first + 4])
    hyphened = "".join(f"{w[:2]}-\n{w[2:]}{chance.choice([' ', '  ', chr(10)])}" for w in words)
    there = found(f"‘{quote.upper()}’", f"'{hyphened.strip()}'".replace(" ", "\u00a0"))
    plain = found(quote, text)
    assert plain
    if there:  # the quotation marks stand around the whole only
        assert there.match is not Match.EXACT
    bare = found(quote.upper(), hyphened)
    assert bare
    assert (bare.match, bare.distance, bare.rivals) == (Match.ALIKE, 0, plain.rivals)
    assert "".join(words_of(bare, hyphened)[0].replace("-\n", "").split()) == quote.replace(" ", "")


@given(st.permutations(WORDS), st.integers(0, 2**32), st.integers(1, 5))
def test_few_edits_are_told_by_number(words: list[str], seed: int, edits: int) -> None:
    chance = random.Random(seed)
    text = " ".join(words)
    first = chance.randrange(len(words) - 8)
    quote = " ".join(words[first : first + 8])
    letters = list(quote)
    for at in chance.sample([i for i, c in enumerate(quote) if c != " "], edits):
        letters[at] = "q"
    there = found("".join(letters), text)
    assert there
    assert (there.match, there.distance) == (Match.SIMILAR, edits)
    assert words_of(there, text) == [quote]


@given(st.permutations(WORDS))
def test_what_was_found_once_is_kept(words: list[str]) -> None:
    text = Text(" ".join(words))
    cite = Cite("x", " ".join(words[:3]))
    assert anchor(text, cite) is anchor(text, cite)
