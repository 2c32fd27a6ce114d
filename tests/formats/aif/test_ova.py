"""What OVA adds to AIF: the analysed text with its anchors, and the layout of OVA 2."""

from __future__ import annotations

import json
from typing import Any

import pytest

from argmap.formats.convert import dumps, loads
from argmap.model.argument_map import ArgumentMap, Statement
from argmap.model.kinds import Bearing
from tests.formats.aif.nodesets import I1, I2, nodeset

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


def ova(html: str, **more: Any) -> ArgumentMap:
    aif = nodeset([I1, I2], "")
    return loads(json.dumps({"AIF": aif, "text": html, **more}), "xaif").argument_map


@pytest.mark.parametrize(
    ("html", "text", "quotes"),
    [
        ('So <span id="node1">it is</span>.', "So it is.", ["it is", ""]),
        ('So <span id="1">it is</span>.', "So it is.", ["it is", ""]),
        ('<span id="node1">a <span id="node2">b</span> c</span>', "a b c", ["a b c", "b"]),
        ('<p>One</p><p><span id="1">two</span></p>', "One\n\ntwo", ["two", ""]),
        ('<span id="1">a<br>b<br/>c</span>', "a\nb\nc", ["a\nb\nc", ""]),
        ('<span id="1">a</span> and <span id="1">b</span>', "a and b", ["ab", ""]),
        ('<span class="x">a</span><span id="node9">b</span>', "ab", ["", ""]),
        ('<span id="1"> </span>x', "x", ["", ""]),
        ("a &amp; b &lt;i&gt;<script>x</script>", "a & b <i>x", ["", ""]),
        ('</span><span id="1">open', "open", ["open", ""]),
    ],
)
def test_anchors_in_the_text_are_quotes_that_stand_in_the_source(
    html: str, text: str, quotes: list[str]
) -> None:
    found = ova(html)
    (source,) = found.sources
    assert source.text == text
    assert [s.cites[0].quote if s.cites else "" for s in found.statements] == quotes


def test_spans_within_each_other_without_end_are_read_in_a_moment() -> None:
    spans = "".join(f'<span id="node{n}">{n}' for n in range(20_000))
    assert ova(spans).statements[0].cites[0].quote.startswith("1234567")


def test_the_text_of_xaif_may_lie_in_an_object() -> None:
    found = loads(json.dumps({"AIF": nodeset([I1], ""), "text": {"txt": "So it is."}}), "xaif")
    assert [s.text for s in found.argument_map.sources] == ["So it is."]
    after = json.loads(dumps(found.argument_map, "xaif").text)
    assert after["text"] == {"txt": "So it is."}


def test_a_map_of_ones_own_is_an_xaif_file_with_an_empty_text_and_tells_of_dialogue() -> None:
    silent = ArgumentMap(statements=(Statement("a", "A"),))
    spoken = ArgumentMap(statements=(Statement("a", "A", said_by="Ann"),))
    for argument_map, dialog in ((silent, False), (spoken, True)):
        whole = json.loads(dumps(argument_map, "xaif").text)
        assert whole["dialog"] is dialog
        assert (whole["text"], whole["OVA"]) == ({"txt": ""}, {})


@pytest.mark.parametrize("html", ["", " ", None, 7, {"txt": ""}, {"txt": None}, ["x"]])
def test_without_an_analysed_text_there_is_no_source(html: Any) -> None:
    assert ova(html).sources == ()


def test_ova_2_tells_where_its_text_comes_from_and_its_schemes_by_number() -> None:
    whole = json.loads(OVA2)
    whole["nodes"][1] |= {"type": "RA", "scheme": "15"}
    whole["analysis"] |= {"documentSource": "https://example.org/talk", "annotatorName": "Ann"}
    argument_map = loads(json.dumps(whole), file="x.json").argument_map
    assert [r.scheme for r in argument_map.relations] == ["expert-opinion"]
    assert argument_map.sources[0].url == "https://example.org/talk"
    after = json.loads(dumps(argument_map, "xaif").text)
    assert after["analysis"] == whole["analysis"]
    drawn = [(n["nodeID"], n["type"], n["text"]) for n in after["AIF"]["nodes"]]
    assert drawn == [(1, "I", "p"), (3, "I", "q"), (2, "RA", "CA")]
    assert [(e["fromID"], e["toID"]) for e in after["AIF"]["edges"]] == [(1, 2), (2, 3)]
