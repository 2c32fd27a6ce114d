"""Files that are graphs of nodes: SADFace and arguebuf as JSON; their samples are in test_read."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest

from argmap.errors import ArgmapError
from argmap.formats.building.unknown_parts import UNKNOWN
from argmap.formats.convert import dumps, loads
from argmap.formats.format import Imported
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing
from tests.formats.shapes import Shape, shape, told

Json = dict[str, Any]


def sadface(schemes: Json, pairs: str, atoms: str = "a b c") -> Imported:
    """Read atoms named by their text, schemes by id, and edges written as `a>s s>b`."""
    nodes: list[Json] = [{"id": id_, "type": "atom", "text": id_} for id_ in atoms.split()]
    nodes += [{"id": id_, "type": "scheme", "name": name} for id_, name in schemes.items()]
    ends = [pair.split(">") for pair in pairs.split()]
    edges = [{"id": str(n), "source_id": a, "target_id": b} for n, (a, b) in enumerate(ends)]
    return loads(json.dumps({"nodes": nodes, "edges": edges}), "sadface", "x.sadface")


def arguebuf(schemes: Json, pairs: str, atoms: str = "a b c", **more: Any) -> Imported:
    """Read the same in the shape of arguebuf; a scheme is given as its object."""
    nodes: Json = {id_: {"atom": {"text": id_}} for id_ in atoms.split()}
    nodes |= {id_: {"scheme": scheme} for id_, scheme in schemes.items()}
    ends = [pair.split(">") for pair in pairs.split()]
    edges = {str(n): {"source": a, "target": b} for n, (a, b) in enumerate(ends)}
    whole = {"nodes": nodes, "edges": edges} | more
    return loads(json.dumps(whole), "arguebuf", "x.arguebuf")


GRAPHS: list[tuple[str, Shape, list[str]]] = [
    ("a>+ b>+ +>c", [(("a", "b"), "supports", "c")], []),
    ("a>- ->c", [(("a",), "attacks", "c")], []),
    ("a>+ +>c b>- ->+", [(("a",), "supports", "c"), (("b",), "attacks", "r")], []),
    ("b>- ->+ a>+ +>c", [(("a",), "supports", "c"), (("b",), "attacks", "r")], []),
    ("a>+ +>b +>c", [(("a",), "supports", "b"), (("a",), "supports", "c")], []),
    ("a>+ a>+ +>c", [(("a",), "supports", "c")], []),
    ("a>+ +>b b>- ->a", [(("a",), "supports", "b"), (("b",), "attacks", "a")], []),
    ("a>c", [], ["edges between statements without a scheme (1): a → c"]),
    ("+>c", [], ["scheme nodes without premises or without a target (1): +"]),
    ("a>+", [], ["scheme nodes without premises or without a target (1): +"]),
    ("->+ +>c", [], ["scheme nodes without premises or without a target (2): +, -"]),
    ("a>+ +>z", [], ["What “z” names is not in the file."]),
    ("z>+ a>+ +>c", [(("a",), "supports", "c")], ["A premise is not in the file: “z”."]),
    ("a>+ +>+", [], ["The relation “r” bears on itself; it is left out."]),
    (
        "a>+ +>- b>- ->+",
        [],
        [
            "A relation on “-” leads to no statement; it is left out.",
            "A relation on “+” leads to no statement; it is left out.",
        ],
    ),
]
"""Edges between the atoms a, b, c, a support + and a conflict -; what is read, what is told."""


@pytest.mark.parametrize(("pairs", "relations", "messages"), GRAPHS)
def test_schemes_with_premises_and_a_target_are_relations(
    pairs: str, relations: Shape, messages: list[str]
) -> None:
    used = [name for name in "+-" if name in pairs.replace(">", " ").split()]
    found = sadface({n: {"+": "support", "-": "conflict"}[n] for n in used}, pairs)
    assert (shape(found), told(found)) == (relations, messages)
    kinds = {"+": {"support": "SUPPORT_DEFAULT"}, "-": {"attack": "ATTACK_DEFAULT"}}
    found = arguebuf({name: kinds[name] for name in used}, pairs)
    assert (shape(found), told(found)) == (relations, messages)


@pytest.mark.parametrize(
    ("name", "bearing", "scheme"),
    [
        ("support", "supports", ""),
        ("Support", "supports", ""),
        ("conflict", "attacks", ""),
        ("ATTACK", "attacks", ""),
        ("disagree", "attacks", ""),
        ("Expert Opinion", "supports", "Expert Opinion"),
        ("", "supports", ""),
        (None, "supports", ""),
    ],
)
def test_sadface_names_what_a_scheme_does_or_which_it_is(
    name: object, bearing: str, scheme: str
) -> None:
    (relation,) = sadface({"s": name}, "a>s s>b").argument_map.relations
    assert (str(relation.bearing), relation.scheme) == (bearing, scheme)


@pytest.mark.parametrize(
    ("scheme", "bearing", "name"),
    [
        ({"support": "SUPPORT_DEFAULT"}, "supports", ""),
        ({"support": "SUPPORT_EXPERT_OPINION"}, "supports", "expert-opinion"),
        ({"attack": "ATTACK_DEFAULT"}, "attacks", ""),
        ({"support": 3}, "supports", ""),
        ({}, "supports", ""),
        ({"premiseDescriptors": ["x"], "attack": "ATTACK_DEFAULT"}, "attacks", ""),
    ],
)
def test_arguebuf_names_schemes_by_a_constant(scheme: Json, bearing: str, name: str) -> None:
    (relation,) = arguebuf({"s": scheme}, "a>s s>b").argument_map.relations
    assert (str(relation.bearing), relation.scheme) == (bearing, name)


def test_sadface_of_the_first_version_has_its_title_one_level_higher() -> None:
    metadata = {"title": "T", "description": "D", "analyst_name": "Ann", "notes": "N"}
    for text in ({"metadata": metadata}, {"metadata": {"core": metadata}}):
        found = loads(json.dumps({"nodes": [], "edges": [], **text}), "sadface")
        m = found.argument_map
        assert (m.title, m.summary, m.authors) == ("T", "D", ("Ann",))
        assert told(found) == ["remarks on the file (1): notes"]


def test_sadface_tells_sources_resources_and_metadata() -> None:
    nodes = [{"id": "a", "type": "atom", "text": "A", "sources": ["x"], "metadata": {"k": 1}}]
    resources = [{"id": "x"}, {"content": "C"}]
    whole = {"nodes": nodes, "edges": [], "resources": resources}
    assert told(loads(json.dumps(whole), "sadface")) == [
        "sources of atoms (1): a",
        "metadata of nodes (1): a: k",
        "resources (2): x, without an id",
    ]


def test_sadface_is_written_as_its_validator_wants_it() -> None:
    """Version 0.2: ids are UUIDs, each once, and no object has more keys than its kind."""
    argument_map = ArgumentMap(
        title="T",
        statements=(Statement("a", "A"), Statement("b", "B")),
        relations=(
            Relation("r", ("a", "b"), Bearing.SUPPORTS, "a", scheme="expert"),
            Relation("q", ("b",), Bearing.ATTACKS, "r"),
        ),
    )
    text = dumps(argument_map, "sadface").text
    assert text == dumps(argument_map, "sadface").text
    whole = json.loads(text)
    assert set(whole) == {"nodes", "edges", "metadata", "resources"}
    atoms = [n for n in whole["nodes"] if n["type"] == "atom"]
    schemes = [n for n in whole["nodes"] if n["type"] == "scheme"]
    assert {frozenset(n) for n in atoms} == {
        frozenset(("id", "type", "text", "sources", "metadata"))
    }
    assert {frozenset(n) for n in schemes} == {frozenset(("id", "type", "name", "metadata"))}
    assert [(n["name"], n["metadata"]) for n in schemes] == [
        ("support", {"argmap": {"scheme": "expert"}}), ("conflict", {}),
    ]  # fmt: skip
    ids = [item["id"] for item in (*whole["nodes"], *whole["edges"], whole["metadata"]["core"])]
    assert len(set(ids)) == len(ids) == 10
    assert all(uuid.UUID(id_).version == 4 for id_ in ids)
    between = {id_: "atom" if id_ in {n["id"] for n in atoms} else "scheme" for id_ in ids}
    pairs = [(between[e["source_id"]], between[e["target_id"]]) for e in whole["edges"]]
    assert pairs == [("atom", "scheme")] * 2 + [("scheme", "atom"), ("atom", "scheme"),
                                                ("scheme", "scheme")]  # fmt: skip
    assert whole["metadata"]["core"]["version"] == "0.2"


@pytest.mark.parametrize(
    ("atom", "said_by"),
    [
        ({"participant": "p"}, "Ann"),
        ({"participant": "q"}, ""),
        ({"participant": "z"}, ""),
        ({}, ""),
    ],
)
def test_arguebuf_speakers_are_participants_with_a_name(atom: Json, said_by: str) -> None:
    people = {"p": {"name": "Ann"}, "q": {"email": "q@example.org"}}
    whole = {"nodes": {"a": {"atom": {"text": "A"} | atom}}, "participants": people}
    found = loads(json.dumps(whole), "arguebuf")
    assert [s.said_by for s in found.argument_map.statements] == [said_by]


def test_arguebuf_references_are_cites_of_resources() -> None:
    atoms = {
        "a": {"text": "A", "reference": {"resource": "r", "offset": 7, "text": "quoted"}},
        "b": {"text": "B", "reference": {"resource": "r"}},
        "c": {"text": "C", "reference": {"resource": "gone", "offset": 7}},
    }
    whole = {
        "nodes": {id_: {"atom": atom} for id_, atom in atoms.items()},
        "resources": {"r": {"text": "So I quoted.", "title": "Talk", "source": "https://x.y"}},
        "analysts": {"1": {"name": "Ann"}, "2": {}, "3": {"name": "Bob"}},
        "majorClaim": "a",
    }
    found = loads(json.dumps(whole), "arguebuf")
    m = found.argument_map
    assert [(s.title, s.url, s.text) for s in m.sources] == [
        ("Talk", "https://x.y", "So I quoted.")
    ]
    assert [[(c.source, c.quote, c.at) for c in s.cites] for s in m.statements] == [
        [("talk", "quoted", "7")], [("talk", "", "")], [],
    ]  # fmt: skip
    assert m.authors == ("Ann", "Bob")
    assert told(found) == [
        "references to texts that are not in the file (1): c",
        "the mark of the major claim (1): a",
    ]


def test_arguebuf_rephrases_and_preferences_are_told() -> None:
    found = arguebuf({"s": {"rephrase": "REPHRASE_DEFAULT"}, "t": {"preference": "x"}}, "")
    assert told(found) == ["preferences and rephrases (2): s, t"]


@pytest.mark.parametrize("name", ["sadface", "arguebuf"])
@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("[]", "This JSON is not an object with names.", 1),
        ('{"nodes": [', "This is not JSON: Expecting value.", 1),
        ('{"nodes": {},\n "nodes"}', "This is not JSON: Expecting ':' delimiter.", 2),
        ('{"nodes": ' + "[" * 500 + "]" * 500 + "}", "nested more than 400 levels deep", 0),
        ('{"nodes": ' + "9" * 5000 + "}", "a number with thousands of digits", 0),
        ("", "This is not JSON: Expecting value.", 1),
    ],
)
def test_json_that_is_no_graph_is_refused_with_its_place(
    name: str, text: str, message: str, line: int
) -> None:
    with pytest.raises(ArgmapError, match=message) as error:
        loads(text, name, "x.json")
    assert (error.value.where.file, error.value.where.line) == ("x.json", line)


@pytest.mark.parametrize(
    ("name", "content", "messages"),
    [
        ("sadface", {}, ["The file has no list of nodes."]),
        (
            "sadface",
            {"nodes": "x", "edges": 1},
            [f"{UNKNOWN} (2): nodes, edges", "The file has no list of nodes."],
        ),
        (
            "sadface",
            {"nodes": [None, 1, "x", []], "edges": [None, 2]},
            [f"{UNKNOWN} (2): nodes, edges"],
        ),
        (
            "sadface",
            {"nodes": [], "edges": {}, "metadata": [3], "resources": 1},
            [f"{UNKNOWN} (2): metadata, resources"],
        ),
        ("arguebuf", {}, ["The file has no nodes by their ids."]),
        ("arguebuf", {"nodes": [], "edges": []}, ["The file has no nodes by their ids."]),
        (
            "arguebuf",
            {"nodes": {}, "edges": {}, "participants": [1], "analysts": 1},
            [f"{UNKNOWN} (2): participants, analysts"],
        ),
    ],
)
def test_parts_of_other_types_hold_nothing(name: str, content: Json, messages: list[str]) -> None:
    found = loads(json.dumps(content), name)
    m = found.argument_map
    assert (m.statements, m.relations, m.sources) == ((), (), ())
    assert told(found) == messages


def test_the_oldest_sadface_says_who_made_it_beside_the_nodes() -> None:
    content = {"nodes": [], "edges": [], "analyst_name": "Ann", "created": "2021-04-14"}
    found = loads(json.dumps(content), "sadface")
    assert found.argument_map.authors == ("Ann",)
    assert told(found) == ["remarks on the file (1): created"]
