"""DOT as a text, built and quoted by the `graphviz` package.

Attributes stand in the order of their names, so that the text of a map is the same on every
machine; a node's label stands before them.
"""

from __future__ import annotations

from collections.abc import Mapping

from graphviz import Digraph, escape


class Graph:
    """A directed graph on its way to DOT; names of nodes and subgraphs are ours, and plain."""

    def __init__(self, name: str) -> None:
        self._graph = Digraph(name)

    def defaults(self, of: str, attributes: Mapping[str, str]) -> None:
        """Say what all of a kind have: `graph`, `node` or `edge`."""
        self._graph.attr(of, **_safe(attributes))

    def node(self, name: str, attributes: Mapping[str, str]) -> None:
        """Add a node."""
        self._graph.node(name, **_safe(attributes))

    def edge(self, tail: str, head: str, attributes: Mapping[str, str]) -> None:
        """Add an edge."""
        self._graph.edge(tail, head, **_safe(attributes))

    def cluster(self, number: int, attributes: Mapping[str, str]) -> None:
        """Add a cluster that holds nothing but its own attributes."""
        with self._graph.subgraph(name=f"cluster_{number}") as cluster:
            cluster.attr(**_safe(attributes))

    def text(self) -> str:
        """Return the whole text."""
        return str(self._graph.source)


def _safe(attributes: Mapping[str, str]) -> dict[str, str]:
    r"""Return attributes whose backslashes mean themselves; an HTML label stays as it is."""
    return {name: _escaped(value) for name, value in attributes.items()}


def _escaped(value: str) -> str:
    is_html = value.startswith("<") and value.endswith(">")
    return value if is_html or "\\" not in value else str(escape(value))
