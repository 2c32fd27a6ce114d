"""Values of JSON and YAML from strangers, and argmap's own file in both."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.convert import dumps, loads
from argmap.formats.format import Format
from argmap.formats.syntax import json_text, yaml_text
from argmap.formats.syntax.json_text import (
    MAX_DEPTH,
    dump,
    dump_for_yaml,
    freeze,
    load_object,
    mapping,
    object_with,
    objects,
    short,
    thaw,
    words,
)
from argmap.formats.table import FORMATS
from argmap.model.argument_map import ArgumentMap, Statement, Table
from tests.formats.maps import NASTY, maps


def load(text: str, file: str = "") -> Any:
    return json_text.load(text, MapBuilder(file))


def told(text: str) -> list[tuple[int, str]]:
    """Return what is told of a JSON text, with its line."""
    builder = MapBuilder()
    json_text.load(text, builder)
    return [(p.where.line, p.message) for p in builder.build().problems]


SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text())
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(VALUES)
def test_a_value_of_an_unknown_key_is_kept_as_it_is(value: Any) -> None:
    frozen = freeze(value)
    assert hash(frozen) == hash(freeze(value))
    assert thaw(frozen) == value


def test_what_json_does_not_have_is_kept_as_words() -> None:
    assert freeze(b"x") == "b'x'"
    assert freeze({"k": [1, {}]}) == Table((("k", (1, Table(()))),))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_in_json_is_the_same_in_yaml(text: str) -> None:
    for indent in (None, 2):
        written = dump_for_yaml({"k": [text]}, indent)
        assert json.loads(written) == {"k": [text]}
        assert yaml_text.load(written) == {"k": [text]}


def test_depth_is_counted_outside_of_strings() -> None:
    deep = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert json.dumps(load(deep)) == deep
    assert load(json.dumps(["[" * 2 * MAX_DEPTH, '\\"[{'])) == ["[" * 2 * MAX_DEPTH, '\\"[{']
    with pytest.raises(ArgmapError, match="more than 400 levels"):
        load(f"[{deep}]", "x.json")


def test_a_string_that_never_ends_takes_no_time_to_refuse() -> None:
    with pytest.raises(ArgmapError, match="Unterminated"):
        load('"' + '\\"' * 200_000)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[NaN, Infinity, -Infinity]", [None, None, None]),
        ('"\\ud83d\\ude00"', "😀"),
        ('{"\\udead": "a\\ud800b"}', {"\ufffd": "a\ufffdb"}),
        ('{"a": 1, "a": 2}', {"a": 2}),
        (" null ", None),
    ],
)
def test_odd_json(text: str, value: object) -> None:
    assert load(text) == value


def test_a_name_that_stands_twice_is_told_with_its_line() -> None:
    text = '{"a": {"b": 1,\n "c": ["b", {"b": 2}],\n "b": "}"},\n "x\\"": 1, "x\\u0022": 2}'
    assert told(text) == [
        (3, "“b” stands twice in one object; the last one is read."),
        (4, '“x"” stands twice in one object; the last one is read.'),
    ]
    assert told('{"a": "a", "b": {"a": 1}, "c": [{"a": 1}, {"a": 1}]}') == []


def test_half_a_pair_of_surrogates_is_told_with_its_line() -> None:
    text = '{"a": "\\ud83d\\ude00",\n"b": "\\\\ud83d",\n"c": "\\ude00 \\ud83d"}'
    ((line, words),) = told(text)
    assert (line, "surrogate" in words) == (3, True)
    assert load(text) == {"a": "😀", "b": "\\ud83d", "c": "\ufffd \ufffd"}


@pytest.mark.parametrize("row", [row for row in FORMATS if row.write], ids=lambda row: row.name)
def test_half_a_pair_is_never_written(row: Format) -> None:
    given = ArgumentMap(title="T \ud83d", statements=(Statement("a", "A \ude00"),))
    exported = dumps(given, row.name)
    assert exported.text.encode()
    if row.read:
        assert loads(exported.text, row.name).argument_map.statements


@pytest.mark.parametrize("row", [row for row in FORMATS if row.read], ids=lambda row: row.name)
def test_half_a_pair_in_a_text_is_told_by_every_reader(row: Format) -> None:
    try:
        problems = loads("\n\ud83d\n", row.name).problems
    except ArgmapError:
        return
    assert problems[0].where.line == 2
    assert "surrogate" in problems[0].message


@pytest.mark.parametrize(
    ("text", "place"), [("", "f:1:1"), ("{'a': 1}", "f:1:2"), ('{"a": 1,\n"b"}', "f:2:4")]
)
def test_what_is_no_json_says_where(text: str, place: str) -> None:
    with pytest.raises(ArgmapError, match="not JSON") as error:
        load(text, "f")
    assert str(error.value.where) == place


def test_what_is_too_deep_to_be_read_is_not_written() -> None:
    value: Any = "x"
    for _ in range(MAX_DEPTH):
        value = [value]
    assert load(dump(value)) == value
    with pytest.raises(ArgmapError, match="too deep"):
        dump([value])


def test_fields_of_the_wrong_type_are_empty() -> None:
    odd: list[Any] = ["x", 0, 1.5, None, False]
    assert [mapping(value) for value in [*odd, []]] == [{}] * 6
    assert [objects(value) for value in [*odd, {}]] == [[]] * 6
    assert [words(value) for value in [*odd, [], {}]] == ["x", "0", "1.5", "", "", "", ""]
    assert mapping({"a": 1}) == {"a": 1}
    assert objects([{"a": 1}, 2, {}]) == [{"a": 1}, {}]


@pytest.mark.parametrize(("number", "text"), [(2.0, "2"), (2, "2"), (2.5, "2.5"), (0.1, "0.1")])
def test_numbers_are_written_as_people_do(number: float, text: str) -> None:
    assert str(short(number)) == text


@pytest.mark.parametrize(
    ("text", "ways", "there"),
    [
        ('{"a": {"b": 1}}', ["a b"], True),
        (' \n{"a": 1}', ["a"], True),
        ('{"ab": 1}', ["a"], False),
        ('["a"]', ["a"], False),
        ("{}", [""], True),
        ('{"a": 1}', ["b", "a"], True),
        ('{"a": 1, "x": 1}', ["a"], False),
    ],
)
def test_keys_are_looked_for_without_reading(text: str, ways: list[str], there: bool) -> None:
    assert object_with(*ways, but="x")(text) is there


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("a: yes", {"a": "yes"}),
        ("a: 012", {"a": 12}),
        ("- 1\n- 2.5\n- ~\n- true", [1, 2.5, None, True]),
        ("a: {b: [c]}", {"a": {"b": ["c"]}}),
        ("a: 2024-01-01", {"a": "2024-01-01"}),
    ],
)
def test_yaml_is_read_as_version_1_2_has_it(text: str, value: object) -> None:
    assert yaml_text.load(text) == value


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: [", "f:11", "This is not YAML"),
        ("a: 1\nb: &x 1", "f:12:4", "This is an anchor"),
        ("a: *x", "f:11:4", "an alias"),
        ("a: !!int 1", "f:11:4", "a tag"),
        ("<<: {a: 1}", "f:11:1", "Merge keys"),
        ("a: 1\na: 2", "f:12:1", "The key “a” occurs twice"),
        ("? [a]\n: 1", "f:11:3", "cannot be a key"),
        ("a: " + "[" * 101 + "]" * 101, "f:11:103", "nest"),
    ],
)
def test_yaml_that_is_refused_says_where_from_the_line_it_starts_at(
    text: str, place: str, message: str
) -> None:
    with pytest.raises(ArgmapError, match=message) as error:
        yaml_text.load(text, "f", first_line=11)
    assert str(error.value.where).startswith(place)


@settings(max_examples=30, deadline=None)
@given(maps())
def test_argmaps_own_json_is_its_yaml(argument_map: ArgumentMap) -> None:
    text = dumps(argument_map, "json").text
    assert loads(text, "json").argument_map == argument_map
    assert loads(text, "argmap").argument_map == argument_map
    assert next(iter(json.loads(text))) == "argmap"


@pytest.mark.parametrize("words_", NASTY, ids=repr)
@pytest.mark.parametrize("name", ["argmap", "json"])
def test_no_text_of_ones_own_changes(words_: str, name: str) -> None:
    given_map = ArgumentMap(title=words_, statements=(Statement("a", words_, note=words_),))
    exported = dumps(given_map, name)
    assert exported.losses == ()
    assert loads(exported.text.encode(), name).argument_map == given_map


def test_json_values_freeze_and_thaw() -> None:
    value = {"a": [1, None, {"b": True}], "c": "x", "d": 1.5, "e": {}}
    assert thaw(freeze(value)) == value
    assert load(dump(value)) == value


def test_json_that_is_no_json_says_where() -> None:
    with pytest.raises(ArgmapError) as error:
        load('{"a": 1,\n  b}', "f.json")
    assert (error.value.where.line, error.value.where.column) == (2, 3)
    with pytest.raises(ArgmapError, match="not an object"):
        load_object("[]", MapBuilder())
    with pytest.raises(ArgmapError, match="digits"):
        load("1" * 5000)


def test_json_halves_of_characters_are_replaced_so_that_files_can_be_written() -> None:
    text = load('["\\ud800", "\\ud83d\\ude00"]')
    assert text == ["\ufffd", "😀"]
    assert dump(text).encode()


@pytest.mark.parametrize(
    ("value", "text"), [("a", "a"), (3, "3"), (None, ""), ([], ""), (True, "")]
)
def test_words_of_a_field_of_any_type(value: object, text: str) -> None:
    assert words(value) == text
