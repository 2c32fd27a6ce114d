from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.model.edits.replacing import replace_words
from argmap.model.searching import needle, spans


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Pool, pool and POOL", "pool", ["Pool", "pool", "POOL"]),
        ("Die STRASSE und die Straße", "straße", ["STRASSE", "Straße"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("ß", "s", []),
        ("İstanbul", "i", []),
        ("a.b", ".", ["."]),
        ("", "x", []),
        ("text", "", []),
    ],
)
def test_where_words_stand(text: str, words: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, needle(words))] == found


@given(st.text(), st.text(min_size=1))
def test_what_stands_there_are_the_words(text: str, words: str) -> None:
    wanted = needle(words)
    found = spans(text, wanted)
    for start, end in found:
        assert text[start:end].casefold() == wanted
    assert all(end <= start for (_, end), (start, _) in pairwise(found))


def pool() -> ArgumentMap:
    made = edit.add_claim(ArgumentMap(), "The Pool should open; a pool is for swimming.")
    made = edit.add_premise(made, made.statements[0].id, "It is hot.")
    claim, reason = made.statements
    made = edit.set_fields(made, claim.id, note="See the pool plan.", tags=("pool", "Bath"))
    made = edit.set_fields(made, reason.id, said_by="Mr Pool")
    return edit.set_fields(made, made.relations[0].id, scheme="from pool to bath")


def test_words_are_replaced_wherever_the_author_wrote_them_and_counted() -> None:
    made = pool()
    ids = [*made.statement_by_id, *made.relation_by_id]
    after, count = replace_words(made, ids, " pool ", "bath")
    claim, reason = after.statements
    assert claim.text == "The bath should open; a bath is for swimming."
    assert (claim.note, claim.tags) == ("See the bath plan.", ("bath", "Bath"))
    assert reason.said_by == "Mr bath"
    assert after.relations[0].scheme == "from bath to bath"
    assert count == 6
    assert claim.id == made.statements[0].id


def test_only_what_is_named_is_changed() -> None:
    made = pool()
    after, count = replace_words(made, [made.statements[1].id], "pool", "bath")
    assert (count, after.statements[0]) == (1, made.statements[0])


def test_what_is_put_in_is_not_replaced_again() -> None:
    made = edit.add_claim(ArgumentMap(), "a")
    after, count = replace_words(made, made.statement_by_id, "a", "aa")
    assert (after.statements[0].text, count) == ("aa", 1)


def test_a_tag_that_becomes_nothing_goes() -> None:
    made = pool()
    after, _ = replace_words(made, made.statement_by_id, "pool", "")
    assert after.statements[0].tags == ("Bath",)


def test_no_statement_is_left_without_a_text() -> None:
    made = edit.add_claim(ArgumentMap(), "Pool")
    with pytest.raises(ArgmapError, match="without a text"):
        replace_words(made, made.statement_by_id, "pool", "  ")
