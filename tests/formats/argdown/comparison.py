"""A document as we read it and Argdown's own model of it, in terms in which they can be equal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from argmap.formats.argdown.document import Document, Element, Node

Model = dict[str, Any]
Ends = tuple[str, tuple[str, str], tuple[str, str]]

_UNTITLED = re.compile(r"Untitled \d+")
_NUMBER = re.compile(r"\bu\d+\b")


def said(element: Model) -> str:
    """Return a text without the tags at its end, which Argdown leaves there."""
    return _bare(element["text"], element["tags"])


def _bare(text: str, tags: list[str]) -> str:
    text = " ".join(text.split())
    for tag in reversed(tags * 3):
        for written in (f"#{tag}", f"#({tag})"):
            text = text.removesuffix(written).rstrip()
    return text


def heading(title: str) -> str:
    """Return the title of a section without the tags at its end, which Argdown leaves there."""
    return re.sub(r"(\s+#(\w[\w-]*|\([^)]*\)))+$", "", title.strip())


def edges(found: Iterable[Ends]) -> set[Ends]:
    """Return relations less those of a thing with itself, of which Argdown loses some."""
    kinds = {"entails": "support", "contrary": "contradictory"}
    named = set()
    for kind, start, end in found:
        first, last = (
            sorted([start, end]) if kind in ("contrary", "contradictory") else (start, end)
        )
        named.add((kinds.get(kind, kind), first, last))
    return {(kind, start, end) for kind, start, end in named if start != end}


def names(texts: dict[str, str]) -> dict[str, str]:
    """Return the titles, and for what has none the number in its text, or its place.

    Argdown counts arguments without a title among the statements without one.
    """
    untitled = sorted((t for t in texts if _UNTITLED.fullmatch(t)), key=lambda t: int(t.split()[1]))
    places = {title: f"untitled {place}" for place, title in enumerate(untitled)}
    numbers = {title: _NUMBER.search(texts[title]) for title in untitled}
    return {t: n[0] if (n := numbers.get(t)) else places.get(t, t) for t in texts}


def ours(document: Document) -> Model:
    titles = names({title: each.text for title, each in document.statements.items()})
    sections = document.sections

    def element(each: Element) -> tuple[str, list[str], str]:
        section = sections[each.section].title if each.section >= 0 else ""
        return each.text, sorted(each.tags), section

    def end(node: Node) -> tuple[str, str]:
        if node.sort == "i":
            return "i", titles[document.steps[node.title][node.step].conclusion]
        return node.sort, titles[node.title] if node.sort == "s" else node.title

    steps = (step for found in document.steps.values() for step in found)
    return {
        "statements": {titles[title]: element(e) for title, e in document.statements.items()},
        "arguments": {title: element(e) for title, e in document.arguments.items() if e.titled},
        "steps": sorted((titles[step.conclusion], step.rules) for step in steps),
        "edges": edges((str(t.kind), end(t.source), end(t.target)) for t in document.edges),
        "sections": [
            (s.title, sections[s.parent].title if s.parent >= 0 else "") for s in sections
        ],
    }


def theirs(model: Model) -> Model:
    titles = names({title: each["text"] for title, each in model["statements"].items()})
    named = {t: e for t, e in model["arguments"].items() if not t.startswith("Untitled")}

    def element(each: Model) -> tuple[str, list[str], str]:
        return said(each), sorted(each["tags"]), heading(each["section"])

    def end(sort: str, title: str) -> tuple[str, str]:
        return sort, title if sort == "a" else titles[title]

    found = [(kind, a, b) for kind, a, b in model["relations"] if a[0] and b[0]]
    steps = (step for each in model["arguments"].values() for step in each["steps"])
    return {
        "statements": {titles[title]: element(e) for title, e in model["statements"].items()},
        "arguments": {title: element(each) for title, each in named.items()},
        "steps": sorted((titles[conclusion], rules) for conclusion, rules in steps),
        "edges": edges((kind, end(*a), end(*b)) for kind, a, b in found),
        "sections": [tuple(map(heading, pair)) for pair in model["sections"]],
    }
