"""AIF written: maps of one's own, and files that were changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from argmap.formats.convert import dumps
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.edits.edit import add_premise, set_fields
from argmap.model.edits.removal import delete_cards
from argmap.model.kinds import Bearing
from tests.formats.aif.nodesets import (
    DIALOGUE,
    I1,
    I2,
    I3,
    content,
    edges,
    node,
    nodes,
    nodeset,
    read,
)


def test_an_edited_map_is_written_as_it_is_now() -> None:
    argument_map = read(DIALOGUE).argument_map
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
    aif = nodeset([I1, I2, I3, node("4", "RA", "RA")], "1>4 4>2 4>3")
    argument_map = read(aif).argument_map
    assert [r.target for r in argument_map.relations] == ["text-2", "text-3"]
    assert nodes(content(dumps(argument_map, "aif").text)) == nodes(aif)


def test_a_map_of_ones_own_gets_numbers_locutions_and_named_schemes() -> None:
    argument_map = ArgumentMap(
        statements=(Statement("a", "A", said_by="Ann"), Statement("b", "B")),
        relations=(
            Relation("r", ("a",), Bearing.SUPPORTS, "b", scheme="expert-opinion"),
            Relation("q", ("b",), Bearing.ATTACKS, "r"),
        ),
    )
    after = content(dumps(argument_map, "aif").text)
    texts = {n["nodeID"]: (n["type"], n["text"], n.get("schemeID")) for n in after["nodes"]}
    assert texts == {
        "1": ("I", "A", None), "2": ("I", "B", None),
        "3": ("RA", "ExpertOpinion", "15"), "4": ("CA", "Default Conflict", "71"),
        "5": ("L", "Ann : A", None), "6": ("YA", "Asserting", "74"),
    }  # fmt: skip
    pairs = [("5", "6"), ("6", "1"), ("1", "3"), ("3", "2"), ("2", "4"), ("4", "3")]
    assert [(e["fromID"], e["toID"]) for e in after["edges"]] == pairs
    assert len({e["edgeID"] for e in after["edges"]}) == len(pairs)
    assert after["locutions"] == [{"nodeID": "5", "personID": "Ann"}]


def test_what_is_added_to_a_file_takes_no_number_of_it() -> None:
    aif = nodeset([I1, node("2", "L", "Ann : x"), node("3", "YA"), node("5", "MA")], "2>3 3>1")
    grown = add_premise(read(aif).argument_map, "text-1", "More.")
    after = content(dumps(grown, "aif").text)
    names = [n["nodeID"] for n in after["nodes"]]
    assert sorted(names) == ["1", "2", "3", "4", "5", "6"]
    assert edges(after) == Counter({("2", "3", ""): 1, ("3", "1", ""): 1, ("4", "6", ""): 1,
                                    ("6", "1", ""): 1})  # fmt: skip
    assert len({e["edgeID"] for e in after["edges"]}) == 4


def test_a_step_that_changed_sides_is_a_node_of_the_other_type_under_its_name() -> None:
    found = read(nodeset([I1, I2, node("4", "RA", "Fear Appeal")], "1>4 4>2")).argument_map
    turned = set_fields(found, "r", bearing=Bearing.ATTACKS)
    after = content(dumps(turned, "aif").text)
    assert [n for n in after["nodes"] if n["nodeID"] == "4"] == [
        {"nodeID": "4", "text": "Fear Appeal", "type": "CA", "scheme": "Fear Appeal"}
    ]


def test_copies_get_nodes_of_their_own() -> None:
    """Two relations may share a node only where they are one step with two targets."""
    found = read(nodeset([I1, I2, I3, node("4", "RA", "RA")], "1>4 4>2")).argument_map
    (step,) = found.relations
    copied = replace(
        found,
        statements=(*found.statements, replace(found.statements[2], id="copy")),
        relations=(step, replace(step, id="again", premises=("copy",))),
    )
    after = content(dumps(copied, "aif").text)
    names = [(n["nodeID"], n["type"]) for n in after["nodes"]]
    assert names == [("1", "I"), ("2", "I"), ("3", "I"), ("5", "I"), ("4", "RA"), ("6", "RA")]
    assert set(edges(after)) == {("1", "4", ""), ("4", "2", ""), ("5", "6", ""), ("6", "2", "")}


def test_what_an_edge_says_beyond_its_ends_survives_as_long_as_the_edge() -> None:
    aif = nodeset([I1, I2, node("4", "RA", "RA")], "1>4 4>2")
    aif["edges"][0]["formEdgeID"] = "77"
    found = read(aif).argument_map
    assert ("1", "4", "77") in edges(content(dumps(found, "aif").text))
    turned = set_fields(found, "r", premises=("text-2",), target="text-1")
    assert edges(content(dumps(turned, "aif").text)) == Counter({("2", "4", ""): 1,
                                                                 ("4", "1", ""): 1})  # fmt: skip
