"""LKIF argument graphs of Carneades: statements, and arguments pro and con with premises.

A premise that is an exception undercuts the argument. A negative premise is a statement of its own,
which the one that it denies attacks.
"""

from __future__ import annotations

from argmap.formats.format import Imported
from argmap.formats.premiseless import unstated
from argmap.formats.sketch import Sketch
from argmap.formats.xml_text import Element, parse
from argmap.model.kinds import Bearing, Judgement

_VALUES = {"true": Judgement.ACCEPTED, "false": Judgement.REJECTED}
_MOST = 1e9
_UNREAD = {"rule": "rules", "source": "sources", "theory": "theories"}


def read(text: str, file: str) -> Imported:
    """Read all argument graphs of a file into one map."""
    root = parse(text, file, "lkif")
    sketch = Sketch(file)
    elements = list(root.walk())
    for element in elements:
        if element.name == "statement" and element.get("id"):
            judgement = _VALUES.get(element.get("value"))
            words = " ".join((element.text("s") or element.text()).split())
            sketch.statement(element.get("id"), words, judgement=judgement)
            if element.get("standard"):
                sketch.lose("standards of proof", element.get("id"))
    for element in elements:
        if element.name == "argument" and element.get("id"):
            _argument(sketch, element)
        elif element.name in _UNREAD:
            name = element.get("id") or element.get("uri") or element.text()[:40]
            sketch.lose(_UNREAD[element.name], name)
    graphs = [e for e in elements if e.name == "argument-graph"]
    sketch.lose("main issues", *filter(None, (graph.get("main-issue") for graph in graphs)))
    return sketch.finish(title=next((graph.get("title") for graph in graphs), ""))


def _argument(sketch: Sketch, argument: Element) -> None:
    conclusion = argument.child("conclusion")
    premises = [e for e in argument.walk() if e.name == "premise"]
    exceptions = [e for e in premises if e.get("type") == "exception"]
    ordinary = [_premise(sketch, e) for e in premises if e not in exceptions]
    if conclusion is None:
        sketch.lose("arguments without a conclusion", argument.get("id"))
        return
    key = ("argument", argument.get("id"))
    sketch.relation(
        ordinary or [unstated(sketch, argument.get("id"))],
        Bearing.ATTACKS if argument.get("direction") == "con" else Bearing.SUPPORTS,
        conclusion.get("statement"),
        key=key,
        wish=argument.get("id"),
        line=argument.line,
        scheme=argument.get("scheme"),
        weight=_weight(sketch, argument),
        note=argument.get("title"),
    )
    for exception in exceptions:
        sketch.relation([exception.get("statement")], Bearing.ATTACKS, key, line=exception.line)
    roles = (f"{argument.get('id')}: {e.get('role')}" for e in premises if e.get("role"))
    sketch.lose("roles of premises", *roles)


def _premise(sketch: Sketch, premise: Element) -> object:
    id_ = premise.get("statement")
    if premise.get("polarity") != "negative" or id_ not in sketch:
        return id_
    key = ("not", id_)
    if key not in sketch:
        sketch.statement(key, f"It is not the case that: {sketch.get(id_).text}")
        sketch.relation([id_], Bearing.ATTACKS, key)
    return key


def _weight(sketch: Sketch, argument: Element) -> float:
    """Return the weight of an argument; 1 where it has none, or none that is more than nothing."""
    words = argument.get("weight")
    try:
        weight = float(words or 1)
    except ValueError:
        weight = 0
    if 0 < weight < _MOST:
        return weight
    sketch.lose("weights that are no positive numbers", f"{argument.get('id')}: {words}")
    return 1
