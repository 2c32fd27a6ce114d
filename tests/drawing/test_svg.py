from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from argmap.drawing import theme
from argmap.drawing.element_ids import element_id
from argmap.drawing.graphviz import engine as graphviz
from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Text
from argmap.drawing.svg import drawn, svg
from argmap.drawing.text.graphemes import clean
from argmap.model.argument_map import ArgumentMap, Cite, Relation, Source, Statement
from argmap.model.kinds import Bearing, Direction, Kind
from tests.drawing.maps import FRAMED, POOL, hostile_maps, said

CASES = Path(__file__).parent.parent / "cases" / "drawing"
LIGHT = theme.load("light")
USUAL = DrawingOptions(LIGHT)
SVG = "{http://www.w3.org/2000/svg}"


def parsed(drawn: bytes) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314 - our own


def text_of(element: ET.Element | None) -> str:
    assert element is not None
    return "".join(text.text or "" for text in element.iter(f"{SVG}text"))


def by_id(root: ET.Element) -> dict[str, ET.Element]:
    return {element.get("id", ""): element for element in root.iter() if element.get("id")}


def test_the_svg_reads_as_a_document() -> None:
    assert svg(POOL, USUAL) == (CASES / "pool.svg").read_bytes()


@settings(max_examples=60, deadline=None)
@given(hostile_maps())
def test_it_is_well_formed_and_every_text_comes_back(argument_map: ArgumentMap) -> None:
    drawn = svg(argument_map, USUAL)
    root = parsed(drawn)
    elements = by_id(root)
    for statement in argument_map.statements:
        shown = text_of(elements[element_id(statement.id)])
        assert _letters(clean(statement.text)) in _letters(shown)
    for relation in argument_map.relations:
        assert element_id(relation.id) in elements
    allowed = {
        "svg",
        "g",
        "title",
        "desc",
        "rect",
        "path",
        "polygon",
        "polyline",
        "ellipse",
        "text",
    }
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= allowed


@settings(max_examples=30, deadline=None)
@given(hostile_maps())
def test_it_holds_nothing_but_the_drawing(argument_map: ArgumentMap) -> None:
    drawn = svg(argument_map, USUAL)
    assert not re.search(rb"<!|<\?xml-|<script|<a[ >]|<image|[\x00-\x08\x0b-\x1f]", drawn)
    for element in parsed(drawn).iter():
        assert not {name for name in element.attrib if name.startswith("on") or "href" in name}


def test_it_says_what_it_shows() -> None:
    root = parsed(svg(POOL, USUAL))
    assert root.findtext(f"{SVG}title") == "Should the pool open on Sundays?"
    assert root.findtext(f"{SVG}desc") == "An argument map: 5 statements, 3 relations."
    assert root.get("lang") == "en"
    card = by_id(root)["demand"]
    assert card.findtext(f"{SVG}title") == "Two hundred residents asked for it."
    assert by_id(root)["r3"].findtext(f"{SVG}title") == "volunteers attacks r2"


def test_ids_are_the_map_s_own_and_unique() -> None:
    root = parsed(svg(POOL, USUAL))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {"open-sundays", "demand", "r1", "r1:dot", "r1:1", "r1:2", "r2", "r3"} <= set(ids)


def test_faces_with_the_same_metrics_are_named_once() -> None:
    drawn = svg(POOL, USUAL).decode()
    assert drawn.count("font-family") == 1
    assert "Arimo, 'Liberation Sans', Arial, Helvetica, sans-serif" in drawn


def test_lines_whose_width_is_known_say_it() -> None:
    languages = ArgumentMap(
        statements=(said("a", "Latin"), said("b", "العربية"), said("c", "中文"))
    )
    elements = by_id(parsed(svg(languages, USUAL)))
    lines = {id_: elements[id_].findall(f"{SVG}text")[1] for id_ in "abc"}
    assert [lines[id_].get("textLength") for id_ in "abc"] == ["26.02", None, "24"]
    assert [lines[id_].get("direction") for id_ in "abc"] == [None, "rtl", None]


