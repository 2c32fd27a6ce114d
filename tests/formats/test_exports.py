"""What formats that are only written hold: every word of a map that they do not report as lost."""

from __future__ import annotations

import re
import subprocess

import pytest
from hypothesis import HealthCheck, given, settings

from argmap import paths
from argmap.drawing.graphviz import engine as graphviz
from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions
from argmap.drawing.theme import theme_of
from argmap.formats.convert import dumps
from argmap.formats.format import Format
from argmap.formats.losses.features import reduce
from argmap.formats.syntax.xml_text import Element, parse
from argmap.formats.table import FORMATS
from argmap.model.argument_map import ArgumentMap, Cite, Group, Relation, Source, Statement
from argmap.model.kinds import Bearing, Kind
from argmap.store.yaml_file import load
from tests.formats.maps import maps

few = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
many = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ONE_WAY = [row for row in FORMATS if row.write and not row.read]

FULL = ArgumentMap(
    title="Qztitle",
    summary="Qzsummary",
    authors=("Qzauthor",),
    language="en-x-qzlang",
    statements=(
        Statement("open", "Qzclaim"),
        Statement(
            "cost",
            "Qztext",
            title="Qzhead",
            note="Qznote",
            tags=("Qztag",),
            group="g",
            said_by="Qzspeaker",
            cites=(Cite("s", "Qzquote", at="Qzplace", prefix="Qzbefore", suffix="Qzafter"),),
        ),
        Statement("free", "Qzpremise"),
    ),
    relations=(
        Relation("r1", ("cost", "free"), Bearing.ATTACKS, "open", 2, "Qzscheme"),
        Relation("r2", ("free",), Bearing.ATTACKS, "r1", note="Qzstepnote", tags=("Qzsteptag",)),
    ),
    sources=(
        Source(
            "s",
            title="Qzsource",
            author="Qzwriter",
            publisher="Qzpress",
            date="Qzdate",
            url="https://qzurl.example/",
            file="Qzfile",
            text="Qzfulltext",
            note="Qzsourcenote",
        ),
    ),
    groups=(Group("g", "Qzgroup", note="Qzgroupnote"),),
)


def words(text: str) -> set[str]:
    return set(re.findall("qz[a-z]+", text.lower()))


@pytest.mark.parametrize("row", ONE_WAY, ids=lambda row: row.name)
def test_every_word_is_written_or_reported_as_lost(row: Format) -> None:
    held, _ = reduce(FULL, row.holds)
    assert words(dumps(FULL, row.name).text) == words(repr(held))


def graph_of(argument_map: ArgumentMap) -> Element:
    return parse(dumps(argument_map, "graphml").text)


def data_of(element: Element) -> dict[str, str]:
    """Return what is told of a node or edge, by the names that its keys are declared with."""
    told = {data.get("key"): data.text() for data in element.children("data")}
    return {key.partition("-")[2]: value for key, value in told.items() if "-" in key}


@many
@given(maps())
def test_graphml_is_a_graph_of_the_map(argument_map: ArgumentMap) -> None:
    root = graph_of(argument_map)
    names = [e.get("id") for e in root.walk() if e.name == "node"]
    edges = [(e.get("source"), e.get("target")) for e in root.walk() if e.name == "edge"]
    assert len(set(names)) == len(names) >= len(argument_map.statements)
    assert {end for edge in edges for end in edge} <= set(names)
    keys = {(e.get("id"), e.get("for")) for e in root.children("key")}
    for element in root.walk():
        for data in element.children("data"):
            assert (data.get("key"), element.name) in keys, "every key is declared"


