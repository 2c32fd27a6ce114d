"""Formats that are trees (OPML, Freeplane, MindMup, the other argmap), and their common lines."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from argmap.errors import ArgmapError
from argmap.formats.building.bearing_words import bearing_of
from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.building.tree_reader import TreeLine, add_tree, walk_tree
from argmap.formats.convert import dumps, loads
from argmap.formats.format import Imported
from argmap.formats.losses.features import reduce
from argmap.formats.writing.tree_writer import HELD, WrittenLine, lines, nested
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing
from tests.formats.maps import canonical, maps

PRO, CON = Bearing.SUPPORTS, Bearing.ATTACKS


def test_descending_gives_levels_in_reading_order() -> None:
    tree = {"a": ["b", "e"], "b": ["c", "d"]}
    assert list(walk_tree(["a", "f"], lambda item: tree.get(item, []))) == [
        (0, "a"), (1, "b"), (2, "c"), (2, "d"), (1, "e"), (0, "f"),
    ]  # fmt: skip


def test_elements_are_opened_and_closed_where_the_levels_say() -> None:
    rows = [WrittenLine(level, None, None, None) for level in (0, 1, 2, 1, 0)]
    text = nested(rows, lambda row: f"<{row.level}>", "</>")
    assert text.split() == ["<0>", "<1>", "<2>", "</>", "</>", "<1>", "</>", "</>", "<0>", "</>"]
    assert nested([], lambda row: str(row.level), "</>") == ""


@settings(max_examples=40, deadline=None)
@given(maps())
def test_the_lines_of_a_tree_are_read_as_that_tree(argument_map: ArgumentMap) -> None:
    held, _ = reduce(argument_map, HELD)
    for all_steps in (False, True):
        builder = MapBuilder()
        rows = list(lines(held, all_steps=all_steps))
        add_tree(
            builder,
            (
                TreeLine(row.level, row.bearing, row.statement.text if row.statement else "",
                     step=row.statement is None)
                for row in rows
            ),
        )  # fmt: skip
        found = builder.build()
        assert found.problems == ()
        assert canonical(found.argument_map) == canonical(held)
        assert all_steps <= all(row.statement is None or row.bearing is None for row in rows)


@pytest.mark.parametrize(
    ("word", "bearing"), [("", None), (" Pro ", PRO), ("ATTACKS", CON), ("rebuttal", CON)]
)
def test_a_word_for_what_a_line_does(word: str, bearing: Bearing | None) -> None:
    builder = MapBuilder()
    assert bearing_of(builder, word, 1) is bearing
    assert builder.build().problems == ()


def test_a_word_for_nothing_is_told_and_a_support() -> None:
    builder = MapBuilder("f")
    assert bearing_of(builder, "Perhaps", 7) is PRO
    assert [str(p) for p in builder.build().problems] == [
        "f:7:1: error import “perhaps” is neither supports nor attacks; it is read as a support."
    ]


def opml(body: str) -> Imported:
    return loads(f"<opml><head><title>T</title></head><body>{body}</body></opml>", "opml")


def mind_map(nodes: str) -> Imported:
    return loads(f"<map><node TEXT='A'>{nodes}</node></map>", "freeplane")


def mup(attr: dict[str, Any], **idea: Any) -> Imported:
    """Read a claim A below which one group holds a claim B; these are the group's own fields."""
    group = {"title": "group", "attr": attr, "ideas": {"1": {"title": "B"}}, **idea}
    claim = {"title": "A", "ideas": {"1": group}}
    return loads(json.dumps({"formatVersion": 3, "title": "T", "ideas": {"1": claim}}), "mindmup")


def shape(found: Imported) -> list[tuple[list[str], str, str]]:
    m = found.argument_map
    words = {s.id: s.text for s in m.statements}
    return [
        ([words[p] for p in r.premises], str(r.bearing), words.get(r.target, "step"))
        for r in m.relations
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<outline text='B'/>", [(["B"], "supports", "A")]),
        ("<outline title='B' rel='con'/>", [(["B"], "attacks", "A")]),
        ("<outline rel='supports'><outline text='B'/><outline text='C'/></outline>",
         [(["B", "C"], "supports", "A")]),
        ("<outline rel='pro'><outline text='B'/><outline text='C' rel='-'/></outline>",
         [(["B"], "supports", "A"), (["C"], "attacks", "step")]),
        ("<outline text=''><outline text='B'/></outline>",
         [([""], "supports", "A"), (["B"], "supports", "")]),
    ],
)  # fmt: skip
def test_opml_lines(line: str, expected: list[tuple[list[str], str, str]]) -> None:
    found = opml(f"<outline text='A'>{line}</outline>")
    assert shape(found) == expected
    assert (found.problems, found.losses, found.argument_map.title) == ((), (), "T")


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ("<node TEXT='B'/>", [(["B"], "supports", "A")]),
        ("<node TEXT='B'><icon BUILTIN='button_cancel'/></node>", [(["B"], "attacks", "A")]),
        ("<node TEXT='B'><attribute NAME='rel' VALUE='pro'/><icon BUILTIN='button_cancel'/></node>",
         [(["B"], "supports", "A")]),
        ("<node><icon BUILTIN='button_ok'/><node TEXT='B'/><node TEXT='C'/></node>",
         [(["B", "C"], "supports", "A")]),
        ("<node><richcontent TYPE='NODE'><html><p>B</p></html></richcontent></node>",
         [(["B"], "supports", "A")]),
        ("<node><richcontent TYPE='NOTE'><html><p>B</p></html></richcontent></node>",
         [([""], "supports", "A")]),
    ],
)  # fmt: skip
def test_freeplane_nodes(node: str, expected: list[tuple[list[str], str, str]]) -> None:
    found = mind_map(node)
    assert shape(found) == expected
    assert (found.problems, found.losses) == ((), ())


