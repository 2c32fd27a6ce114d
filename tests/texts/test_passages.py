from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.argument_map import Cite
from argmap.texts.anchoring import Match, anchor
from argmap.texts.passages import (
    AROUND,
    cite_of,
    further,
    next_uncited,
    sentence_at,
    sentence_beside,
    sentences,
)
from argmap.texts.quote import folded
from argmap.texts.text import Span, Text

LETTER = """Dear members,

I have read the budget. I cannot find that
sum! “Where is it?” I asked. Dr. Lee (of St. Mary's) knows
no answer.

So J. S. Mill was right: see no. 3. Is he? He said no. Then he left."""


def said(text: Text, span: Span | None) -> str:
    assert span is not None
    return text.text[span.start : span.end]


def all_sentences(words: str) -> list[str]:
    text = Text(words)
    return [said(text, s) for paragraph in text.paragraphs for s in sentences(text, paragraph)]


def test_sentences_end_at_their_marks_and_not_at_abbreviations() -> None:
    assert [" ".join(s.split()) for s in all_sentences(LETTER)] == [
        "Dear members,",
        "I have read the budget.",
        "I cannot find that sum!",
        "“Where is it?”",
        "I asked.",
        "Dr. Lee (of St. Mary's) knows no answer.",
        "So J. S. Mill was right: see no. 3.",
        "Is he?",
        "He said no.",
        "Then he left.",
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It cost 3.5 million. Is that much?", ["It cost 3.5 million.", "Is that much?"]),
        ("It was late… too late. 19 came.", ["It was late… too late.", "19 came."]),
        ("学校が要求した。町は拒んだ。", ["学校が要求した。", "町は拒んだ。"]),
        ("“Stop.” ‘Why?’ (No.) End", ["“Stop.”", "‘Why?’", "(No.)", "End"]),
        ("", []),
    ],
)
def test_marks_of_many_hands(words: str, found: list[str]) -> None:
    assert all_sentences(words) == found


def test_one_goes_from_sentence_to_sentence_and_back() -> None:
    text = Text(LETTER)
    at = sentence_at(text, 0)
    gone: list[Span] = []
    while at is not None:
        gone.append(at)
        at = sentence_beside(text, at, 1)
    assert len(gone) == 10
    back = [gone[-1]]
    while (at := sentence_beside(text, back[-1], -1)) is not None:
        back.append(at)
    assert back == gone[::-1]


def test_after_a_passage_of_several_sentences_comes_the_next() -> None:
    text = Text(LETTER)
    span = Span(LETTER.index("I have"), LETTER.index("sum!") + 4)
    assert said(text, sentence_beside(text, span, 1)) == "“Where is it?”"
    assert said(text, sentence_beside(text, span, -1)) == "Dear members,"


@given(st.integers(0, 9), st.lists(st.sampled_from([1, -1]), max_size=30))
def test_a_passage_is_all_sentences_from_where_it_is_held_to_where_it_was_moved(
    first: int, steps: list[int]
) -> None:
    text = Text(LETTER)
    all_ = [s for paragraph in text.paragraphs for s in sentences(text, paragraph)]
    moved, held_and_end = first, (all_[first].start, all_[first].end)
    for by in steps:
        reached = further(text, *held_and_end, by)
        assert (reached is None) == (not 0 <= moved + by < len(all_))
        if reached is not None:
            held_and_end, moved = reached, moved + by
    low, high = min(first, moved), max(first, moved)
    edges = (all_[low].start, all_[high].end)
    assert held_and_end == (edges if moved >= first else edges[::-1])


def test_a_passage_that_ends_within_a_sentence_reaches_its_end_first() -> None:
    text = Text("One is. Two is. Three is.")
    in_two = text.text.index("wo is")
    assert further(text, 0, in_two, 1) == (0, text.text.index(" Three"))
    assert further(text, 0, in_two, -1) == (0, text.text.index(" Two"))
    assert further(text, len(text.text), in_two, -1) == (len(text.text), in_two - 1)


