"""How values are written: as a person might, and so that every reader takes them for the same."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.argument_map import Table, Value
from argmap.store.yaml.emit import WIDTH, entry, flow, fold, item
from argmap.store.yaml.node import value_of
from argmap.store.yaml.scan import scan

PLAIN = (
    "Open.",
    "The pool should open on Sundays.",
    "it's",
    'say "so"',
    "a-b",
    "a:b",
    "a#b",
    "http://example.org/a?b=c#d",
    "über 漢字 עברית 😀",
    "a, b",
    "x [1]",
    "100 %",
    "Nothing",
    "yesterday",
)
IN_QUOTES = (
    *("No", "yes", "on", "OFF", "y", "N", "true", "null", "~", "=", "<<"),
    *("1", "-1", "+1", "1.5", "1e3", "1_000", "0x1F", "0o17", "017", ".5", ".inf", "-.INF", ".nan"),
    *("12:30", "2024-01-01", "2001-12-14 21:59:43", "1,000"),
    *("- a", "-", "? a", ": a", "a: b", "a:", "a #b", "#a", "&a", "*a", "!a", "|", ">", "%a", "@a"),
    *("`a`", "[a]", "{a}", "]", ",a", " lead", "trail ", ""),
)


@pytest.mark.parametrize("text", PLAIN)
def test_most_texts_need_no_quotes(text: str) -> None:
    assert list(entry("text", text, 2)) == [f"  text: {text}"]


@pytest.mark.parametrize("text", IN_QUOTES)
def test_what_some_program_takes_for_something_else_is_quoted(text: str) -> None:
    assert list(entry("text", text, 0)) == [f'text: "{text}"']
    assert flow((text,)) == f'["{text}"]'
    assert yaml.safe_load(f'text: "{text}"') == {"text": text}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('- "a"', "'- \"a\"'"),
        ("- it's \\n", "'- it''s \\n'"),
        ("- it's", '"- it\'s"'),
        ("a\tb", r'"a\tb"'),
        ("a\rb", r'"a\rb"'),
        ("a\x00b", r'"a\0b"'),
        ("a\x1bb", r'"a\x1bb"'),
        ("a\x85b", r'"a\x85b"'),
        ("a\u2028b", r'"a\u2028b"'),
        ("\ufeffa", r'"\ufeffa"'),
        ("a\ud800b", '"a\ufffdb"'),
        ("\ud83d\ude00\n ", r'"😀\n "'),
        ("a\n b", r'"a\n b"'),
        ("\n", r'"\n"'),
        (" a\nb", r'" a\nb"'),
        ("a \nb", r'"a \nb"'),
    ],
)
def test_quotes_hold_what_nothing_else_can(text: str, written: str) -> None:
    assert list(entry("text", text, 0)) == [f"text: {written}"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One.\nTwo.", ["text: |-", "  One.", "  Two."]),
        ("One.\nTwo.\n", ["text: |", "  One.", "  Two."]),
        ("One.\n\nTwo.", ["text: |-", "  One.", "", "  Two."]),
        ("- a\n# b\n---", ["text: |-", "  - a", "  # b", "  ---"]),
        ("word " * 17 + "end.", ["text: >-", "  " + ("word " * 17).strip(), "  end."]),
        ("a" * 99 + " b", ["text: >-", "  " + "a" * 99, "  b"]),
        ("One.\n" + "word " * 17 + "end", ["text: >-", "  One.", "", "  " + "word " * 16 + "word"]),
    ],
)
def test_long_texts_and_several_lines_are_blocks(text: str, lines: list[str]) -> None:
    assert list(entry("text", text, 0))[: len(lines)] == lines


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ((), ["k: []"]),
        (Table(()), ["k: {}"]),
        (("one", "two"), ["k: [one, two]"]),
        (("one, two", "No"), ['k: ["one, two", "No"]']),
        ((1, ("a",)), ["k:", "  - 1", "  - [a]"]),
        (Table((("a", 1), ("b c", None))), ["k:", "  a: 1", "  b c: null"]),
        ((Table((("a", 1), ("b", ()))), "x"), ["k:", "  - a: 1", "    b: []", "  - x"]),
        ((Table(()),), ["k:", "  - {}"]),
        (("x" * 50, "y" * 50), ["k:", f"  - {'x' * 50}", f"  - {'y' * 50}"]),
        (True, ["k: true"]),
        (None, ["k: null"]),
        (12, ["k: 12"]),
        (0.5, ["k: 0.5"]),
        (1e300, ["k: 1.0e+300"]),
        (math.inf, ["k: .inf"]),
        (-math.inf, ["k: -.inf"]),
        (math.nan, ["k: .nan"]),
    ],
)
def test_lists_mappings_and_numbers(value: Value, lines: list[str]) -> None:
    assert list(entry("k", value, 0)) == lines
    assert list(entry("k", value, 2)) == [f"  {line}" for line in lines]


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("said_by", "said_by: x"),
        ("x-own", "x-own: x"),
        ("two words", "two words: x"),
        ("No", '"No": x'),
        ("1", '"1": x'),
        ("a: b", '"a: b": x'),
        ("", '"": x'),
        ("日本", "日本: x"),
    ],
)
def test_keys(key: str, line: str) -> None:
    assert list(entry(key, "x", 0)) == [line]


def test_a_key_that_is_too_long_for_a_parser_stands_behind_a_question_mark() -> None:
    key = "k" * 1001
    assert list(entry(key, "x", 0)) == [f"? {key}", ": x"]
    assert flow(Table(((key, 1),))) == f"{{? {key}: 1}}"


def test_an_item_begins_on_the_line_of_its_dash() -> None:
    table = Table((("id", "a"), ("text", "One.\nTwo.")))
    lines = ["  - id: a", "    text: |-", "      One.", "      Two."]
    assert list(item(table, 2)) == lines
    assert list(item("One.\nTwo.", 2)) == ["  - |-", "    One.", "    Two."]


@given(st.lists(st.sampled_from(["a", "bb", "word", "x" * 30]), min_size=1), st.integers(20, 60))
def test_folding_breaks_at_single_spaces_only_and_as_late_as_it_can(
    words: list[str], room: int
) -> None:
    lines = fold(" ".join(words), room)
    assert " ".join(lines) == " ".join(words)
    for line, next_ in pairwise(lines):
        assert len(line) <= max(room, *map(len, words))
        assert len(line) + 1 + len(next_.split(" ")[0]) > room
    assert fold("two  blanks", 3) == ["two  blanks"]


_leaves = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=12)
)
_values = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(st.text(max_size=5), inner, max_size=3).map(
            lambda pairs: Table(tuple(pairs.items()))
        ),
    ),
    max_leaves=6,
)


@given(_values, st.sampled_from([0, 2, 6]))
def test_whatever_is_written_is_read_as_it_was(value: Value, column: int) -> None:
    root = scan("\n".join(entry("k", value, column)) + "\n").root
    assert root is not None
    assert value_of(root) == Table((("k", value),))
    on_one_line = scan(flow(value)).root
    assert on_one_line is not None
    assert value_of(on_one_line) == value
    assert all("\n" not in line for line in entry("k", value, column))


def test_the_width_is_that_of_the_contract() -> None:
    assert WIDTH == 88
