"""LKIF argument graphs of Carneades: statements, and arguments pro and con with premises.

A premise that is an exception undercuts the argument. A negative premise is a statement of its own,
which the one that it denies attacks.
"""

from __future__ import annotations

from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.building.missing_premises import READING, add_missing_premise
from argmap.formats.building.unknown_parts import INSIDE, TEXT, report_unknown_elements
from argmap.formats.format import Format, Imported
from argmap.formats.syntax.xml_text import Element, parse, root_named
from argmap.model.kinds import Bearing, Judgement

_VALUES = {"true": Judgement.ACCEPTED, "false": Judgement.REJECTED}
_MOST = 1e9
_UNREAD = {"rule": "rules", "source": "sources", "theory": "theories"}
_KNOWN = {
    **dict.fromkeys(("argument-graphs", "statements", "arguments", "premises", "sources"), ""),
    **dict.fromkeys(("theories", "rules"), ""),
    **dict.fromkeys(("s", *_UNREAD), INSIDE),
    "lkif": "version",
    "argument-graph": "id title main-issue",
    "statement": f"id value assumption standard {TEXT}",
    "argument": "id title direction scheme weight",
    "conclusion": "statement exception",
    "premise": "polarity type role statement",
}


def read(text: str, file: str) -> Imported:
    """Return one map of all argument graphs of a file."""
    root = parse(text, file, "lkif")
    builder = MapBuilder(file)
    elements = list(root.walk())
    for element in elements:
        if element.name == "statement":
            judgement = _VALUES.get(element.get("value"))
            words = " ".join(element.text().split())
            builder.add_statement(element.get("id"), words, judgement=judgement)
            if element.get("standard"):
                builder.add_loss("standards of proof", element.get("id"))
    for element in elements:
        if element.name == "argument":
            _argument(builder, element)
        elif element.name in _UNREAD:
            name = element.get("id") or element.get("uri") or element.text()[:40]
            builder.add_loss(_UNREAD[element.name], name)
    graphs = [e for e in elements if e.name == "argument-graph"]
    builder.add_loss("main issues", *filter(None, (graph.get("main-issue") for graph in graphs)))
    report_unknown_elements(builder, root, _KNOWN)
    return builder.build(title=next((graph.get("title") for graph in graphs), ""))


def _argument(builder: MapBuilder, argument: Element) -> None:
    conclusion = argument.child("conclusion")
    premises = [e for e in argument.walk() if e.name == "premise"]
    exceptions = [e for e in premises if e.get("type") == "exception"]
    ordinary = [_premise(builder, e) for e in premises if e not in exceptions]
    id_ = argument.get("id") or f"line {argument.line}"
    if conclusion is None:
        builder.add_loss("arguments without a conclusion", id_)
        return
    key = ("argument", id_)
    builder.add_relation(
        ordinary or [add_missing_premise(builder, id_)],
        Bearing.ATTACKS if argument.get("direction") == "con" else Bearing.SUPPORTS,
        conclusion.get("statement"),
        key=key,
        wish=argument.get("id"),
        line=argument.line,
        scheme=argument.get("scheme"),
        weight=_weight(builder, argument),
        note=argument.get("title"),
    )
    for exception in exceptions:
        builder.add_relation(
            [exception.get("statement")], Bearing.ATTACKS, key, line=exception.line
        )
    roles = (f"{id_}: {e.get('role')}" for e in premises if e.get("role"))
    builder.add_loss("roles of premises", *roles)


def _premise(builder: MapBuilder, premise: Element) -> object:
    id_ = premise.get("statement")
    if premise.get("polarity") != "negative" or id_ not in builder:
        return id_
    key = ("not", id_)
    if key not in builder:
        builder.add_statement(key, f"It is not the case that: {builder.get(id_).text}")
        builder.add_relation([id_], Bearing.ATTACKS, key)
    return key


def _weight(builder: MapBuilder, argument: Element) -> float:
    """Return the weight of an argument; 1 where it has none, or none that is more than nothing."""
    words = argument.get("weight")
    try:
        weight = float(words or 1)
    except ValueError:
        weight = 0
    if 0 < weight < _MOST:
        return weight
    builder.add_loss("weights that are no positive numbers", f"{argument.get('id')}: {words}")
    return 1


FORMAT = Format(
    name="lkif",
    title="LKIF",
    suffixes=(".lkif",),
    also=(".xml",),
    read=read,
    sniff=root_named("lkif"),
    reading=f"{READING} A negated premise is a statement that the denied one attacks.",
)
