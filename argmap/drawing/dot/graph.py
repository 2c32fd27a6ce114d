r"""DOT as a text.

Attributes stand in the order of their names, so that the text of a map is the same on every
machine; a node's label stands before them. What is no plain name or number is quoted, and a
backslash means itself; a text between `<` and `>` is HTML, and stays as it is.

The `graphviz` package would write the very same, but to load it, and what it loads, took a quarter
of the time in which a command draws a small map, and its quoting a tenth of that for a large one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_KEYWORDS = {"node", "edge", "graph", "digraph", "subgraph", "strict"}
_plain = re.compile(r"[a-zA-Z_][a-zA-Z0-9_]*|-?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)").fullmatch


class Graph:
    """A directed graph on its way to DOT; names of nodes and subgraphs are ours, and plain."""

    def __init__(self, name: str) -> None:
        self._parts = [f"digraph {quoted(name)} {{\n"]

    def defaults(self, of: str, attributes: Mapping[str, str]) -> None:
        """Say what all of a kind have: `graph`, `node` or `edge`."""
        if attributes:
            self._parts.append(f"\t{of}{_listed(attributes)}\n")

    def node(self, name: str, attributes: Mapping[str, str]) -> None:
        """Add a node."""
        self._parts.append(f"\t{quoted(name)}{_listed(attributes)}\n")

    def edge(self, tail: str, head: str, attributes: Mapping[str, str]) -> None:
        """Add an edge."""
        self._parts.append(f"\t{quoted(tail)} -> {quoted(head)}{_listed(attributes)}\n")

    def cluster(self, number: int, attributes: Mapping[str, str]) -> None:
        """Add a cluster that holds nothing but its own attributes."""
        self._parts.append(f"\tsubgraph cluster_{number} {{\n\t\t{_said(attributes)}\n\t}}\n")

    def text(self) -> str:
        """Return the whole text."""
        return "".join((*self._parts, "}\n"))


def quoted(value: str) -> str:
    """Return a value as it stands in DOT."""
    if _plain(value) and value.lower() not in _KEYWORDS:
        return value
    if value.startswith("<") and value.endswith(">"):
        return value
    if "\\" in value:
        value = value.replace("\\", "\\\\")
    if '"' in value:
        value = value.replace('"', '\\"')
    return f'"{value}"'


def _listed(attributes: Mapping[str, str]) -> str:
    return f" [{_said(attributes)}]" if attributes else ""


def _said(attributes: Mapping[str, str]) -> str:
    named = sorted(attributes, key=_label_first)
    return " ".join([f"{name}={quoted(attributes[name])}" for name in named])


def _label_first(name: str) -> tuple[bool, str]:
    return name != "label", name
