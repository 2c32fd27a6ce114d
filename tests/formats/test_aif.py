"""AIF in its three dialects: what is drawn, and that nothing is lost on the way through."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from argmap.formats.convert import dumps, loads
from argmap.formats.format import Imported
from argmap.formats.json_text import words
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.edit import add_premise, set_fields
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


SAMPLES = Path(__file__).parents[1] / "cases" / "formats"


@pytest.mark.parametrize("name", ["dialogue.aif.json", "nodeset.json", "ova3.json", "debate.xaif"])
@pytest.mark.parametrize("dialect", ["aif", "xaif"])
def test_a_sample_saved_as_a_map_and_opened_again_is_still_whole(name: str, dialect: str) -> None:
    before = (SAMPLES / name).read_text(encoding="utf-8")
    saved = dumps(loads(before, file=name).argument_map, "argmap").text
    after = content(dumps(loads(saved, "argmap").argument_map, dialect).text)
    assert nodes(after) == nodes(content(before))
    assert edges(after) == edges(content(before))
    assert after["locutions"] == content(before)["locutions"]


def node(id_: str, kind: str, text: str = "", **fields: Any) -> Json:
    return {"nodeID": id_, "type": kind, "text": text or f"Text {id_}", **fields}


def nodeset(nodes: list[Json], pairs: str, **more: Any) -> Json:
    """Give a nodeset; pairs are written as `1>2 2>3`."""
    ends = [pair.split(">") for pair in pairs.split()]
    rows = [{"edgeID": f"e{n}", "fromID": a, "toID": b} for n, (a, b) in enumerate(ends)]
    return {"nodes": nodes, "edges": rows, **more}


def read(aif: Json) -> Imported:
    return loads(json.dumps(aif), "aif", "x.json")


I1, I2, I3 = (node(id_, "I") for id_ in "123")


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


@pytest.mark.parametrize(
    ("aif", "message", "texts"),
    [
        ({"nodes": [I1, I1], "edges": []},
         "Node 2 has no id or type of its own; it is kept undrawn.", ["Text 1"]),
        ({"nodes": [{"type": "I", "text": "x"}, I1], "edges": []},
         "Node 1 has no id or type of its own; it is kept undrawn.", ["Text 1"]),
        ({"nodes": [{"nodeID": "7", "text": "x"}], "edges": []},
         "Node 1 has no id or type of its own; it is kept undrawn.", []),
        ({"nodes": [{"nodeID": ["7"], "type": "I"}], "edges": []},
         "Node 1 has no id or type of its own; it is kept undrawn.", []),
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
