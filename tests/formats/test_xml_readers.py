"""LKIF, AML, arggraph, Argumentative and ArgML: what each part becomes, and what is told.

Their samples are read as whole documents in test_read.
"""

from __future__ import annotations

import pytest

from argmap.errors import ArgmapError
from argmap.formats import xml_text
from argmap.formats.convert import loads
from argmap.formats.format import Imported
from argmap.model.kinds import Judgement

Shape = list[tuple[tuple[str, ...], str, str]]


def shape(found: Imported) -> Shape:
    """Give each relation as premises, what it does, and its target, by text or by relation id."""
    text = {s.id: s.text for s in found.argument_map.statements}
    return [
        (tuple(text[p] for p in r.premises), str(r.bearing), text.get(r.target, r.target))
        for r in found.argument_map.relations
    ]


def told(found: Imported) -> list[str]:
    return [*map(str, found.losses), *(p.message for p in found.problems)]


# LKIF


def lkif(arguments: str, statements: str = "", head: str = "") -> Imported:
    """Read a graph of the statements p, q and r, each its own text."""
    plain = "".join(f'<statement id="{id_}"><s>{id_}</s></statement>' for id_ in "pqr")
    return loads(
        f"<lkif><argument-graph {head}><statements>{plain}{statements}</statements>"
        f"<arguments>{arguments}</arguments></argument-graph></lkif>",
        "lkif",
        "x.lkif",
    )


def premise(statement: str, **attributes: str) -> str:
    pairs = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f'<premise statement="{statement}"{pairs}/>'


def argument(
    premises: str, conclusion: str = '<conclusion statement="p"/>', **attributes: str
) -> str:
    pairs = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f'<argument id="a"{pairs}>{conclusion}<premises>{premises}</premises></argument>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (argument(premise("q")), [(("q",), "supports", "p")]),
        (argument(premise("q"), direction="pro"), [(("q",), "supports", "p")]),
        (argument(premise("q"), direction="con"), [(("q",), "attacks", "p")]),
        (argument(premise("q") + premise("r", type="assumption")), [(("q", "r"), "supports", "p")]),
        (
            argument(premise("q") + premise("r", type="exception")),
            [(("q",), "supports", "p"), (("r",), "attacks", "a")],
        ),
        (
            argument(premise("q", polarity="negative")),
            [(("q",), "attacks", "It is not the case that: q"),
             (("It is not the case that: q",), "supports", "p")],
        ),
        (
            argument(premise("q", polarity="negative") + premise("r", polarity="positive"))
            + argument(premise("q", polarity="negative"), '<conclusion statement="r"/>'),
            [(("q",), "attacks", "It is not the case that: q"),
             (("It is not the case that: q", "r"), "supports", "p"),
             (("It is not the case that: q",), "supports", "r")],
        ),
        (
            argument(premise("r", type="exception")),
            [(("What argument a takes for granted.",), "supports", "p"), (("r",), "attacks", "a")],
        ),
    ],
)  # fmt: skip
def test_lkif_arguments_their_directions_exceptions_and_denials(text: str, expected: Shape) -> None:
    found = lkif(text)
    assert shape(found) == expected
    assert found.problems == ()


@pytest.mark.parametrize(
    ("weight", "expected", "lost"),
    [
        ("0.25", 0.25, []),
        ("", 1, []),
        ("3", 3, []),
        ("0", 1, ["weights that are no positive numbers (1): a: 0"]),
        ("-1", 1, ["weights that are no positive numbers (1): a: -1"]),
        ("nan", 1, ["weights that are no positive numbers (1): a: nan"]),
        ("1e99", 1, ["weights that are no positive numbers (1): a: 1e99"]),
        ("heavy", 1, ["weights that are no positive numbers (1): a: heavy"]),
    ],
)
def test_lkif_weights_are_positive_numbers_or_told(
    weight: str, expected: float, lost: list[str]
) -> None:
    found = lkif(argument(premise("q"), weight=weight))
    assert [r.weight for r in found.argument_map.relations] == [expected]
    assert told(found) == lost


@pytest.mark.parametrize(
    ("value", "judgement"),
    [("true", Judgement.ACCEPTED), ("false", Judgement.REJECTED), ("unknown", None), ("", None)],
)
def test_lkif_values_are_judgements(value: str, judgement: Judgement | None) -> None:
    found = lkif("", f'<statement id="s" value="{value}">So\n  <b>it</b> is</statement>')
    statement = found.argument_map.statements[3]
    assert (statement.text, statement.judgement) == ("So it is", judgement)


