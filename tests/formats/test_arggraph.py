"""arggraph: edges to edges, segments, and what is told; its sample is read in test_read."""

from __future__ import annotations

import pytest

from argmap.formats.convert import loads
from argmap.formats.format import Imported
from tests.formats.shapes import Shape, shape, told


def arggraph(edges: str, more: str = "", root: str = "") -> Imported:
    """Read units a to d, each of one segment with that text; edges are written as `id:a>b:sup`."""
    units = "".join(f'<edu id="e{u}">{u}</edu><adu id="{u}" type="pro"/>' for u in "abcd")
    units += "".join(f'<edge id="s{u}" src="e{u}" trg="{u}" type="seg"/>' for u in "abcd")
    for row in edges.split():
        id_, ends, kind = row.split(":")
        source, target = ends.split(">")
        units += f'<edge id="{id_}" src="{source}" trg="{target}" type="{kind}"/>'
    return loads(f"<arggraph {root}>{units}{more}</arggraph>", "arggraph", "x.arggraph")


@pytest.mark.parametrize(
    ("edges", "expected", "messages"),
    [
        ("1:b>a:sup", [(("b",), "supports", "a")], []),
        ("1:b>a:exa", [(("b",), "supports", "a")], []),
        ("1:b>a:reb", [(("b",), "attacks", "a")], []),
        ("1:b>a:sup 2:c>1:und", [(("b",), "supports", "a"), (("c",), "attacks", "r")], []),
        ("2:c>1:und 1:b>a:sup", [(("c",), "attacks", "r-2"), (("b",), "supports", "a")], []),
        ("1:b>a:sup 2:c>1:add", [(("b", "c"), "supports", "a")], []),
        ("1:b>a:sup 2:c>1:add 3:d>2:add", [(("b", "c", "d"), "supports", "a")], []),
        (
            "1:b>a:reb 2:c>1:und 3:d>2:und",
            [(("b",), "attacks", "a"), (("c",), "attacks", "r"), (("d",), "attacks", "r-2")],
            [],
        ),
        ("1:b>a:rel", [], ["edges of other kinds (1): 1 (rel)"]),
        ("1:b>z:sup", [], ["What “z” names is not in the file."]),
        ("1:z>a:sup", [], ["A premise is not in the file: “z”."]),
        ("1:b>2:und 2:c>1:und", [], [
            "A relation on “2” leads to no statement; it is left out.",
            "A relation on “1” leads to no statement; it is left out.",
        ]),
        ("1:c>z:add", [], ["premises added to no edge (1): 1"]),
        ("1:c>2:add 2:d>1:add", [], ["premises added to no edge (2): 1, 2"]),
    ],
)  # fmt: skip
def test_arggraph_edges_may_lead_to_edges(edges: str, expected: Shape, messages: list[str]) -> None:
    found = arggraph(edges)
    assert (shape(found), told(found)) == (expected, messages)


def test_arggraph_units_are_made_of_their_segments_in_the_order_of_the_edges() -> None:
    more = (
        '<edu id="e1" implicit="true">so</edu><edu id="e2" implicit="true">on</edu>'
        '<edu id="e3">spoken</edu><edu id="e4">loose</edu>'
        '<adu id="u" type="opp"/><adu id="v" type="opp"/>'
        '<edge id="x" src="e2" trg="u" type="seg"/><edge id="y" src="e1" trg="u" type="seg"/>'
        '<edge id="z" src="e3" trg="v" type="seg"/><edge id="w" src="gone" trg="v" type="seg"/>'
    )
    found = arggraph("", more, 'topic_id="public_pools" stance="con"')
    last = found.argument_map.statements[4:]
    assert [(s.text, s.implicit, s.tags) for s in last] == [
        ("on so", True, ("opponent",)),
        ("spoken", False, ("opponent",)),
    ]
    assert found.argument_map.title == "public pools"
    assert told(found) == [
        "segments that no unit holds (1): e4",
        "the stance of the whole text (1): con",
    ]


def test_arggraph_segments_reach_their_unit_by_way_of_a_joint() -> None:
    more = (
        '<edu id="e1">Sharks!</edu><edu id="e2">Beware.</edu><joint id="j"/>'
        '<adu id="u" type="pro"/><edge id="x" src="e1" trg="j" type="seg"/>'
        '<edge id="y" src="e2" trg="j" type="seg"/><edge id="z" src="j" trg="u" type="seg"/>'
    )
    found = arggraph("", more)
    assert found.argument_map.statements[-1].text == "Sharks! Beware."
    assert told(found) == []


def test_arggraph_a_segment_of_two_units_is_in_both() -> None:
    found = arggraph("", '<edge id="x" src="ea" trg="b" type="seg"/>')
    assert [s.text for s in found.argument_map.statements] == ["a", "b a", "c", "d"]
    assert told(found) == []
