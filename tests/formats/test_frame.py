"""The rooms that readers and writers share: sketches, features, outlines, XML, JSON."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from argmap.errors import ArgmapError, Severity
from argmap.formats.features import EVERYTHING, FEATURES, reduce
from argmap.formats.json_text import dump, freeze, load, load_object, thaw, words
from argmap.formats.outline import Read, lines, plant
from argmap.formats.sketch import Sketch, without_loose
from argmap.formats.xml_text import escape, parse, root_is, tag
from argmap.model.argument_map import ArgumentMap, Cite, Relation, Statement
from argmap.model.kinds import Bearing, Kind
from tests.formats.maps import maps

PRO, CON = Bearing.SUPPORTS, Bearing.ATTACKS


def test_a_sketch_ties_what_comes_in_any_order() -> None:
    sketch = Sketch("f")
    sketch.relation(["b"], CON, "step")
    sketch.relation(["b"], PRO, "a", key="step")
    sketch.statement("a", "First words here and more")
    sketch.statement("b", "First words here and more")
    found = sketch.finish(title="T")
    m = found.argument_map
    assert found.problems == ()
    assert [s.id for s in m.statements] == ["first-words-here-and", "first-words-here-and-2"]
    assert [s.kind for s in m.statements] == [Kind.CLAIM, Kind.REBUTTAL]
    assert m.relations[0].target == m.relations[1].id
    assert m.title == "T"


def test_a_sketch_tells_what_leads_nowhere_and_drops_what_hangs_on_it() -> None:
    sketch = Sketch("f")
    sketch.statement("a", "A")
    sketch.relation(["a"], PRO, "nowhere", key="loose", line=3)
    sketch.relation(["a"], CON, "loose", line=4)
    sketch.relation(["ghost", "a"], PRO, "a", line=5)
    found = sketch.finish()
    assert [(p.where.line, p.severity) for p in found.problems] == [
        (3, Severity.ERROR),
        (4, Severity.ERROR),
        (5, Severity.ERROR),
    ]
    told = "A relation on “loose” leads to no statement; it is left out."
    assert found.problems[1].message == told
    assert [r.premises for r in found.argument_map.relations] == [("a",)]


def test_a_sketch_keeps_ids_that_can_be_ids_and_kinds_that_were_given() -> None:
    sketch = Sketch()
    assert sketch.statement(1, "x", wish="My.id-1") == "My.id-1"
    assert sketch.statement(2, "x", wish="My.id-1") == "x"
    assert sketch.statement(3, "漢", wish="not an id", kind=Kind.REBUTTAL) == "statement"
    assert sketch.group("g", "Group") == sketch.group("g", "ignored") == "group"
    source = sketch.source("s", title="S")
    sketch.cite(1, Cite(source))
    sketch.lose("things", "a")
    sketch.lose("things", "b")
    found = sketch.finish()
    assert found.argument_map.statements[0].cites == (Cite("s"),)
    assert found.argument_map.statements[2].kind is Kind.REBUTTAL
    assert [loss.ids for loss in found.losses] == [("a", "b")]


def test_relations_on_each_other_in_a_circle_are_loose() -> None:
    circle = [Relation("r", ("a",), PRO, "q"), Relation("q", ("a",), PRO, "r")]
    fine = Relation("f", ("a",), PRO, "a")
    assert without_loose([*circle, fine], {"a"}) == (fine,)


@settings(max_examples=80, deadline=None)
@given(maps())
def test_a_feature_that_is_taken_away_is_gone(argument_map: ArgumentMap) -> None:
    for feature in FEATURES:
        without = feature.without(argument_map)
        if feature.ids(argument_map):
            assert without != argument_map, feature.key
            assert feature.ids(without) == (), feature.key
        assert {s.id for s in without.statements} == {s.id for s in argument_map.statements}


@settings(max_examples=80, deadline=None)
@given(maps())
def test_a_format_that_holds_everything_loses_nothing(argument_map: ArgumentMap) -> None:
    assert reduce(argument_map, EVERYTHING) == (argument_map, ())
    bare, losses = reduce(argument_map, frozenset())
    assert reduce(bare, frozenset()) == (bare, ())
    assert bool(losses) == (bare != argument_map)


def test_the_lines_of_an_outline_with_and_without_a_line_for_each_step() -> None:
    m = ArgumentMap(
        statements=tuple(Statement(id_, id_.upper()) for id_ in "abcd"),
        relations=(
            Relation("r", ("b", "c"), PRO, "a"),
            Relation("u", ("d",), CON, "r"),
        ),
    )
    rows = [(row.level, row.bearing, row.statement and row.statement.id) for row in lines(m)]
    assert rows == [(0, None, "a"), (1, PRO, None), (2, None, "b"), (2, None, "c"), (2, CON, "d")]
    every = [(row.level, row.statement and row.statement.id) for row in lines(m, all_steps=True)]
    assert every == [(0, "a"), (1, None), (2, "b"), (2, "c"), (2, None), (3, "d")]


def test_an_outline_tells_steps_without_premises_and_without_a_target() -> None:
    sketch = Sketch("f")
    plant(sketch, [Read(0, PRO, "", step=True, line=1), Read(0, None, "a", line=2),
                   Read(1, CON, "", step=True, line=3)])  # fmt: skip
    found = sketch.finish()
    assert [p.where.line for p in found.problems] == [1, 3]
    assert [s.text for s in found.argument_map.statements] == ["a"]


def test_xml_elements_know_their_names_texts_and_places() -> None:
    root = parse('<a:r xmlns:a="u">\n  <x p="1&amp;2">t<b>u</b>v</x><x/></a:r>')
    first, second = root.children("x")
    assert (root.name, first.get("p"), first.text(), second.text()) == ("r", "1&2", "tuv", "")
    assert (first.line, first.column) == (2, 3)
    assert [element.name for element in root.walk()] == ["r", "x", "b", "x"]
    assert root_is("<?xml version='1.0'?>\n<!-- c --><a:r/>", "r")
    assert not root_is("r", "r")


@settings(deadline=None)
@given(maps())
def test_what_is_escaped_for_xml_comes_back(argument_map: ArgumentMap) -> None:
    held, _ = reduce(argument_map, EVERYTHING - {"controls"})
    for statement in held.statements:
        text = f"{tag('x', {'t': statement.text})}{escape(statement.text)}</x>"
        element = parse(text)
        assert element.get("t") == statement.text
        assert "".join(element.texts()) == statement.text


def test_json_values_freeze_and_thaw() -> None:
    value = {"a": [1, None, {"b": True}], "c": "x", "d": 1.5, "e": {}}
    assert thaw(freeze(value)) == value
    assert load(dump(value)) == value


def test_json_that_is_no_json_says_where() -> None:
    with pytest.raises(ArgmapError) as error:
        load('{"a": 1,\n  b}', "f.json")
    assert (error.value.where.line, error.value.where.column) == (2, 3)
    with pytest.raises(ArgmapError, match="no object"):
        load_object("[]")
    with pytest.raises(ArgmapError, match="digits"):
        load("1" * 5000)


def test_json_halves_of_characters_are_replaced_so_that_files_can_be_written() -> None:
    text = load('["\\ud800", "\\ud83d\\ude00"]')
    assert text == ["?", "😀"]
    assert dump(text).encode()


@pytest.mark.parametrize(
    ("value", "text"), [("a", "a"), (3, "3"), (None, ""), ([], ""), (True, "")]
)
def test_words_of_a_field_of_any_type(value: object, text: str) -> None:
    assert words(value) == text