def test_a_long_cross_link_says_its_number_at_both_ends_and_a_short_one_none() -> None:
    reasons = tuple(said(f"s{n}", "A reason that takes two lines of text.") for n in range(16))
    ties = tuple(Relation(f"r{n}", (f"s{n}",), Bearing.SUPPORTS, "c") for n in range(16))
    more = (
        Relation("far", ("s15",), Bearing.ATTACKS, "s0"),
        Relation("near", ("s2",), Bearing.SUPPORTS, "s1"),
    )
    argument_map = ArgumentMap(statements=(said("c", "Claim"), *reasons), relations=ties + more)
    elements = by_id(parsed(svg(argument_map, USUAL)))
    assert sorted(t.text or "" for t in elements["far"].iter(f"{SVG}text")) == ["1", "1", "−"]
    assert text_of(elements["near"]) == "+"
    arrow = lay_out(argument_map, USUAL).arrow_by_id["far"]
    lines = [one.text for one in arrow.edges[-1].operations if isinstance(one, Text)]
    assert sorted(lines) == ["1", "1", "−"], "in the picture, too, which all else plays"


@pytest.mark.parametrize("direction", Direction)
def test_it_has_the_geometry_of_the_picture(direction: Direction) -> None:
    argument_map = ArgumentMap(
        statements=(*FRAMED.statements, said("more", "More " * 30, Kind.CLAIM)),
        relations=FRAMED.relations,
        groups=FRAMED.groups,
    )
    picture = lay_out(argument_map, DrawingOptions(LIGHT, direction=direction))
    root = parsed(svg(argument_map, DrawingOptions(LIGHT, direction=direction)))
    assert root.get("viewBox") == f"0 0 {picture.width:g} {picture.height:g}"
    for group in root.findall(f"{SVG}g"):
        right, down = _numbers(group.get("transform", ""))
        for element in group.findall(f"{SVG}g[@class='node']"):
            card = picture.card_by_id.get(element.get("id", ""))
            path = element.find(f"{SVG}path")
            if card and path is not None:
                numbers = _numbers(path.get("d", ""))
                left, top = min(numbers[::2]) + right, min(numbers[1::2]) + down
                assert (left, top) == pytest.approx((card.x, card.y), abs=0.1)


def test_an_empty_map_is_an_empty_svg() -> None:
    root = parsed(svg(ArgumentMap(), DrawingOptions(LIGHT, engine=graphviz.Engine("/nowhere/dot"))))
    assert [child.tag for child in root] == [f"{SVG}{name}" for name in ("title", "desc", "rect")]


def test_the_same_map_gives_the_same_bytes() -> None:
    assert svg(FRAMED, USUAL) == svg(FRAMED, USUAL)


def _numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?[\d.]+", text)]


def _letters(text: str) -> str:
    return "".join(text.split()).replace("\u200e", "").replace("\u200f", "")


LINKED = ArgumentMap(
    statements=(
        Statement(
            "a",
            "See https://example.org/plan?a=1&b=2 today, not javascript:alert(1).",
            cites=(Cite("plan"), Cite("script"), Cite("file")),
        ),
    ),
    sources=(
        Source("plan", title="The plan", url="https://example.org/<plan>"),
        Source("script", title="A script", url="javascript:alert(1)"),
        Source("file", title="A file", url="file:///etc/passwd"),
    ),
)


def test_addresses_of_the_web_are_links_and_nothing_else_is() -> None:
    root = parsed(drawn(LINKED, USUAL).content)
    found = [(a.text, a.get("href")) for a in root.iter(f"{SVG}a")]
    assert "".join(str(text) for text, _ in found) == "https://example.org/plan?a=1&b=2"
    assert {to for _, to in found} == {"https://example.org/plan?a=1&b=2"}


def test_a_source_is_a_link_and_its_line_reads_as_before() -> None:
    sourced = replace(
        LINKED,
        statements=(Statement("a", "Yes.", said_by="The town", cites=LINKED.statements[0].cites),),
        sources=(Source("plan", title="The plan", url="https://example.org/"), *LINKED.sources[1:]),
    )
    root = parsed(drawn(sourced, USUAL).content)
    lines = ["".join(line.itertext()) for line in root.iter(f"{SVG}text")]
    assert lines[-1] == "The town, The plan; A script; A file"
    ((text, to),) = [(a.text, a.get("href")) for a in root.iter(f"{SVG}a")]
    assert (text, to) == ("The plan", "https://example.org/")
    assert root.get("role") == "group"


def test_a_picture_in_a_page_has_no_links() -> None:
    assert b"<a " in drawn(LINKED, USUAL).content
    assert b"<a " not in svg(LINKED, USUAL)