@pytest.mark.parametrize(
    ("attr", "bearing", "weight"),
    [
        ({"group": "supporting"}, "supports", 1),
        ({"group": "opposing", "contentLocked": "true"}, "attacks", 1),
        ({"group": "opposing", "parentConnector": {"width": 3}}, "attacks", 3),
        ({"group": "supporting", "parentConnector": {"width": "1.5"}}, "supports", 1.5),
        ({"group": "supporting", "parentConnector": {"width": 9}}, "supports", 5),
        ({"group": "supporting", "parentConnector": {"width": -9}}, "supports", 1),
        ({"group": "supporting", "parentConnector": {"width": None}}, "supports", 1),
        ({"group": "supporting", "parentConnector": {"width": "thick"}}, "supports", 1),
        ({"group": "supporting", "parentConnector": []}, "supports", 1),
    ],
)
def test_mindmup_groups(attr: dict[str, Any], bearing: str, weight: float) -> None:
    found = mup(attr, id=7)
    assert shape(found) == [(["B"], bearing, "A")]
    assert found.argument_map.relations[0].weight == weight
    assert (found.problems, found.losses, found.argument_map.title) == ((), (), "T")


def test_a_mindmup_group_that_takes_no_side_is_told() -> None:
    found = mup({"group": "neutral"}, id="4.x")
    assert shape(found) == [(["B"], "supports", "A")]
    assert [str(loss) for loss in found.losses] == [
        "groups that neither support nor oppose (1): 4.x"
    ]


def test_an_ordinary_mind_map_has_its_root_for_a_claim_and_ranks_for_an_order() -> None:
    ideas = {"10": {"title": "d"}, "9": {"title": "c"}, "-1": {"title": "a"}, "x": {"title": "b"}}
    found = loads(json.dumps({"title": "A", "ideas": ideas}), "mindmup")
    assert [s.text for s in found.argument_map.statements] == ["A", "a", "b", "c", "d"]
    assert {r.bearing for r in found.argument_map.relations} == {PRO}


def test_up_to_format_2_the_top_of_a_mindmup_file_is_an_idea_itself() -> None:
    for version, texts in ((1, ["A", "B"]), ("2", ["A", "B"]), (3, ["B"]), (None, ["A", "B"])):
        content = {"title": "A", "formatVersion": version, "ideas": {"1": {"title": "B"}}}
        m = loads(json.dumps(content), "mindmup").argument_map
        assert [s.text for s in m.statements] == texts
        assert m.title == ("A" if texts == ["B"] else "")


MARKED = {
    "opml": (
        "<opml><body><outline text='A'><outline text='Pro: B'/><outline text='CON: C'/>"
        "<outline text='Con:'><outline text='D'/><outline text='E'/></outline></outline>"
        "</body></opml>"
    ),
    "freeplane": (
        "<map><node TEXT='A'><node TEXT='Pro: B'/><node TEXT='CON: C'/>"
        "<node TEXT='Con:'><node TEXT='D'/><node TEXT='E'/></node></node></map>"
    ),
    "csv": "A;;\n;Pro: B;\n;CON: C;\n;Con:;\n;;D\n;;E\n",
    "mindmup": json.dumps(
        {
            "title": "A",
            "ideas": {
                "1": {"title": "Pro: B"},
                "2": {"title": "CON: C"},
                "3": {"title": "Con:", "ideas": {"1": {"title": "D"}, "2": {"title": "E"}}},
            },
        }
    ),
}


@pytest.mark.parametrize("name", MARKED)
def test_others_write_in_words_what_a_line_does(name: str) -> None:
    assert shape(loads(MARKED[name], name)) == [
        (["B"], "supports", "A"),
        (["C"], "attacks", "A"),
        (["D", "E"], "attacks", "A"),
    ]


