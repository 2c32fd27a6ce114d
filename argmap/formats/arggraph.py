"""The arggraph XML of the microtext corpus: edges may lead to edges, which are undercuts."""

from __future__ import annotations

from collections.abc import Container, Iterator

from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.building.unknown_parts import TEXT, report_unknown_elements
from argmap.formats.format import Format, Imported
from argmap.formats.syntax.xml_text import Element, parse, root_named
from argmap.model.kinds import Bearing

_BEARINGS = {
    "sup": Bearing.SUPPORTS,
    "exa": Bearing.SUPPORTS,
    "reb": Bearing.ATTACKS,
    "und": Bearing.ATTACKS,
}
OPPONENT = "opponent"
_KNOWN = {
    "arggraph": "id topic_id stance",
    "edu": f"id implicit {TEXT}",
    "joint": "id",
    "adu": "id type",
    "edge": "id src trg type",
}


def read(text: str, file: str) -> Imported:
    """Return the map of the argumentative units; those of the imagined opponent get a tag."""
    root = parse(text, file, "arggraph")
    builder = MapBuilder(file)
    edges: dict[str, Element] = {}
    for edge in root.children("edge"):
        if edges.setdefault(edge.get("id"), edge) is not edge:
            builder.add_problem(f"The edge “{edge.get('id')}” is named twice.", edge.line)
    segments = {edu.get("id"): edu for edu in root.children("edu")}
    of: dict[str, list[str]] = {}
    for edge in edges.values():
        if edge.get("type") == "seg":
            of.setdefault(edge.get("trg"), []).append(edge.get("src"))
    held: set[str] = set()
    for adu in root.children("adu"):
        names = [name for name in _joined(adu.get("id"), of, segments) if name in segments]
        held.update(names)
        parts = [segments[name] for name in names]
        builder.add_statement(
            adu.get("id"),
            " ".join(edu.text() for edu in parts),
            tags=(OPPONENT,) if adu.get("type") == "opp" else (),
            implicit=bool(parts) and all(edu.get("implicit") == "true" for edu in parts),
        )
    onto: dict[str, list[str]] = {}
    for id_, edge in edges.items():
        if edge.get("type") == "add":
            onto.setdefault(edge.get("trg"), []).append(id_)
    for id_, edge in edges.items():
        _relation(builder, id_, edge, edges, onto)
    builder.add_loss("premises added to no edge", *(id_ for ids in onto.values() for id_ in ids))
    builder.add_loss("segments that no unit holds", *(id_ for id_ in segments if id_ not in held))
    builder.add_loss("the stance of the whole text", *filter(None, [root.get("stance")]))
    report_unknown_elements(builder, root, _KNOWN)
    return builder.build(title=root.get("topic_id").replace("_", " "))


def _joined(unit: str, of: dict[str, list[str]], segments: Container[str]) -> Iterator[str]:
    """Return what a unit is made of in the order of the edges, also by way of a joint."""
    for source in of.get(unit, ()):
        yield from [source] if source in segments else of.get(source, ())


def _relation(
    builder: MapBuilder,
    id_: str,
    edge: Element,
    edges: dict[str, Element],
    onto: dict[str, list[str]],
) -> None:
    kind = edge.get("type")
    if kind in _BEARINGS:
        added = (edges[each].get("src") for each in _added(id_, onto))
        builder.add_relation(
            [edge.get("src"), *added],
            _BEARINGS[kind],
            edge.get("trg"),
            key=id_,
            line=edge.line,
            scheme="example" if kind == "exa" else "",
        )
    elif kind not in ("seg", "add"):
        builder.add_loss("edges of other kinds", f"{id_} ({kind})")


def _added(id_: str, onto: dict[str, list[str]]) -> Iterator[str]:
    """Return, and take out of `onto`, the edges that add a premise to an edge or its addition."""
    waiting = [id_]
    while waiting:
        found = onto.pop(waiting.pop(), [])
        yield from found
        waiting += reversed(found)


FORMAT = Format(
    name="arggraph",
    title="arggraph (microtexts)",
    suffixes=(".arggraph",),
    also=(".xml",),
    read=read,
    sniff=root_named("arggraph"),
)
