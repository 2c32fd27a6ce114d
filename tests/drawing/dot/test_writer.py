from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from argmap.drawing import theme
from argmap.drawing.dot.writer import dot, layout_of
from argmap.drawing.element_ids import element_id, ids_of
from argmap.drawing.graphviz.engine import find
from argmap.drawing.legend import with_legend
from argmap.drawing.marks import NO_MARKS, Mark
from argmap.drawing.options import DrawingOptions
from argmap.model.argument_map import ArgumentMap, Statement, Style
from argmap.model.kinds import Bearing, Direction, Layout
from argmap.store.yaml_file import load
from tests.drawing.maps import FRAMED, INJECTIONS, POOL, hostile_maps, said, tie

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))
CASES = Path(__file__).parents[2] / "cases" / "drawing"
LIGHT = theme.load("light")
USUAL = DrawingOptions(LIGHT)


def drawn(text: str, program: str = "") -> dict[str, list[dict[str, object]]]:
    """Return what Graphviz makes of DOT: its nodes, halos and edges."""
    run = subprocess.run(
        [find(program), "-Tjson"], input=text.encode(), capture_output=True, check=False
    )
    graph = json.loads(run.stdout, strict=False)
    objects = graph.get("objects", [])
    return {
        "nodes": [one for one in objects if "pos" in one],
        "halos": [one for one in objects if "bb" in one and "id" in one],
        "edges": graph.get("edges", []),
    }


def test_the_dot_reads_as_a_document() -> None:
    expected = (CASES / "pool.dot").read_text(encoding="utf-8")
    assert dot(POOL, USUAL) == expected


@settings(max_examples=60, deadline=None)
@given(hostile_maps())
def test_no_text_adds_or_takes_a_node_an_edge_or_an_attribute(argument_map: ArgumentMap) -> None:
    graph = drawn(dot(argument_map, USUAL))
    dots = {
        relation.id
        for relation in argument_map.relations
        if relation.linked or argument_map.relations_on(relation.id)
    }
    nodes = {ids_of(str(node["id"])) for node in graph["nodes"]}
    assert nodes == {(s.id, "") for s in argument_map.statements} | {(id_, "dot") for id_ in dots}
    wanted = {(relation.id, "") for relation in argument_map.relations}
    for relation in argument_map.relations:
        if relation.id in dots:
            wanted |= {(relation.id, str(at + 1)) for at in range(len(relation.premises))}
    assert {ids_of(str(edge["id"])) for edge in graph["edges"]} == wanted
    assert len(graph["edges"]) == len(wanted)
    for one in (*graph["nodes"], *graph["edges"], *graph["halos"]):
        assert not {"URL", "href", "image", "tooltip", "target"} & set(one)


@pytest.mark.parametrize("text", INJECTIONS)
def test_ids_come_back(text: str) -> None:
    assert ids_of(element_id(text)) == (text, "")
    assert ids_of(element_id(text, "dot")) == (text, "dot")


def test_ids_of_the_format_stay_readable() -> None:
    assert element_id("no-state.may_2") == "no-state.may_2"
    assert element_id("a+b--supports--c") == "a+b--supports--c"


def test_a_relation_is_one_edge_unless_it_is_linked_or_something_bears_on_it() -> None:
    edges = {ids_of(str(edge["id"])) for edge in drawn(dot(POOL, USUAL))["edges"]}
    assert edges == {
        *(("r1", ""), ("r1", "1"), ("r1", "2")),
        *(("r2", ""), ("r2", "1")),
        ("r3", ""),
    }


def test_an_undercut_ends_on_the_dot_and_never_on_a_card() -> None:
    graph = drawn(dot(POOL, USUAL))
    by_number = {node["_gvid"]: ids_of(str(node["id"])) for node in graph["nodes"]}
    (undercut,) = (edge for edge in graph["edges"] if edge["id"] == "r3")
    assert by_number[undercut["tail"]] == ("r2", "dot")
    assert undercut["dir"] == "back"


def test_kinds_of_arrows_differ_in_more_than_colour() -> None:
    attributes = {str(edge["id"]): edge for edge in drawn(dot(POOL, USUAL))["edges"]}
    seen = {(attributes[id_]["style"], attributes[id_]["arrowtail"]) for id_ in ("r1", "r2", "r3")}
    assert seen == {("solid", "normal"), ("dashed", "tee"), ("dotted", "odot")}
    signs = [">+<" in str(attributes["r1"]), "−" in str(attributes["r2"]["headlabel"])]
    assert signs == [True, True]


def test_backing_is_drawn_as_support_that_ends_on_the_dot() -> None:
    backed = ArgumentMap(
        statements=(said("c", "C"), said("p", "P"), said("w", "W")),
        relations=(tie("r", "p", "c", Bearing.ATTACKS), tie("b", "w", "r")),
    )
    graph = drawn(dot(backed, USUAL))
    (backing,) = (edge for edge in graph["edges"] if edge["id"] == "b")
    assert (backing["style"], backing["arrowtail"]) == ("solid", "normal")


def test_halos_have_the_ids_of_their_groups_and_empty_ones_are_left_out() -> None:
    graph = drawn(dot(FRAMED, USUAL))
    assert {ids_of(str(halo["id"]))[0] for halo in graph["halos"]} == {"moscow", "inner", "reply"}
    ids = [halo["id"] for halo in graph["halos"]]
    assert len(set(ids)) == len(ids)


