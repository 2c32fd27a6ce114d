"""DOT as a text: a graph's statements one after the other, every value quoted where it has to be.

Attributes stand in the order of their names, so that the text of a map is the same on every
machine; a node's label stands before them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*|-?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)")
"""What DOT takes without quotes: names and numbers (https://graphviz.org/doc/info/lang.html)."""
_KEYWORDS = frozenset({"node", "edge", "graph", "digraph", "subgraph", "strict"})


class Graph:
    """A directed graph on its way to DOT; names of nodes and subgraphs are ours, and plain."""

    def __init__(self, name: str) -> None:
        self._lines = [f"digraph {name} {{"]

    def defaults(self, of: str, attributes: Mapping[str, str]) -> None:
        """Say what all of a kind have: `graph`, `node` or `edge`."""
        self._lines.append(f"\t{of} [{_listed(attributes)}]")

    def node(self, name: str, attributes: Mapping[str, str]) -> None:
        """Add a node."""
        label, rest = attributes["label"], {k: v for k, v in attributes.items() if k != "label"}
        self._lines.append(f"\t{name} [label={quoted(label)} {_listed(rest)}]")

    def edge(self, tail: str, head: str, attributes: Mapping[str, str]) -> None:
        """Add an edge."""
        self._lines.append(f"\t{tail} -> {head} [{_listed(attributes)}]")

    def cluster(self, number: int, attributes: Mapping[str, str]) -> None:
        """Add a cluster that holds nothing but its own attributes."""
        self._lines += [f"\tsubgraph cluster_{number} {{", f"\t\t{_listed(attributes)}", "\t}"]

    def text(self) -> str:
        """Return the whole text."""
        return "\n".join((*self._lines, "}\n"))


def quoted(value: str) -> str:
    """Return a value as it stands in DOT; one in angle brackets is HTML, and stays as it is."""
    if value.startswith("<") and value.endswith(">"):
        return value
    if _PLAIN.fullmatch(value) and value.lower() not in _KEYWORDS:
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _listed(attributes: Mapping[str, str]) -> str:
    return " ".join([f"{name}={quoted(value)}" for name, value in sorted(attributes.items())])
