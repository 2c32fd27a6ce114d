"""Nodesets of AIF for tests: made in short, and compared as multisets."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from argmap.formats.convert import loads
from argmap.formats.format import Imported
from argmap.formats.syntax.json_text import words

Json = dict[str, Any]


def content(text: str) -> Json:
    """Return the nodeset that a written file holds, of either dialect."""
    whole = json.loads(text)
    inner = whole.get("AIF", whole)
    assert isinstance(inner, dict)
    return inner


def nodes(aif: Json) -> Counter[tuple[str, ...]]:
    """Return the nodes as rows of what must come through unchanged."""
    return Counter(
        tuple(words(n.get(key)) for key in ("type", "text", "nodeID", "timestamp", "scheme"))
        for n in aif["nodes"]
    )


def edges(aif: Json) -> Counter[tuple[str, str, str]]:
    """Return the edges as (from, to, slot)."""
    return Counter(
        (words(e["fromID"]), words(e["toID"]), words(e.get("formEdgeID"))) for e in aif["edges"]
    )


def node(id_: str, kind: str, text: str = "", **fields: Any) -> Json:
    """Return a node; its text is made from its name unless it has one."""
    return {"nodeID": id_, "type": kind, "text": text or f"Text {id_}", **fields}


def nodeset(nodes: list[Json], pairs: str, **more: Any) -> Json:
    """Return a nodeset; pairs are written as `1>2 2>3`."""
    ends = [pair.split(">") for pair in pairs.split()]
    rows = [{"edgeID": f"e{n}", "fromID": a, "toID": b} for n, (a, b) in enumerate(ends)]
    return {"nodes": nodes, "edges": rows, **more}


def read(aif: Json) -> Imported:
    """Read a nodeset as AIFdb serves it."""
    return loads(json.dumps(aif), "aif", "x.json")


I1, I2, I3 = (node(id_, "I") for id_ in "123")


DIALOGUE = nodeset(
    [
        node("1", "I", "The pool should open."),
        node("2", "I", "People asked."),
        node("3", "RA", "Default Inference"),
        node("4", "L", "Ann : People asked."),
        node("5", "YA", "Asserting"),
        node("6", "I", "They were few."),
        node("7", "CA", "Default Conflict"),
        node("8", "MA", "Default Rephrase"),
        node("9", "CA", "Default Conflict"),
    ],
    "2>3 3>1 4>5 5>2 6>7 7>3 6>8 8>2 7>9",
)
"""A support, an undercut of it, who said it and how it was put otherwise."""