def test_a_text_without_words_has_no_sentence() -> None:
    text = Text(" \n ")
    assert sentence_at(text, 0) is None
    assert sentence_beside(text, Span(0, 0), 1) is None
    assert further(text, 0, 1, 1) is None
    assert next_uncited(text, [], 0) is None
    assert cite_of("s", text, Span(0, 2)) is None


def test_what_is_uncited_is_gone_through_and_round() -> None:
    text = Text("One is. Two is. Three is.\n\nFour is.")
    two = Span(text.text.index("Two"), text.text.index("Two") + 3)
    assert said(text, next_uncited(text, [two], 0)) == "One is."
    assert said(text, next_uncited(text, [two], 1)) == "Three is."
    assert said(text, next_uncited(text, [two], text.text.index("Four"))) == "Four is."
    assert said(text, next_uncited(text, [two], len(text.text))) == "One is."
    assert next_uncited(text, [Span(0, len(text.text))], 3) is None


def test_a_cite_has_all_that_finds_it_again() -> None:
    words = "We all pay.\n\nWe ask for an inter-\nnational pool  here. We all pay."
    start = words.index("for")
    cite = cite_of("s", Text(words), Span(start - 1, words.index("here")))
    assert cite == Cite(
        "s", "for an international pool", "paragraph 2", "We all pay. We ask", "here. We all pay."
    )


def test_what_stands_around_is_cut_between_words() -> None:
    words = f"{'before ' * 20}HERE{' after' * 20}"
    cite = cite_of("s", Text(words), Span(words.index("HERE"), words.index("HERE") + 4))
    assert cite is not None
    assert set(cite.prefix.split()) == {"before"}
    assert set(cite.suffix.split()) == {"after"}
    assert 20 < len(cite.prefix) <= AROUND
    assert 20 < len(cite.suffix) <= AROUND


WORDS = st.lists(
    st.sampled_from(
        ["one", "two", "three", "Four", "fi-\nve", "six.", "“seven”", "😀", "\n\n", "\f"]
    ),
    min_size=1,
    max_size=60,
)


def test_of_words_that_stand_in_two_ways_those_are_meant_that_have_the_same_words_around() -> None:
    words = "It is so.\nAll of us\nneed it. Why? All of us need it. Who?"
    text = Text(words)
    cite = cite_of("s", text, Span(words.index("All"), words.index(" Why")))
    assert cite is not None
    assert cite.quote == "All of us need it."
    found = anchor(text, cite)
    assert found is not None
    assert (found.start, found.match) == (words.index("All"), Match.ALIKE)
    elsewhere = anchor(text, replace(cite, prefix="Quite other words", suffix="than those"))
    assert elsewhere is not None
    assert elsewhere.match is Match.EXACT


@given(WORDS, st.data())
def test_a_cite_of_any_passage_is_found_where_it_was_taken_or_where_all_around_is_the_same(
    words: list[str], data: st.DataObject
) -> None:
    text = Text(" ".join(words))
    edges = [0, *(at + 1 for at, letter in enumerate(text.text) if letter == " "), len(text.text)]
    start, end = sorted((data.draw(st.sampled_from(edges)), data.draw(st.sampled_from(edges))))
    cite = cite_of("s", text, Span(start, end))
    if cite is None:
        return
    found = anchor(text, cite)
    if found is None:
        assert not any(letter.isalnum() for letter in cite.quote)
        return
    assert found.match is not Match.SIMILAR
    again = cite_of("s", text, Span(found.start, found.end))
    assert again is not None
    assert folded(again.quote) == folded(cite.quote)
    stripped = text.text[start:end].strip()
    here = start + text.text[start:end].index(stripped)
    if (found.start, found.end) != (here, here + len(stripped)):
        assert (again.prefix, again.suffix) == (cite.prefix, cite.suffix) or found.rivals > 0
