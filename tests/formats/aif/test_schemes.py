"""Schemes in AIF: found wherever a program puts them, and written where others look."""

from __future__ import annotations

import json

import pytest

from argmap.formats.convert import dumps
from argmap.model.edits.edit import set_fields
from tests.formats.aif.nodesets import I1, I2, Json, content, node, nodes, nodeset, read


@pytest.mark.parametrize(
    ("fields", "scheme"),
    [
        ({"text": "RA"}, ""),
        ({"text": "Default Inference"}, ""),
        ({"text": "RA", "scheme": "Default Inference", "schemeID": "72"}, ""),
        ({"text": "ExpertOpinion"}, "expert-opinion"),
        ({"text": "RA", "scheme": "ExpertOpinion"}, "expert-opinion"),
        ({"text": "RA", "scheme": "Expert Opinion", "schemeID": "15"}, "expert-opinion"),
        ({"text": "RA", "scheme": "Expert Opinion", "schemeID": 15}, "expert-opinion"),
        ({"text": "RA", "scheme": "Fear Appeal", "schemeID": "9999"}, "Fear Appeal"),
        ({"text": "Fear Appeal", "scheme": None}, "Fear Appeal"),
        ({"text": "RA", "scheme": ["odd"], "schemeID": {}}, ""),
    ],
)
@pytest.mark.parametrize("dialect", ["aif", "xaif"])
def test_a_scheme_is_found_wherever_it_is_told_and_its_node_comes_back(
    fields: Json, scheme: str, dialect: str
) -> None:
    aif = nodeset([I1, I2, {"nodeID": "4", "type": "RA", **fields}], "1>4 4>2")
    found = read(aif).argument_map
    assert [r.scheme for r in found.relations] == [scheme]
    assert aif["nodes"][2] in content(dumps(found, dialect).text)["nodes"]


@pytest.mark.parametrize(
    ("number", "name", "ours"),
    [
        ("1", "Analogy", "analogy"),
        ("4", "CauseToEffect", "cause-to-effect"),
        ("14", "Example", "example"),
        ("15", "ExpertOpinion", "expert-opinion"),
        ("19", "Ignorance", "ignorance"),
        ("28", "PracticalReasoning", "practical-reasoning"),
        ("31", "VerbalClassification", "verbal-classification"),
        ("61", "EstablishedRule", "established-rule"),
    ],
)
def test_the_schemes_that_aifdb_numbers(number: str, name: str, ours: str) -> None:
    for told in ({"scheme": name}, {"schemeID": number}, {"text": name}):
        aif = nodeset([I1, I2, {"nodeID": "4", "type": "RA", **told}], "1>4 4>2")
        assert read(aif).argument_map.relations[0].scheme == ours
    plain = read(nodeset([I1, I2, node("4", "RA", "RA")], "1>4 4>2")).argument_map
    after = content(dumps(set_fields(plain, "r", scheme=ours), "aif").text)
    (written,) = (n for n in after["nodes"] if n["type"] == "RA")
    assert (written["scheme"], written["schemeID"], written["text"]) == (name, number, name)


def test_a_scheme_that_stands_apart_from_its_node_is_read_and_leaves_the_node_alone() -> None:
    rows = [{"nodeID": "4", "schemeID": "1"}, {"nodeID": "5", "schemeID": "no number"}, "odd"]
    aif = nodeset(
        [I1, I2, node("4", "RA", "RA"), node("5", "CA", "CA")],
        "1>4 4>2 1>5 5>2",
        schemefulfillments=rows,
    )
    found = read(aif).argument_map
    assert [r.scheme for r in found.relations] == ["analogy", ""]
    after = content(dumps(found, "xaif").text)
    assert nodes(after) == nodes(aif)
    assert after["schemefulfillments"] == rows[:2]


def test_a_scheme_that_was_changed_is_told_on_its_node_and_apart_from_it() -> None:
    aif = nodeset(
        [I1, I2, node("4", "RA", "RA")], "1>4 4>2",
        schemefulfillments=[{"nodeID": "4", "schemeID": "1"}, {"nodeID": "9", "schemeID": "1"}],
    )  # fmt: skip
    changed = set_fields(read(aif).argument_map, "r", scheme="expert-opinion")
    after = content(dumps(changed, "xaif").text)
    fulfilled = [("9", "1"), ("4", "15")]
    assert [(r["nodeID"], r["schemeID"]) for r in after["schemefulfillments"]] == fulfilled
    assert [n for n in after["nodes"] if n["type"] == "RA"] == [
        {"nodeID": "4", "text": "ExpertOpinion", "type": "RA", "scheme": "ExpertOpinion",
         "schemeID": "15"}
    ]  # fmt: skip
    assert "scheme" not in json.dumps(content(dumps(read(aif).argument_map, "aif").text)["nodes"])