@pytest.mark.parametrize(
    ("found", "messages"),
    [
        (lkif(argument(premise("q"), "")), ["arguments without a conclusion (1): a"]),
        (lkif(argument(premise("q", role="fact"))), ["roles of premises (1): a: fact"]),
        (lkif("", head='main-issue="p" title="T"'), ["main issues (1): p"]),
        (
            lkif("", '<statement id="s" standard="BA"><s>S</s></statement>'),
            ["standards of proof (1): s"],
        ),
        (lkif('<rule id="r1"/><rule>If a then b</rule>'), ["rules (2): r1, If a then b"]),
        (lkif('<source uri="http://x.y"/><theory id="t"/>'),
         ["sources (1): http://x.y", "theories (1): t"]),
        (lkif(argument(premise("z"))), ["A premise is not in the file: z."]),
        (lkif(argument(premise("z", polarity="negative"))), ["A premise is not in the file: z."]),
        (lkif(argument(premise("q"), '<conclusion statement="z"/>')),
         ["What “z” names is not in the file."]),
    ],
)  # fmt: skip
def test_lkif_tells_what_it_does_not_take_over(found: Imported, messages: list[str]) -> None:
    assert told(found) == messages


def test_lkif_keeps_the_names_and_titles_of_arguments_and_of_the_first_graph() -> None:
    found = lkif(argument(premise("q"), title="Because", scheme="Expert Opinion"), head='title="T"')
    (relation,) = found.argument_map.relations
    assert (relation.id, relation.note, relation.scheme) == ("a", "Because", "Expert Opinion")
    assert found.argument_map.title == "T"


# AML


def unit(text: str, *parts: str, missing: str = "no", more: str = "", offset: str = "-1") -> str:
    words = f'<PROPTEXT offset="{offset}">{text}</PROPTEXT>'
    return f'<AU><PROP missing="{missing}">{words}{more}</PROP>{"".join(parts)}</AU>'


def held(name: str, *units: str) -> str:
    return f"<{name}>{''.join(units)}</{name}>"


def aml(*parts: str) -> Imported:
    return loads(held("ARG", *parts), "aml", "x.aml")


def scheme(name: str) -> str:
    return f'<INSCHEME scheme="{name}" schid="0"/>'


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (unit("p", held("CA", unit("q"))), [(("q",), "supports", "p")]),
        (
            unit("p", held("CA", unit("q")), held("CA", unit("r"))),
            [(("q",), "supports", "p"), (("r",), "supports", "p")],
        ),
        (unit("p", held("LA", unit("q"), unit("r"))), [(("q", "r"), "supports", "p")]),
        (unit("p", held("REFUTATION", unit("q"))), [(("q",), "attacks", "p")]),
        (
            unit("p", held("CA", unit("q", held("REFUTATION", unit("r"))))),
            [(("q",), "supports", "p"), (("r",), "attacks", "q")],
        ),
        (unit("p", held("CA")), []),
        (unit("p") + unit("q"), []),
    ],
)
def test_aml_premises_stand_alone_or_together_and_refutations_attack(
    tree: str, expected: Shape
) -> None:
    found = aml(tree)
    assert shape(found) == expected
    assert told(found) == []


def test_aml_a_step_has_the_first_scheme_of_its_premises_and_the_others_are_told() -> None:
    linked = unit("q", more=scheme("Sign")) + unit("r", more=scheme("Sign") + scheme("Analogy"))
    found = aml(unit("p", held("LA", linked), more=scheme("Popular")))
    assert [r.scheme for r in found.argument_map.relations] == ["Sign"]
    assert told(found) == ["further schemes of a step (1): Analogy"]


def test_aml_owners_say_it_and_what_is_missing_is_implicit() -> None:
    people = '<OWNER name="Ann"/><OWNER name=""/><OWNER name="Bob"/>'
    found = aml(unit("p", more=people, missing="yes"))
    (statement,) = found.argument_map.statements
    assert (statement.said_by, statement.implicit) == ("Ann, Bob", True)


@pytest.mark.parametrize(
    ("text", "offset", "at"),
    [("<TEXT>So p.</TEXT>", "3", ["3"]), ("<TEXT>So p.</TEXT>", "-1", []), ("", "3", [])],
)
def test_aml_what_stands_in_the_text_is_quoted(text: str, offset: str, at: list[str]) -> None:
    (statement,) = aml(text, unit("p", offset=offset)).argument_map.statements
    assert [(cite.quote, cite.at) for cite in statement.cites] == [("p", place) for place in at]


