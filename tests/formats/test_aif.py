"""AIF in its three dialects: what is drawn, and that nothing is lost on the way through."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from argmap.formats.convert import dumps, loads
from argmap.formats.json_text import words
from argmap.model.edit import set_fields
from argmap.model.kinds import Bearing
from argmap.model.removal import delete_cards
from tests.formats.corpora import cases, counts

Json = dict[str, Any]


def content(text: str) -> Json:
    whole = json.loads(text)
    inner = whole.get("AIF", whole)
    assert isinstance(inner, dict)
    return inner


def nodes(aif: Json) -> Counter[tuple[str, ...]]:
    return Counter(
        tuple(words(n.get(key)) for key in ("type", "text", "nodeID", "timestamp", "scheme"))
        for n in aif["nodes"]
    )


def edges(aif: Json) -> Counter[tuple[str, str, str]]:
    return Counter(
        (words(e["fromID"]), words(e["toID"]), words(e.get("formEdgeID"))) for e in aif["edges"]
    )


@pytest.mark.parametrize(("path", "row"), [*cases("aif"), *cases("xaif")])
def test_real_files_come_through_whole(path: Any, row: dict[str, str]) -> None:
    before = path.read_text(encoding="utf-8")
    imported = loads(before, file=path.name)
    assert imported.problems == ()
    for name in ("aif", "xaif"):
        exported = dumps(imported.argument_map, name)
        after = content(exported.text)
        assert nodes(after) == nodes(content(before))
        assert edges(after) == edges(content(before))
        assert after.get("locutions", []) == (content(before).get("locutions") or [])
        assert counts(row["nodes_by_type"]) == Counter(n["type"] for n in after["nodes"])


def sample(*nodes_and_edges: Any) -> str:
    node_rows = [
        {"nodeID": id_, "type": kind, "text": text} for id_, kind, text in nodes_and_edges[0]
    ]
    edge_rows = [
        {"edgeID": str(n), "fromID": a, "toID": b, "formEdgeID": None}
        for n, (a, b) in enumerate(nodes_and_edges[1])
    ]
    return json.dumps({"nodes": node_rows, "edges": edge_rows, "locutions": []})


DIALOGUE = sample(
    [
        ("1", "I", "The pool should open."),
        ("2", "I", "People asked."),
        ("3", "RA", "Default Inference"),
        ("4", "L", "Ann : People asked."),
        ("5", "YA", "Asserting"),
        ("6", "I", "They were few."),
        ("7", "CA", "Default Conflict"),
        ("8", "MA", "Default Rephrase"),
        ("9", "CA", "Default Conflict"),
    ],
    [("2", "3"), ("3", "1"), ("4", "5"), ("5", "2"), ("6", "7"), ("7", "3"), ("6", "8"),
     ("8", "2"), ("7", "9")],
)  # fmt: skip


def test_dialogue_is_kept_and_tells_the_speaker() -> None:
    argument_map = loads(DIALOGUE, "aif").argument_map
    assert [s.said_by for s in argument_map.statements] == ["", "Ann", ""]
    support, undercut = argument_map.relations
    assert (support.bearing, undercut.bearing) == (Bearing.SUPPORTS, Bearing.ATTACKS)
    assert undercut.target == support.id
    after = content(dumps(argument_map, "aif").text)
    assert nodes(after) == nodes(content(DIALOGUE))
    assert edges(after) == edges(content(DIALOGUE))


def test_an_edited_map_is_written_as_it_is_now() -> None:
    argument_map = loads(DIALOGUE, "aif").argument_map
    edited = delete_cards(
        set_fields(argument_map, "people-asked", text="Many asked."), ["they-were-few"]
    )
    after = content(dumps(edited, "aif").text)
    texts = {n["nodeID"]: n["text"] for n in after["nodes"]}
    assert texts["2"] == "Many asked."
    assert "6" not in texts
    assert "7" not in texts
    assert edges(after) == Counter(
        {
            ("2", "3", ""): 1,
            ("3", "1", ""): 1,
            ("4", "5", ""): 1,
            ("5", "2", ""): 1,
            ("8", "2", ""): 1,
        }
    )


def test_one_scheme_node_with_two_targets_is_two_relations_and_one_node_again() -> None:
    text = sample(
        [("1", "I", "a"), ("2", "I", "b"), ("3", "I", "c"), ("4", "RA", "RA")],
        [("1", "4"), ("4", "2"), ("4", "3")],
    )
    argument_map = loads(text, "aif").argument_map
    assert [r.target for r in argument_map.relations] == ["b", "c"]
    assert nodes(content(dumps(argument_map, "aif").text)) == nodes(content(text))


OVA3 = json.dumps(
    {
        "AIF": {
            "nodes": [
                {"nodeID": "1_2", "type": "I", "text": "Cats purr."},
                {"nodeID": "2_2", "type": "RA", "text": "Expert"},
                {"nodeID": "3_2", "type": "I", "text": "Cats are calm."},
            ],
            "edges": [{"fromID": "1_2", "toID": "2_2"}, {"fromID": "2_2", "toID": "3_2"}],
            "schemefulfillments": [{"nodeID": "2_2", "schemeID": "15"}],
            "participants": [],
        },
        "text": 'We know that <span class="highlighted" id="node1_2">cats <b>purr</b></span>.',
        "OVA": {"nodes": [{"nodeID": "1_2", "x": 4}]},
    }
)


def test_ova_3_anchors_are_quotes_and_its_layout_survives() -> None:
    argument_map = loads(OVA3, file="x.json").argument_map
    (source,) = argument_map.sources
    assert source.text == "We know that cats purr."
    assert argument_map.statements[0].cites[0].quote == "cats purr"
    assert argument_map.relations[0].scheme == "expert-opinion"
    after = json.loads(dumps(argument_map, "xaif").text)
    before = json.loads(OVA3)
    assert (after["text"], after["OVA"]) == (before["text"], before["OVA"])
    assert after["AIF"]["schemefulfillments"] == before["AIF"]["schemefulfillments"]


OVA2 = json.dumps(
    {
        "nodes": [
            {"id": 1, "type": "I", "text": "p", "scheme": "0", "descriptors": {}},
            {"id": 2, "type": "CA", "text": "CA", "scheme": "71", "descriptors": {}},
            {"id": 3, "type": "I", "text": "q", "scheme": "0", "descriptors": {}},
        ],
        "edges": [
            {"from": {"id": 1}, "to": {"id": 2}, "visible": True},
            {"from": {"id": 2}, "to": {"id": 3}, "visible": True},
        ],
        "analysis": {"txt": '<span id="node1">p</span> so not q', "documentTitle": "Talk"},
    }
)


def test_ova_2_is_recognised_by_its_layout() -> None:
    argument_map = loads(OVA2, file="x.json").argument_map
    (relation,) = argument_map.relations
    assert (relation.premises, relation.bearing, relation.target) == (("p",), Bearing.ATTACKS, "q")
    assert argument_map.sources[0].title == "Talk"


def test_a_dangling_edge_is_a_problem() -> None:
    imported = loads(sample([("1", "I", "a")], [("1", "9")]), "aif")
    assert [p.message for p in imported.problems] == [
        "An edge names the node “9”, which is not there; it is left out."
    ]