def test_a_ground_is_a_filled_curve_in_the_colour_of_its_group() -> None:
    text = dot(FRAMED, USUAL)
    grounds = re.findall("c 7 -(#[0-9a-f]{6}) C 7 -(#[0-9a-f]{6}) b ([0-9]+) ", text)
    assert len(grounds) == len(drawn(text)["halos"])
    assert ("#0033aa", LIGHT.ground("#0033aa", 0)) in {pair[:2] for pair in grounds}


def test_unstated_cards_are_dashed_and_say_so() -> None:
    (node,) = (n for n in drawn(dot(POOL, USUAL))["nodes"] if n["id"] == "asked-is-enough")
    assert "dashed" in str(node["style"])
    assert "UNSTATED" in str(node["label"])


def test_titles_stand_for_texts() -> None:
    long = Statement("long", "word " * 60, title="Short")
    untitled = Statement("untitled", "word " * 60)
    text = dot(ArgumentMap(statements=(long, untitled)), DrawingOptions(LIGHT, titles=True))
    assert ">Short<" in text
    assert "…" in text
    assert len(text) < 2500


def test_a_layered_map_leaves_the_places_to_graphviz() -> None:
    styled = replace(POOL, style=Style(direction=Direction.LEFT, layout=Layout.LAYERED))
    text = dot(styled, USUAL)
    assert "pos=" not in text
    assert "rankdir=RL" in text
    assert "rankdir=LR" in dot(styled, DrawingOptions(LIGHT, direction=Direction.RIGHT))
    assert "rankdir" not in dot(styled, DrawingOptions(LIGHT, layout=Layout.COMPACT))


def test_a_map_that_is_no_tree_is_layered_unless_it_says_otherwise() -> None:
    letters = "abcde"
    ties = [(one, other) for one in letters for other in letters if one != other]
    tangle = ArgumentMap(
        statements=tuple(said(letter, letter) for letter in letters),
        relations=tuple(tie(f"{a}{b}", a, b, Bearing.ATTACKS) for a, b in ties),
    )
    assert layout_of(tangle) is Layout.LAYERED
    assert layout_of(POOL) is Layout.COMPACT
    compact = replace(tangle, style=Style(layout=Layout.COMPACT))
    assert layout_of(compact) is Layout.COMPACT


def test_marks_change_only_what_they_name() -> None:
    marks = {
        "cost": Mark(badge="accepted <b>", line="accepted", width=3, hidden=3),
        "r2": Mark(faint=True, badge="does not follow"),
    }
    marked = dot(POOL, DrawingOptions(LIGHT, marks=marks))
    assert "accepted &lt;b&gt;" in marked
    assert "3 hidden" in marked
    assert "− does not follow" in marked
    before, after = drawn(dot(POOL, DrawingOptions(LIGHT, marks=NO_MARKS))), drawn(marked)
    same = {n["id"] for n in before["nodes"] for m in after["nodes"] if _look(n) == _look(m)}
    assert {"open-sundays", "demand", "asked-is-enough", "volunteers", "r1:dot"} == same
    cost = next(node for node in after["nodes"] if node["id"] == "cost")
    assert (cost["color"], cost["penwidth"]) == (LIGHT.lines["accepted"], "3")


def test_a_legend_shows_every_kind_of_card_and_arrow() -> None:
    graph = drawn(dot(with_legend(POOL), USUAL))
    legend = [node for node in graph["nodes"] if str(node["id"]).startswith("legend%3A")]
    assert len(legend) == 7
    styles = {edge["style"] for edge in graph["edges"] if str(edge["id"]).startswith("legend%3A")}
    assert styles == {"solid", "dashed", "dotted"}


@pytest.mark.skipif(shutil.which("dot") is None, reason="no other Graphviz is installed")
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: str(path.stem))
def test_another_dot_draws_the_same_picture_without_a_warning(example: Path) -> None:
    text = dot(load(example).argument_map, DrawingOptions(LIGHT, legend=True))
    own, other = _svg(find(), text), _svg("dot", text)
    assert other.stderr == b""
    shapes = [
        [float(n) for n in re.findall(r"-?[0-9]+\.?[0-9]*", " ".join(_paths(drawing.stdout)))]
        for drawing in (own, other)
    ]
    assert shapes[0] == pytest.approx(shapes[1], abs=0.6)


@pytest.mark.skipif(shutil.which("dot") is None, reason="no other Graphviz is installed")
@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("direction", Direction)
def test_another_dot_sets_the_cards_to_the_same_places(
    direction: Direction, layout: Layout
) -> None:
    text = dot(POOL, DrawingOptions(LIGHT, direction=direction, layout=layout))
    own, other = drawn(text), drawn(text, "dot")
    places = {str(node["id"]): _point(node) for node in own["nodes"]}
    for node in other["nodes"]:
        assert _point(node) == pytest.approx(places[str(node["id"])], abs=2)


def _svg(program: str | Path, text: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([program, "-Tsvg"], input=text.encode(), capture_output=True, check=False)


def _paths(drawing: bytes) -> list[str]:
    """Return the courses of grounds, borders and strokes; heads differ in their strokes' width."""
    return re.findall(r' d="([^"]*)"', drawing.decode())


def _point(node: dict[str, object]) -> tuple[float, ...]:
    return tuple(float(number) for number in str(node["pos"]).split(","))


def _look(node: dict[str, object]) -> tuple[object, ...]:
    return tuple(node.get(key) for key in ("id", "label", "color", "fillcolor", "penwidth"))