def test_aml_remarks_and_definitions_of_schemes_are_told_and_its_author_kept() -> None:
    found = aml(
        "<SCHEMESET><SCHEME><NAME>Sign</NAME></SCHEME></SCHEMESET>",
        "<EDATA><AUTHOR>Ann</AUTHOR><DATE>2026</DATE><SOURCE></SOURCE></EDATA>",
        unit("p"),
    )
    assert found.argument_map.authors == ("Ann",)
    assert told(found) == ["definitions of schemes (1): Sign", "remarks on the file (1): DATE"]


def test_aml_a_unit_without_a_proposition_is_a_statement_without_words() -> None:
    found = aml(held("AU", held("CA", unit("q"))))
    assert shape(found) == [(("q",), "supports", "")]


# arggraph


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
        ("1:z>a:sup", [], ["A premise is not in the file: z."]),
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


# Argumentative


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


# ArgML


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
    """Give an argument; propositions are written as `p q |c`, where `|` starts a conclusion."""
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


# What all of them share


READERS = ["lkif", "aml", "arggraph", "axl", "argml"]


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("", "This is not well-formed XML: no element found.", (1, 1)),
        ("<a>\n<b>\n</a>", "This is not well-formed XML: mismatched tag.", (3, 3)),
        ("<a>\n  <b", "This is not well-formed XML: unclosed token.", (2, 3)),
        ("<a x='1' x='2'/>", "This is not well-formed XML: duplicate attribute.", (1, 10)),
        ("<a>&b;</a>", "This is not well-formed XML: undefined entity.", (1, 4)),
        ("<a/>\n<b/>", "This is not well-formed XML: junk after document element.", (2, 1)),
        ('<!DOCTYPE a [\n<!ENTITY b "c">]><a>&b;</a>', "declares entities", (2, 12)),
        ('<!DOCTYPE a [<!ENTITY % b SYSTEM "file:///c">]><a/>', "declares entities", (1, 45)),
        ('<!DOCTYPE a SYSTEM "c.dtd">\n<a>&b;</a>', "uses the entity &b;", (2, 4)),
        ("<a>" * 6000, "nested more than 5000 levels deep", (1, 15001)),
        ("just words", "This is not well-formed XML: syntax error.", (1, 1)),
    ],
)  # fmt: skip
def test_xml_that_is_malformed_or_declares_something_is_refused_with_its_place(
    name: str, text: str, message: str, place: tuple[int, int]
) -> None:
    with pytest.raises(ArgmapError, match=message) as error:
        loads(text, name, "x.xml")
    where = error.value.where
    assert (where.file, where.line, where.column) == ("x.xml", *place)


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("text", ["<a/>", "<!-- c --><a>words<b/></a>", "<?x y?><a b='c'/>"])
def test_xml_of_another_kind_is_an_empty_map(name: str, text: str) -> None:
    m = loads(text, name).argument_map
    assert (m.statements, m.relations) == ((), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a & b", "a &amp; b"),
        ('<a href="b">', "&lt;a href=&quot;b&quot;&gt;"),
        ("a\tb\r\nc", "a&#9;b&#13;&#10;c"),
        ("a\x00b\x1b\ud800\uffffc", "abc"),
        ("]]>", "]]&gt;"),
        ("é 漢 😀", "é 漢 😀"),
    ],
)  # fmt: skip
def test_text_is_written_so_that_it_fits_content_and_attributes(text: str, expected: str) -> None:
    assert xml_text.escape(text) == expected
    assert xml_text.element("t", text, {"x": text, "y": ""}) == f'<t x="{expected}">{expected}</t>'


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("<lkif/>", True),
        ("\ufeff \n<lkif>", True),
        ("<?xml version='1.0'?><!-- <aml> --><x:lkif a='b'>", True),
        ("<!DOCTYPE lkif><lkif/>", True),
        ("<lkif2/>", False),
        ("<a><lkif/></a>", False),
        ("lkif", False),
        ("x <lkif/>", False),
    ],
)
def test_the_root_of_an_xml_text_is_known_by_looking_only(text: str, yes: bool) -> None:
    assert xml_text.root_is(text, "lkif") is yes
