"""Looking at texts: laws of words and sentences, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.critique.language import language_of
from argmap.critique.terms import quoted, terms
from argmap.critique.text import (
    as_sentence,
    ends_with,
    has_countable_words,
    name,
    normalised,
    sentences,
    without_ending,
    words,
)
from argmap.model.argument_map import Statement

_pieces = st.sampled_from(
    ["The pool", " ", ". ", "! ", "?", "Dr. ", "z. B. ", "“", "”", "\n\n", "opens", "。", "3.5"]
)
texts = st.text(max_size=40) | st.lists(_pieces, max_size=12).map("".join)


@given(texts)
def test_sentences_hold_every_letter_of_a_text_in_order(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
    assert all(sentence == sentence.strip() != "" for sentence in sentences(text))


@given(texts)
def test_what_says_the_same_still_does_when_written_out(text: str) -> None:
    once = normalised(text)
    assert normalised(once) == once
    assert normalised(f"  {text}\n") == once
    assert normalised(without_ending(text)) == once


@given(texts)
def test_a_sentence_stays_one(text: str) -> None:
    once = as_sentence(text)
    assert as_sentence(once) == once
    assert not once or ends_with(once, ".!?…")
    assert words(once.casefold()) == words(text.casefold())


@given(texts, st.sampled_from("?!.…"))
def test_the_last_mark_counts_also_within_quotes(text: str, mark: str) -> None:
    for closing in ("", "”", '")', " »", "’)"):
        assert ends_with(f"{text}{mark}{closing}", mark)
        assert not ends_with(f"{text}x{closing}", mark)


@given(texts)
def test_a_name_is_one_short_line_in_quotes(text: str) -> None:
    said = name(Statement("a", text))
    assert said[0] + said[-1] == "“”"
    assert "\n" not in said
    assert len(said) <= 53
    assert name(Statement("a", text, title="Short")) == "“Short”"


def test_a_long_name_is_cut_between_words() -> None:
    assert name(Statement("a", "word " * 20)) == f"“{'word ' * 9}word…”"
    assert name(Statement("a", "x" * 50)) == f"“{'x' * 50}”"
    assert name(Statement("a", "x" * 51)) == f"“{'x' * 50}…”"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It's well-known – isn’t it?", ["It's", "well-known", "isn’t", "it"]),
        ("l’eau, 3.5 °C", ["l’eau", "3", "5", "C"]),
        ("Ääkköset ja ñandúes", ["Ääkköset", "ja", "ñandúes"]),
        ("…", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "countable"),
    [
        ("The pool", True),
        ("Бассейн открыт", True),
        ("수영장이 열려 있다", True),
        ("游泳池", False),
        ("プール", False),
        ("สระว่ายน้ำ", False),
        ("The 游泳池 pool", False),
    ],
)
def test_words_are_counted_where_spaces_part_them(text: str, countable: bool) -> None:
    assert has_countable_words(text) is countable


@pytest.mark.parametrize(
    ("tag", "stemmer"),
    [
        ("", "english"),
        ("en-GB", "english"),
        ("EN", "english"),
        ("de_AT", "german"),
        ("de-CH-1996", "german"),
        ("fr-CA-x-private", "french"),
        ("deu", None),
        ("fi", None),
        ("x-en", None),
    ],
)
def test_languages_are_known_by_their_tags(tag: str, stemmer: str | None) -> None:
    language = language_of(tag)
    assert (language.stemmer if language else None) == stemmer


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Pools, pool and POOL", "en", ["Pools"]),  # the first form is shown
        ("A B C of x", "en", []),  # letters are no terms
        ("The council's cost", "en", ["council", "cost"]),
        ("Straße, STRASSE", "de", ["Straße"]),
        ("Qu’est-ce que l’égalité ?", "fr", ["est-ce", "égalité"]),
    ],
)
def test_a_term_is_shown_as_it_stands_first(text: str, language: str, found: list[str]) -> None:
    known = language_of(language)
    assert known is not None
    assert list(terms(text, known).values()) == found


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], ""),
        (["cost"], "“cost”"),
        (["cost", "pool"], "“cost” and “pool”"),
        (["cost", "pool", "town"], "“cost”, “pool” and “town”"),
    ],
)
def test_terms_are_listed_as_in_a_sentence(found: list[str], said: str) -> None:
    assert quoted(found) == said


@given(texts)
def test_terms_are_the_same_in_capitals(text: str) -> None:
    english = language_of("en")
    assert english is not None
    assert terms(text.casefold(), english).keys() == terms(text, english).keys()
