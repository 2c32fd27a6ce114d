"""What OVA adds to AIF: the analysed text with anchors, and the older layout of its files."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.syntax.json_text import mapping, objects, words
from argmap.model.argument_map import Cite

Json = dict[str, Any]
_BLOCKS = {"p", "div", "li"}
_DEEPEST = 20
"""So many spans within each other get their text; more are no anchors of anybody."""


def as_aif(content: Json) -> Json | None:
    """Return a file of OVA 2 as AIF: there an edge holds copies of its nodes. None for others."""
    edges, nodes = objects(content.get("edges")), objects(content.get("nodes"))
    if not nodes or any("nodeID" in node or "id" not in node for node in nodes):
        return None
    return {
        "nodes": [_renamed(node) for node in nodes],
        "edges": [_edge(edge) for edge in edges],
        **{k: v for k, v in content.items() if k not in ("nodes", "edges", "analysis")},
    }


def _renamed(node: Json) -> Json:
    """Return a node with the names of AIF; what is called scheme here is the scheme's number."""
    names = {"id": "nodeID", "scheme": "schemeID"}
    return {names.get(key, key): value for key, value in node.items()}


def _edge(edge: Json) -> Json:
    rest = {key: value for key, value in edge.items() if key not in ("from", "to")}
    start, end = (mapping(edge.get(key)).get("id") for key in ("from", "to"))
    return {"fromID": start, "toID": end, **rest}


def anchored_source(content: Json, builder: MapBuilder) -> None:
    """Add the analysed text as a source, and quotes of it to the statements it is anchored to."""
    analysis = mapping(content.get("analysis"))
    html = analysis.get("txt") or mapping(content.get("text")).get("txt") or content.get("text")
    if not isinstance(html, str) or not html.strip():
        return
    parser = _Anchors()
    parser.feed(html)
    parser.close()
    source = builder.add_source(
        ("ova", "text"),
        title=words(analysis.get("documentTitle")) or "Analysed text",
        url=words(analysis.get("documentSource")),
        text="".join(parser.pieces).strip(),
    )
    for id_, pieces in parser.quotes.items():
        node = next((key for key in (id_, id_.removeprefix("node")) if key in builder), None)
        quote = "".join(pieces).strip()
        if node is not None and quote:
            builder.add_cite(node, Cite(source, quote=quote))


class _Anchors(HTMLParser):
    """Collects the plain text, and by its id the text of every span."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.quotes: dict[str, list[str]] = {}
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "span":
            self._open.append(dict(attrs).get("id") or "")
        elif tag == "br" or tag in _BLOCKS:
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "span" and self._open:
            self._open.pop()
        elif tag in _BLOCKS:
            self.handle_data("\n")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
        for id_ in filter(None, self._open[-_DEEPEST:]):
            self.quotes.setdefault(id_, []).append(data)
