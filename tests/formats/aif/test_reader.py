"""AIF as AIFdb serves it: what is drawn, what is told, and that nothing is lost on the way."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from argmap.formats.convert import dumps, loads
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Bearing
from tests.formats.aif.nodesets import (
    DIALOGUE,
    I1,
    I2,
    I3,
    Json,
    content,
    edges,
    node,
    nodes,
    nodeset,
    read,
)
from tests.formats.corpora import cases, counts
from tests.formats.maps import maps


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


def test_a_map_does_not_grow_on_its_trips() -> None:
    text = dumps(
        loads((SAMPLES / "pool.argmap.yaml").read_bytes(), "argmap").argument_map, "aif"
    ).text
    sizes, saved = [], ""
    for name in ("aif", "xaif", "aif", "xaif"):
        argument_map = loads(text).argument_map
        saved = dumps(argument_map, "argmap").text
        text = dumps(loads(saved, "argmap").argument_map, name).text
        sizes.append((len(saved), len(text)))
    assert sizes[0][1] == sizes[2][1]
    assert sizes[1] == sizes[3]
    assert "x-aif:\n      nodeID" not in saved, "a node that argmap writes itself is a name only"


@settings(max_examples=30, deadline=None)
@given(maps())
def test_no_map_grows_however_often_it_goes_to_aif_and_back(argument_map: ArgumentMap) -> None:
    for name in ("aif", "xaif"):
        sizes = []
        for _ in range(4):
            text = dumps(argument_map, name).text
            argument_map = loads(text, name).argument_map
            sizes.append((len(text), len(dumps(argument_map, "argmap").text)))
        assert len({sizes[1], sizes[2], sizes[3]}) == 1, sizes


@pytest.mark.parametrize("name", ["nodeset.json", "dialogue.aif.json", "ova2.json", "debate.xaif"])
def test_no_file_grows_however_often_it_is_read_and_written(name: str) -> None:
    argument_map = loads((SAMPLES / name).read_bytes(), file=name).argument_map
    texts = []
    for _ in range(4):
        texts.append(dumps(argument_map, "xaif").text)
        argument_map = loads(texts[-1], "xaif").argument_map
    assert len(set(texts)) == 1


def test_what_ova_has_around_its_nodes_is_told_where_it_is_not_written() -> None:
    argument_map = loads((SAMPLES / "ova3.json").read_bytes(), file="ova3.json").argument_map
    told = "the analysed text and the layout of OVA (1): x-aif"
    assert told in map(str, dumps(argument_map, "aif").losses)
    assert told not in map(str, dumps(argument_map, "xaif").losses)


@pytest.mark.parametrize("depth", [70, 120, 380])
def test_what_no_map_can_keep_is_told_and_the_map_can_be_saved(depth: int) -> None:
    extra = '{"a": ' * depth + "1" + "}" * depth
    text = f'{{"nodes": [{{"nodeID": "1", "type": "I", "text": "A", "x": {extra}}}], "edges": []}}'
    imported = loads(text, "aif")
    told = [str(loss) for loss in imported.losses]
    assert told == (["what is nested more than 80 levels deep (1): nodes"] if depth > 80 else [])
    for name in ("argmap", "json", "aif"):
        again = loads(dumps(imported.argument_map, name).text, name)
        assert again.problems == ()
        assert again.argument_map == imported.argument_map


def test_dialogue_is_kept_and_tells_the_speaker() -> None:
    argument_map = read(DIALOGUE).argument_map
    assert [s.said_by for s in argument_map.statements] == ["", "Ann", ""]
    support, undercut = argument_map.relations
    assert (support.bearing, undercut.bearing) == (Bearing.SUPPORTS, Bearing.ATTACKS)
    assert undercut.target == support.id
    after = content(dumps(argument_map, "aif").text)
    assert nodes(after) == nodes(DIALOGUE)
    assert edges(after) == edges(DIALOGUE)


SAMPLES = Path(__file__).parents[2] / "cases" / "formats"


@pytest.mark.parametrize("name", ["dialogue.aif.json", "nodeset.json", "ova3.json", "debate.xaif"])
@pytest.mark.parametrize("dialect", ["aif", "xaif"])
def test_a_sample_saved_as_a_map_and_opened_again_is_still_whole(name: str, dialect: str) -> None:
    before = (SAMPLES / name).read_text(encoding="utf-8")
    saved = dumps(loads(before, file=name).argument_map, "argmap").text
    after = content(dumps(loads(saved, "argmap").argument_map, dialect).text)
    assert nodes(after) == nodes(content(before))
    assert edges(after) == edges(content(before))
    assert after["locutions"] == content(before)["locutions"]


@pytest.mark.parametrize(
    ("nodes", "pairs", "told"),
    [
        ([I1, I2, node("4", "MA")], "1>4 4>2", ["rephrases (MA) (1): 4"]),
        ([I1, I2, node("4", "PA"), node("5", "PA")], "1>4 4>2", ["preferences (PA) (2): 4, 5"]),
        (
            [I1, node("4", "L"), node("5", "YA"), node("6", "L"), node("7", "TA")],
            "4>5 5>1 4>7 7>6",
            ["dialogue: locutions, illocutions and transitions (L, YA, TA) (4): 4, 5, 6, 7"],
        ),
        ([I1, node("4", "RA")], "1>4", [
            "inferences without a drawn premise or target (RA) (1): 4",
        ]),
        ([I1, node("4", "CA")], "4>1", [
            "conflicts without a drawn premise or target (CA) (1): 4",
        ]),
        ([I1, node("4", "EA")], "4>1", ["nodes of type EA (1): 4"]),
        ([I1, I2], "1>2", ["edges between drawn nodes that no relation stands for (1): 1 → 2"]),
        (
            [I1, I2, node("4", "RA")],
            "1>4 1>4 4>2",
            ["edges between drawn nodes that no relation stands for (1): 1 → 4"],
        ),
        ([I1, I2, node("4", "RA")], "1>4 4>2", []),
        ([I1, I2, node("4", "CA"), node("5", "L")], "1>4 4>5", [
            "conflicts without a drawn premise or target (CA) (1): 4",
            "dialogue: locutions, illocutions and transitions (L, YA, TA) (1): 5",
        ]),
    ],
)  # fmt: skip
def test_what_is_not_drawn_is_told_by_kind_with_its_names(
    nodes: list[Json], pairs: str, told: list[str]
) -> None:
    found = read(nodeset(nodes, pairs))
    assert [str(kept) for kept in found.undrawn] == told
    assert found.losses == ()
    after = content(dumps(found.argument_map, "aif").text)
    assert len(after["nodes"]) == len(nodes)
    assert len(after["edges"]) == len(pairs.split())


@pytest.mark.parametrize(
    ("text", "locutions", "participants", "speaker"),
    [
        ("Ann : It is so.", [], [], "Ann"),
        ("Ann: It is so.", [], [], "Ann"),
        ("It is so.", [], [], ""),
        ("It is so: " + "so " * 40, [], [], "It is so"),
        ("so " * 40 + ": it is", [], [], ""),
        ("Ann : x", [{"nodeID": "4", "personID": "Bob Mills"}], [], "Bob Mills"),
        ("Ann : x", [{"nodeID": "4", "personID": "17"}], [], "Ann"),
        ("Ann : x", [{"nodeID": "4", "personID": None}], [], "Ann"),
        ("x", [{"nodeID": "4", "personID": 17}],
         [{"participantID": "17", "firstname": "Cy", "surname": "Ek"}], "Cy Ek"),
        ("x", [{"nodeID": "4", "personID": "17"}],
         [{"participantID": 17, "firstname": "Cy", "surname": None}], "Cy"),
    ],
)  # fmt: skip
def test_who_said_it_is_found_in_locutions_participants_or_before_a_colon(
    text: str, locutions: list[Json], participants: list[Json], speaker: str
) -> None:
    aif = nodeset(
        [I1, node("4", "L", text), node("5", "YA")], "4>5 5>1",
        locutions=locutions, participants=participants,
    )  # fmt: skip
    assert [s.said_by for s in read(aif).argument_map.statements] == [speaker]


def test_the_first_who_says_something_is_its_speaker_and_other_links_say_nothing() -> None:
    aif = nodeset(
        [I1, I2, node("4", "L", "Ann : a"), node("5", "YA"), node("6", "L", "Bob : a"),
         node("7", "TA"), node("8", "RA")],
        "4>5 5>1 6>5 4>7 7>2 6>8 8>2",
    )  # fmt: skip
    assert [s.said_by for s in read(aif).argument_map.statements] == ["Ann", ""]


def test_relations_on_relations_are_read_to_any_height_and_in_any_order() -> None:
    aif = nodeset(
        [node("9", "CA"), node("8", "RA"), node("7", "CA"), I3, I2, I1],
        "3>9 9>8 2>8 8>7 3>7 7>1",
    )
    found = read(aif)
    assert [(r.premises, str(r.bearing), r.target) for r in found.argument_map.relations] == [
        (("text-3",), "attacks", "r-2"),
        (("text-2",), "supports", "r-3"),
        (("text-3",), "attacks", "text-1"),
    ]
    assert found.undrawn == ()


def test_conflicts_in_a_circle_that_rests_on_nothing_are_kept_undrawn() -> None:
    aif = nodeset([I1, node("4", "CA"), node("5", "CA")], "1>4 1>5 4>5 5>4 4>4")
    found = read(aif)
    assert found.argument_map.relations == ()
    assert [kept.ids for kept in found.undrawn] == [("4", "5")]
    after = content(dumps(found.argument_map, "aif").text)
    assert (nodes(after), edges(after)) == (nodes(aif), edges(aif))


@pytest.mark.parametrize(
    ("aif", "message", "texts"),
    [
        ({"nodes": [I1, I1], "edges": []},
         "Node 2 has no id or type of its own; it is kept, but not drawn.", ["Text 1"]),
        ({"nodes": [{"type": "I", "text": "x"}, I1], "edges": []},
         "Node 1 has no id or type of its own; it is kept, but not drawn.", ["Text 1"]),
        ({"nodes": [{"nodeID": "7", "text": "x"}], "edges": []},
         "Node 1 has no id or type of its own; it is kept, but not drawn.", []),
        ({"nodes": [{"nodeID": ["7"], "type": "I"}], "edges": []},
         "Node 1 has no id or type of its own; it is kept, but not drawn.", []),
        ({"nodes": [I1], "edges": [{"fromID": "1", "toID": "8"}]},
         "An edge names the node “8”, which is not there; it is left out.", ["Text 1"]),
        ({"nodes": [I1], "edges": [{"fromID": "1"}]},
         "An edge names the node “”, which is not there; it is left out.", ["Text 1"]),
    ],
)  # fmt: skip
def test_odd_nodes_and_edges_are_told_and_the_rest_is_read(
    aif: Json, message: str, texts: list[str]
) -> None:
    found = read(aif)
    assert [str(p) for p in found.problems] == [f"x.json: error import {message}"]
    assert [s.text for s in found.argument_map.statements] == texts
    after = content(dumps(found.argument_map, "aif").text)
    assert len(after["nodes"]) == len(aif["nodes"])


@pytest.mark.parametrize(
    "odd",
    [
        {"nodes": {}, "edges": {}},
        {"nodes": None, "edges": 3},
        {"nodes": ["x", 1, None, []], "edges": [[], "1>2"]},
        {"AIF": []},
        {"AIF": {"nodes": "x"}, "text": {"txt": 3}},
        {"nodes": [], "locutions": "x", "participants": [1], "schemefulfillments": {"a": 1}},
    ],
)
def test_content_of_other_types_holds_no_statement_and_no_danger(odd: Json) -> None:
    found = read(odd)
    assert found.argument_map.statements == ()
    assert content(dumps(found.argument_map, "xaif").text)["nodes"] == []
