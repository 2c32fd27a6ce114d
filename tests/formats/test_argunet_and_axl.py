"""Argumentative's and Argunet's files; their samples are read in test_read."""

from __future__ import annotations

import re

import pytest

from argmap.formats.convert import loads
from argmap.formats.format import Imported
from tests.formats.shapes import Shape, shape, told


def axl(body: str) -> Imported:
    return loads(f"<argument>{body}</argument>", "axl", "x.axl")


def part(name: str, text: str, *parts: str) -> str:
    return f"<{name}><title>{text}</title>{''.join(parts)}</{name}>"


@pytest.mark.parametrize(
    ("body", "expected", "messages"),
    [
        (part("premise", "p", part("reason", "q")), [(("q",), "supports", "p")], []),
        (part("premise", "p", part("objection", "q")), [(("q",), "attacks", "p")], []),
        (
            part("premise", "p", part("objection", "q", part("helper", "r"))),
            [(("q", "r"), "attacks", "p")],
            [],
        ),
        (
            part("premise", "p", part("reason", "q", part("helper", "r", part("reason", "s")))),
            [(("q", "r"), "supports", "p"), (("s",), "supports", "r")],
            [],
        ),
        (
            part("premise", "p", part("reason", "q", part("reason", "s"), part("helper", "r"))),
            [(("q", "r"), "supports", "p"), (("s",), "supports", "q")],
            [],
        ),
        (
            part("premise", "p", part("helper", "q")),
            [(("q",), "supports", "p")],
            ["that a helper stands beside the claim (1): q"],
        ),
        (part("premise", "p") + part("premise", "q"), [], []),
        ("<created>1</created><modified>2</modified>", [],
         ["dates of the file (2): created, modified"]),
    ],
)  # fmt: skip
def test_argumentative_reasons_objections_and_helpers(
    body: str, expected: Shape, messages: list[str]
) -> None:
    found = axl(body)
    assert (shape(found), told(found)) == (expected, messages)


def argml(nodes: str, edges: str = "") -> Imported:
    """Read nodes, and edges written as `kind:a.p>b.q`; `.p` may be missing."""
    rows = []
    for row in edges.split():
        kind, ends = row.split(":")
        (a, _, p), (b, _, q) = (end.partition(".") for end in ends.split(">"))
        rows.append(
            f'<arg:edge type="{kind}" sourceNodeId="{a}" sourcePropositionId="{p}"'
            f' targetNodeId="{b}" targetPropositionId="{q}"/>'
        )
    return loads(
        '<graphml xmlns:arg="http://www.argunet.org/xml/argml">'
        f"<graph>{nodes}{''.join(rows)}</graph></graphml>",
        "argml",
        "x.argml",
    )


def box(id_: str, propositions: str = "", *, title: str = "", note: str = "") -> str:
    """Return an argument; propositions are written as `p q |c`, where `|` starts a conclusion."""
    listed = "".join(
        f'<arg:proposition id="{word.lstrip("|")}" index="{n}"'
        f' type="{"conclusion" if word[0] == "|" else "premise"}">'
        f"<arg:content>{word.lstrip('|')}</arg:content></arg:proposition>"
        for n, word in enumerate(propositions.split())
    )
    return (
        f'<node id="n{id_}"><data><arg:argument id="{id_}"><arg:title>{title}</arg:title>'
        f"<arg:description>{note}</arg:description>{listed}</arg:argument></data></node>"
    )


@pytest.mark.parametrize(
    ("nodes", "edges", "expected"),
    [
        (box("A", "p q |c"), "", [(("p", "q"), "supports", "c")]),
        (box("A", "p |c q |d"), "", [(("p",), "supports", "c"), (("c", "q"), "supports", "d")]),
        (box("A", "|t") + box("B", "|u"), "attack:B>A", [(("u",), "attacks", "t")]),
        (box("A", "|t") + box("B", "|u"), "support:B.u>A.t", [(("u",), "supports", "t")]),
        (
            box("A", "p |c") + box("B", "|u"),
            "attack:B>A",
            [(("p",), "supports", "c"), (("u",), "attacks", "r")],
        ),
        (
            box("A", "p |c") + box("B", "|u"),
            "sketchedAttack:B>A.p",
            [(("p",), "supports", "c"), (("u",), "attacks", "p")],
        ),
        (
            box("A", "p |c") + box("B", "|u"),
            "sketchedSupport:A>B",
            [(("p",), "supports", "c"), (("c",), "supports", "u")],
        ),
        (box("A", title="T") + box("B", note="N"), "attack:A>B", [(("T",), "attacks", "N")]),
        (box("A", "|c p"), "", []),
    ],
)
def test_argml_arguments_are_steps_and_edges_bear_on_propositions_or_on_the_step(
    nodes: str, edges: str, expected: Shape
) -> None:
    found = argml(nodes, edges)
    assert shape(found) == expected
    assert told(found) == []


def test_argml_a_proposition_in_several_nodes_is_one_statement() -> None:
    thesis = (
        '<node id="n0"><data key="d0"><arg:thesis id="T"><arg:title>Untitled</arg:title>'
        "<arg:content>c</arg:content></arg:thesis></data></node>"
    )
    nodes = thesis + box("A", "p |T") + box("B", "T |d")
    nodes = nodes.replace("<arg:content>T</arg:content>", "<arg:content>c</arg:content>")
    found = argml(nodes, "support:A.T>T.T")
    assert [(s.text, s.title) for s in found.argument_map.statements] == [
        ("c", ""),
        ("p", ""),
        ("d", ""),
    ]
    assert shape(found) == [(("p",), "supports", "c"), (("c",), "supports", "d")]
    assert (told(found), found.losses) == ([], ())


def test_argml_another_wording_of_a_proposition_is_a_loss() -> None:
    again = box("B", "p |d").replace("<arg:content>p<", "<arg:content>q<")
    found = argml(box("A", "p |c") + again, "")
    assert [s.text for s in found.argument_map.statements] == ["p", "c", "d"]
    assert [str(loss) for loss in found.losses] == ["other wordings of a proposition (1): p"]


@pytest.mark.parametrize("index", ["²", "9" * 5000, "", "x"])
def test_argml_a_place_that_is_no_number_is_no_danger(index: str) -> None:
    node = re.sub('index="[^"]*"', f'index="{index}"', box("A", "p |c"))
    assert shape(argml(node, "")) == [(("p",), "supports", "c")]


@pytest.mark.parametrize("edges", ["attack:A>Z", "attack:Z>A", "attack:A>A", "support:A.p>A.p"])
def test_argml_edges_that_lead_nowhere_are_told(edges: str) -> None:
    found = argml(box("A", "|p"), edges)
    assert (shape(found), told(found)) == ([], ["An edge that leads nowhere is left out."])
    assert found.problems[0].where.line == 1


@pytest.mark.parametrize(
    ("node", "text", "title", "note"),
    [
        (box("A", "|p", title="T", note="N"), "p", "T", "N"),
        (box("A", "|p", title="p"), "p", "", ""),
        (box("A", title="T", note="N"), "N", "T", ""),
        (box("A", title="T"), "T", "", ""),
        (box("A", note="N"), "N", "", ""),
    ],
)
def test_argml_a_node_of_one_proposition_or_none_is_a_statement(
    node: str, text: str, title: str, note: str
) -> None:
    (statement,) = argml(node).argument_map.statements
    assert (statement.text, statement.title, statement.note) == (text, title, note)
