"""YAML as it is read: the core schema of YAML 1.2, places, and what is refused."""

from __future__ import annotations

import math

import pytest
import yaml

from argmap.model.argument_map import Table, Value
from argmap.store.yaml import scan as module
from argmap.store.yaml.node import BadValueError, Collection, core_value, value_of
from argmap.store.yaml.scan import DEEPEST, scan

# The examples of YAML 1.2.2, chapter 10.3.2, and what is close to them.
CORE: dict[str, Value] = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"], None),
    **dict.fromkeys(["nULL", "nil", "none", "None"], "text"),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
    **dict.fromkeys(["yes", "No", "on", "OFF", "y", "tRUE"], "text"),
    "0": 0,
    "007": 7,
    "-19": -19,
    "+12": 12,
    "0o7": 7,
    "0o17": 15,
    "0x3A": 58,
    "0xff": 255,
    **dict.fromkeys(["0o8", "0xG", "0b1", "1_000", "-0x1", "+0o7", "1,000"], "text"),
    "0.": 0.0,
    "-0.0": -0.0,
    ".5": 0.5,
    "+12e03": 12000.0,
    "-2E+05": -200000.0,
    "1e3": 1000.0,
    **dict.fromkeys([".", "e3", "1e", "1.2.3", "--1", "12:30", "2024-01-01", "0.1f"], "text"),
    ".inf": math.inf,
    "+.INF": math.inf,
    "-.Inf": -math.inf,
    **dict.fromkeys(["inf", "-inf", "nan", ".iNF", "-.nan"], "text"),
}


@pytest.mark.parametrize("typed", CORE)
def test_plain_scalars_follow_the_core_schema(typed: str) -> None:
    expected = typed if CORE[typed] == "text" else CORE[typed]
    found = core_value(typed)
    assert found == expected
    assert type(found) is type(expected)


def test_not_a_number() -> None:
    for typed in (".nan", ".NaN", ".NAN"):
        value = core_value(typed)
        assert isinstance(value, float)
        assert math.isnan(value)


def test_numbers_longer_than_any_need_stay_text() -> None:
    assert core_value("9" * 3999) == int("9" * 3999)
    assert core_value("9" * 4000) == "9" * 4000
    assert core_value("0." + "9" * 4000) == "0." + "9" * 4000


def value(text: str) -> Value:
    root = scan(text).root
    assert root is not None
    return value_of(root)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'1'", "1"),
        ('"true"', "true"),
        ("|\n  1\n", "1\n"),
        ("[1, '1', a b, ]", (1, "1", "a b")),
        ("{a: 1, b: , 'c d': [x]}", Table((("a", 1), ("b", None), ("c d", ("x",))))),
        ("- 1\n-\n- - 2\n", (1, None, (2,))),
        ("a:\n- 1\nb: {}\n", Table((("a", (1,)), ("b", Table(()))))),
        ('"\\ud83d\\ude00 \\x41 \\u00e9"', "😀 A é"),
        ('"\\uD83D\\uDE00\\ude00 \\\\ud83d"', "😀\ufffd \\ud83d"),
        (
            "{a: \"\\ud83d\\ude00\",\t# a tab\n b: '\\ud83d'}",
            Table((("a", "😀"), ("b", "\\ud83d"))),
        ),
        ('["\\ud83d\\ude00", \ue000, "\\ue001"]', ("😀", "\ue000", "\ue001")),
        ("'it''s'", "it's"),
        ("a\n  b\n\n  c", "a b\nc"),
        (">-\n  a\n  b\n\n  c\n   d\n", "a b\nc\n d"),
    ],
)
def test_values(text: str, expected: Value) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{a: 1, a: 2}", "occurs twice here"),
        ("{[a]: 1}", "cannot be a key"),
        ("? {a: 1}\n: 2\n", "cannot be a key"),
        ("<<: {a: 1}\n", "Merge keys"),
        ("[{x: {b: 1, b: 1}}]", "occurs twice here"),
    ],
)
def test_what_has_no_value(text: str, message: str) -> None:
    with pytest.raises(BadValueError, match=message) as caught:
        value(text)
    assert caught.value.hint


def test_a_quoted_merge_key_is_a_key() -> None:
    assert value('"<<": 1\n') == Table((("<<", 1),))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("&a b", "an anchor (`&`)"),
        ("- &a b\n- *a\n", "an anchor (`&`)"),
        ("&a [b]", "an anchor (`&`)"),
        ("{a: *b}", "an alias (`*`)"),
        ("!!int '1'", "a tag (`!`)"),
        ("!local {a: b}", "a tag (`!`)"),
        ("! 'a'", "a tag (`!`)"),
    ],
)
def test_what_makes_yaml_dangerous_is_refused_where_it_stands(text: str, what: str) -> None:
    first, *_ = scan(text).refusals
    assert first.what == what
    assert text[first.mark.index] == what[-3]


def test_nesting_is_refused_where_it_becomes_too_deep() -> None:
    fine, deeper = "[" * DEEPEST + "]" * DEEPEST, "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)
    assert scan(fine).refusals == []
    (refusal,) = scan(deeper).refusals
    assert refusal.what == "nesting deeper than 100 levels"
    assert refusal.mark.index == DEEPEST
    assert scan(deeper).broken is None


def test_what_was_complete_before_the_text_breaks_is_there() -> None:
    result = scan("a: 1\nb:\n- x\n- [y\nc: 1\n")
    assert result.broken is not None
    assert isinstance(result.root, Collection)
    assert value_of(result.root) == Table((("a", 1), ("b", ("x",))))


@pytest.mark.parametrize(
    ("text", "index", "why"),
    [
        ("a: 'x", 5, "while scanning a quoted scalar"),
        ("a: [b", 5, "flow sequence"),
        ("a: b\n c: d", 7, "mapping values are not allowed"),
        ("a: \x01", 3, "U+0001"),
        ("a: @b", 3, "cannot start any token"),
    ],
)
def test_where_and_why_a_text_is_no_yaml(text: str, index: int, why: str) -> None:
    broken = scan(text).broken
    assert broken is not None
    assert broken.index == index
    assert why in broken.why


def test_half_a_surrogate_pair_has_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    for loader in (module._FAST, yaml.SafeLoader):
        monkeypatch.setattr(module, "_FAST", loader)
        broken = scan("a: b\nc: \ud800\n").broken
        assert broken is not None
        assert broken.index == 8


def test_only_the_first_document_is_read() -> None:
    result = scan("a: 1\n---\nb: 2\n")
    assert result.root is not None
    assert value_of(result.root) == Table((("a", 1),))
    assert result.second_document is not None
    assert result.second_document.line == 1
    assert scan("--- \na: 1\n...\n# end\n").second_document is None