def test_graphml_tells_of_nodes_and_edges_what_the_map_does() -> None:
    root = graph_of(FULL)
    nodes = {e.get("id"): data_of(e) for e in root.walk() if e.name == "node"}
    assert nodes["s2"] == {
        "id": "cost",
        "text": "Qztext",
        "kind": "claim",
        "title": "Qzhead",
        "note": "Qznote",
        "said_by": "Qzspeaker",
        "tags": "Qztag",
    }
    assert nodes["r1"] == {"id": "r1", "kind": "step"}
    edges = [e for e in root.walk() if e.name == "edge"]
    assert [(e.get("source"), e.get("target"), data_of(e)) for e in edges] == [
        ("s2", "r1", {}),
        ("s3", "r1", {}),
        ("r1", "s1", {"id": "r1", "bearing": "attacks", "scheme": "Qzscheme", "weight": "2"}),
        ("s3", "r1", {"id": "r2", "bearing": "attacks"}),
    ]


def test_graphml_has_the_places_and_sizes_of_the_picture() -> None:
    long = "A sentence that is much too long for one line of a card, and so it has several."
    linked = ArgumentMap(
        statements=(Statement("a", long), Statement("b", "B"), Statement("c", "C", Kind.REBUTTAL)),
        relations=(
            Relation("r", ("b", "c"), Bearing.SUPPORTS, "a"),
            Relation("s", ("c",), Bearing.ATTACKS, "b"),
        ),
    )
    root = graph_of(linked)
    boxes = [e for e in root.walk() if e.name == "Geometry"]
    at = [{side: float(e.get(side)) for side in ("x", "y", "width", "height")} for e in boxes]
    cards = lay_out(linked, DrawingOptions(theme_of(linked))).cards
    for box, card in zip(at, cards, strict=False):
        assert (box["width"], box["height"]) == (card.width, card.height)
        assert (box["x"], box["y"]) == pytest.approx((card.x, card.y), abs=0.1)
    labels = [e.text() for e in root.walk() if e.name == "NodeLabel"]
    assert labels[0].count("\n") >= 1
    assert labels[0].replace("\n", " ") == long
    paths = [e for e in root.walk() if e.name == "Path"]
    assert len(paths) == 4
    assert float(paths[-1].get("ty")) != 0


@pytest.mark.parametrize(("bearing", "colour"), [("supports", "#0B6E4F"), ("attacks", "#B3400A")])
def test_yed_draws_boxes_with_the_texts_and_arrows_in_the_colours_of_what_they_do(
    bearing: str, colour: str
) -> None:
    statements = (Statement("a", "One\ntwo & <three>"), Statement("b", "B", Kind.REBUTTAL))
    relation = Relation("r", ("b",), Bearing(bearing), "a")
    root = graph_of(ArgumentMap(statements=statements, relations=(relation,)))
    labels = [e.text() for e in root.walk() if e.name == "NodeLabel"]
    assert labels == ["One\ntwo & <three>", "B"]
    fills = [e.get("color") for e in root.walk() if e.name == "Fill"]
    assert fills == ["#E8F0FE", "#FDEBDD"]
    (line,) = [e for e in root.walk() if e.name == "LineStyle"]
    (ends,) = [e for e in root.walk() if e.name == "Arrows"]
    assert line.get("color") == colour
    assert (ends.get("source"), ends.get("target")) == ("none", "standard")


def drawn(dot: str) -> list[list[str]]:
    """Return what Graphviz says of the places of nodes and edges, in words."""
    done = subprocess.run(
        [str(graphviz.find()), "-Tplain"], input=dot, capture_output=True, text=True, check=True
    )
    return [line.split() for line in done.stdout.splitlines()]


@few
@given(maps())
def test_anybodys_graphviz_draws_the_dot(argument_map: ArgumentMap) -> None:
    lines = drawn(dumps(argument_map, "dot").text)
    nodes = [line for line in lines if line[0] == "node"]
    assert len(nodes) >= len(argument_map.statements)


def test_dot_gives_the_picture_that_the_program_draws() -> None:
    dispute = load(paths.examples() / "indivisible-security.argmap.yaml").argument_map
    (graph,) = [line for line in drawn(dumps(dispute, "dot").text) if line[0] == "graph"]
    picture = lay_out(dispute, DrawingOptions(theme_of(dispute)))
    inches = (float(graph[2]), float(graph[3]))
    assert inches == pytest.approx(((picture.width) / 72, picture.height / 72), abs=0.6)
