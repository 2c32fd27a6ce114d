"""Slips because of which a text is no YAML: where they are, and what was meant."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap, Statement
from argmap.model.kinds import Kind
from argmap.store.reading import by_hand
from argmap.store.reading.repairs import repaired
from argmap.store.yaml.scan import scan
from argmap.store.yaml_file import dumps, read
from tests.long import LONG
from tests.store.maps import maps

GOOD = """\
argmap: 1
title: Birds
statements:
  - id: fly
    text: Birds can fly.
    cites:
      - source: book
        quote: they fly
  - id: wings
    kind: premise
    text: Birds have wings.
relations:
  - from: [wings]
    supports: fly
  - {id: r2, from: [fly], supports: wings}
sources:
  - id: book
"""
TITLED = ArgumentMap(statements=(Statement("s0", "A", Kind.CLAIM, title="A"),))
"""A map of which the title that follows a text can become a part of that, without its colon."""
SLIPS = (
    ("    kind: premise", "    kind premise", "behind the key `kind` a colon is missing"),
    ("relations:", "relations", "behind the key `relations` a colon is missing"),
    ("statements:", "statements", "behind the key `statements` a colon is missing"),
    (
        "    text: Birds have",
        "    text:Birds have",
        "behind the colon of `text` a blank is missing",
    ),
    ("  - id: wings", "  - id:wings", "behind the colon of `id` a blank is missing"),
    ("  - id: wings", "  -id: wings", "behind the dash a blank is missing"),
    ("  - id: wings", "  id: wings", "the dash that begins an item is missing"),
    ("    kind: premise", "   kind: premise", "the line begins in column 4"),
    ("    kind: premise", "     kind: premise", "the line begins in column 6"),
    ("  - id: wings", " - id: wings", "the line begins in column 2"),
    ("        quote: they", "       quote: they", "the line begins in column 8"),
    ("  - from: [wings]", "  - from: [wings", "what `[` opens is never closed"),
    ("supports: wings}", "supports: wings", "what `{` opens is never closed"),
    ("supports: wings}", "supports: wings]", "what `{` opens is never closed"),
    ("  - id: book", '  - id: "book', 'what `"` opens is never closed'),
)


@pytest.mark.parametrize(("meant", "typed", "said"), SLIPS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_slip_is_told_where_it_is_and_what_was_meant(
    meant: str, typed: str, said: str, newline: str
) -> None:
    assert GOOD.count(f"\n{meant}") == 1 or GOOD.count(meant) == 1
    text = GOOD.replace(meant, typed).replace("\n", newline)
    reading = read(text)
    (problem,) = reading.problems
    (guess,) = reading.guesses
    assert said in problem.message
    assert problem.where.line == GOOD[: GOOD.index(meant)].count("\n") + 1
    after = repaired(text, [guess])
    assert after.count("\r") == text.count("\r")
    assert read(after).argument_map.statements == read(GOOD).argument_map.statements
    assert not read(after).read_only
    assert not reading.offered, "a guess is for its author alone to make"


def test_two_keys_on_one_line_get_one_each() -> None:
    reading = read(GOOD.replace("  - id: wings\n    kind: premise", "  - id: wings kind: premise"))
    assert reading.guesses[0].becomes == "  - id: wings\n    kind: premise"


def test_items_that_stand_with_their_lines_in_another_column_are_moved_whole() -> None:
    text = GOOD.replace(
        "  - id: wings\n    kind: premise\n    text", "- id: wings\n  kind: premise\n  text"
    )
    assert "begins in column 1" in read(text).problems[0].message
    assert repaired(text, read(text).guesses) == GOOD


def test_an_item_is_moved_whole_though_its_text_needs_quotes() -> None:
    text = GOOD.replace(
        "  - id: wings\n    kind: premise\n    text: Birds have wings.",
        "    - id: wings\n      kind: premise\n      text: Birds: wings.",
    )
    (guess,) = read(text).guesses
    assert "column 3 is meant" in guess.hint
    assert (
        read(repaired(text, [guess])).argument_map.statement_by_id["wings"].text == "Birds: wings."
    )


@pytest.mark.parametrize(
    ("behind", "line", "said"),
    [
        ("  - id: more\n    te", 19, "no key with a colon"),
        ("hello", 18, "no key with a colon"),
        ("  - id: more\n    text: |\n      Yes.\n  & no", 21, "not well-formed"),
    ],
)
def test_where_nothing_is_known_it_is_told_in_words(behind: str, line: int, said: str) -> None:
    reading = read(GOOD + behind)
    assert not reading.guesses
    assert said in reading.problems[0].message
    assert reading.problems[0].where.line == line


@settings(deadline=None, max_examples=40 * LONG)
@given(
    argument_map=maps(),
    seed=st.integers(0, 10**6),
    slip=st.sampled_from(SLIPS),
    crlf=st.booleans(),
)
@example(
    argument_map=TITLED, seed=6, slip=("    kind: premise", "     kind: premise", ""), crlf=False
)
def test_a_guess_brings_a_text_further(
    argument_map: ArgumentMap, seed: int, slip: tuple[str, str, str], crlf: bool
) -> None:
    lines = dumps(argument_map).split("\n")
    at = seed % len(lines)
    for meant, typed in (
        (": ", " "),
        (": ", ":"),
        ("- ", "-"),
        ("    ", "   "),
        ("]", ""),
        ("}", ""),
    ):
        broken = [*lines[:at], lines[at].replace(meant, typed, 1), *lines[at + 1 :]]
        text = ("\r\n" if crlf else "\n").join((*broken, slip[1]))
        reading = read(text)
        before = scan(repaired(text, reading.offered)).broken
        for guess in reading.guesses:
            assert before is not None
            after = repaired(text, (*(r for r in reading.offered if r.line != guess.line), guess))
            tried = after, repaired(after, by_hand.repairs(after) if scan(after).broken else ())
            gains = [(scan(each).broken, len(each) - len(text)) for each in tried]
            assert any(not it or it.index > before.index + more for it, more in gains)