@pytest.mark.parametrize("name", ["opml", "freeplane", "mindmup"])
def test_such_words_in_a_text_of_ours_are_words(name: str) -> None:
    texts = ("Pro: A", "Con: B", "Con:", "Pro: C")
    statements = tuple(Statement(f"s{n}", text) for n, text in enumerate(texts))
    given = ArgumentMap(
        statements=statements,
        relations=(Relation("r", ("s1", "s2"), PRO, "s0"), Relation("q", ("s3",), CON, "s1")),
    )
    found = loads(dumps(given, name).text, name)
    assert [s.text for s in found.argument_map.statements] == ["Pro: A", "Con: B", "Pro: C", "Con:"]
    assert len(found.argument_map.relations) == 2


LINKED = ArgumentMap(
    title='T "&" <U>',
    statements=(Statement("a", "A", note="n & m"), Statement("b", "B'"), Statement("c", '"C"')),
    relations=(Relation("r", ("b", "c"), CON, "a"),),
)

WRITTEN = {
    "opml": """\
<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head><title>T &quot;&amp;&quot; &lt;U&gt;</title></head>
<body>
<outline text="A" _note="n &amp; m">
<outline text="Con:" rel="attacks" step="true">
<outline text="B'">
</outline>
<outline text="&quot;C&quot;">
</outline>
</outline>
</outline>
</body>
</opml>
""",
    "freeplane": """\
<map version="1.0.1">
<node TEXT="T &quot;&amp;&quot; &lt;U&gt;"><attribute NAME="rel" VALUE="map"/>
<node TEXT="A"><richcontent TYPE="NOTE"><html><body><p>n &amp; m</p></body></html></richcontent>
<node><attribute NAME="rel" VALUE="attacks"/>
<node TEXT="B'">
</node>
<node TEXT="&quot;C&quot;">
</node>
</node>
</node>
</node>
</map>
""",
}


@pytest.mark.parametrize("name", WRITTEN)
def test_how_trees_are_written(name: str) -> None:
    assert dumps(LINKED, name).text == WRITTEN[name]


def test_how_mindmup_is_written() -> None:
    assert json.loads(dumps(LINKED, "mindmup").text) == {
        "title": LINKED.title,
        "id": "root",
        "formatVersion": 3,
        "ideas": {
            "1": {
                "id": 1,
                "title": "A",
                "attr": {"note": {"index": 1, "text": "n & m"}},
                "ideas": {
                    "1": {
                        "id": 2,
                        "title": "group",
                        "attr": {"group": "opposing", "contentLocked": True},
                        "ideas": {"1": {"id": 3, "title": "B'"}, "2": {"id": 4, "title": '"C"'}},
                    }
                },
            }
        },
    }


def test_a_chain_too_deep_for_json_is_refused_when_written_rather_than_unreadable() -> None:
    count = 120
    chain = ArgumentMap(
        statements=tuple(Statement(f"s{n}", "S") for n in range(count)),
        relations=tuple(Relation(f"r{n}", (f"s{n + 1}",), PRO, f"s{n}") for n in range(count - 1)),
    )
    with pytest.raises(ArgmapError, match="too deep") as error:
        dumps(chain, "mindmup")
    assert "side by side" in error.value.hint


@pytest.mark.parametrize(
    ("key", "bearing"),
    [
        ("r1", PRO), ("reason2", PRO), ("because", PRO), ("", PRO), ("o1", CON), ("objection", CON),
        ("-", CON), ("-r", CON), ("or", CON),
    ],
)  # fmt: skip
def test_reasons_of_the_other_argmap_are_told_by_their_first_letter(
    key: str, bearing: Bearing
) -> None:
    m = loads(f'A:\n  "{key}":\n    B:\n', "other-argmap").argument_map
    assert [r.bearing for r in m.relations] == [bearing]


@pytest.mark.parametrize(
    ("strength", "weight", "told"),
    [
        ("1", 1, ""), ("5", 5, ""), ("2.5", 2.5, ""), ('"3"', 3, ""), ("", 1, ""),
        ("0", 1, "“0” is none from 1 to 5; it is read as 1."),
        ("5.5", 5, "“5.5” is none from 1 to 5; it is read as 5."),
        ("strong", 1, "“strong” is none from 1 to 5; it is read as 1."),
        (".nan", 1, "is none from 1 to 5; it is read as 1."),
    ],
)  # fmt: skip
def test_strengths_of_the_other_argmap(strength: str, weight: float, told: str) -> None:
    found = loads(f"A:\n  r1:\n    strength: {strength}\n    B:\n", "other-argmap", "x")
    assert found.argument_map.relations[0].weight == weight
    assert [p.message.endswith(told) and p.where.line for p in found.problems] == [2] * bool(told)


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
    builder = MapBuilder("f")
    add_tree(builder, [TreeLine(0, PRO, "", step=True, line=1), TreeLine(0, None, "a", line=2),
                   TreeLine(1, CON, "", step=True, line=3)])  # fmt: skip
    found = builder.build()
    assert [p.where.line for p in found.problems] == [1, 3]
    assert [s.text for s in found.argument_map.statements] == ["a"]
