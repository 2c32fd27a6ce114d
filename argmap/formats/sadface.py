"""SADFace JSON, 0.1 and 0.2: atoms, schemes, and edges between them.

Its ids must be UUIDs; ours are computed from the ids of the map, so that a file is the same
whenever it is written.
"""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.building.scheme_nodes import READING, add_schemes
from argmap.formats.building.unknown_parts import ANY, ONE, Shape, report_unknown_keys
from argmap.formats.format import Format, Imported
from argmap.formats.losses.features import only
from argmap.formats.syntax.json_text import dump, load_object, mapping, object_with, objects, words
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Bearing

_NAMES = {
    "support": Bearing.SUPPORTS,
    "conflict": Bearing.ATTACKS,
    "attack": Bearing.ATTACKS,
    "disagree": Bearing.ATTACKS,
}
_OURS = "argmap"
"""The block of metadata that is argmap's own; SADFace allows no other keys in its `core`."""

_CORE = ("id", "version", "title", "description", "analyst_name")
_PARTS = ("nodes", "edges", "metadata", "resources")
_SHAPE: Shape = {
    "nodes": [
        {**dict.fromkeys(("id", "type", "text", "name"), ONE), "sources": ANY, "metadata": ANY}
    ],
    "edges": [dict.fromkeys(("id", "source_id", "target_id"), ONE)],
    "resources": [{ANY: ANY}],
    "metadata": {ANY: ANY},
    ANY: ANY,
}


def read(text: str, file: str) -> Imported:
    """Return the map of the atoms; a scheme of a name not listed above is a support by it."""
    builder = MapBuilder(file)
    content = load_object(text, builder)
    schemes = {}
    if not isinstance(content.get("nodes"), list):
        builder.add_problem("The file has no list of nodes.")
    for node in objects(content.get("nodes")):
        id_ = words(node.get("id"))
        if node.get("type") == "atom":
            builder.add_statement(id_, words(node.get("text")))
            if node.get("sources"):
                builder.add_loss("sources of atoms", id_)
        elif id_ in schemes:
            builder.add_problem(f"The scheme “{id_}” is named twice.")
        else:
            schemes[id_] = _scheme(node)
        odd = (key for key in mapping(node.get("metadata")) if key not in ("scheme", _OURS))
        builder.add_loss("metadata of nodes", *(f"{id_}: {key}" for key in odd))
    edges = objects(content.get("edges"))
    add_schemes(
        builder, schemes, ((words(e.get("source_id")), words(e.get("target_id"))) for e in edges)
    )
    resources = objects(content.get("resources"))
    builder.add_loss("resources", *(words(each.get("id")) or "without an id" for each in resources))
    about = _about(builder, content)
    analyst = words(about.get("analyst_name"))
    report_unknown_keys(builder, content, _SHAPE)
    return builder.build(
        title=words(about.get("title")),
        summary=words(about.get("description")),
        authors=(analyst,) if analyst else (),
    )


def _about(builder: MapBuilder, content: dict[str, Any]) -> dict[str, Any]:
    """Return what is said of the file: in its metadata, in blocks there, or beside the nodes."""
    metadata = mapping(content.get("metadata"))
    beside = {key: value for key, value in content.items() if key not in _PARTS}
    loose = {key: value for key, value in metadata.items() if key not in ("core", _OURS)}
    about = beside | loose | mapping(metadata.get("core"))
    odd = (key for key, value in about.items() if value and key not in _CORE)
    builder.add_loss("remarks on the file", *odd)
    return about | mapping(metadata.get(_OURS))


def _scheme(node: dict[str, Any]) -> tuple[Bearing, dict[str, Any]]:
    name = words(node.get("name"))
    metadata = mapping(node.get("metadata"))
    ours = words(mapping(metadata.get(_OURS)).get("scheme")) or words(metadata.get("scheme"))
    if name.lower() in _NAMES:
        return _NAMES[name.lower()], {"scheme": ours}
    return Bearing.SUPPORTS, {"scheme": name}


def write(argument_map: ArgumentMap) -> str:
    """Return version 0.2, as its validator wants it: titles and schemes in blocks of their own."""
    nodes: list[dict[str, Any]] = [
        {"id": _uuid(s.id), "type": "atom", "text": s.text, "sources": [], "metadata": {}}
        for s in argument_map.statements
    ]
    edges = []
    for relation in argument_map.relations:
        name = "support" if relation.bearing is Bearing.SUPPORTS else "conflict"
        metadata = {_OURS: {"scheme": relation.scheme}} if relation.scheme else {}
        id_ = _uuid(relation.id)
        nodes.append({"id": id_, "type": "scheme", "name": name, "metadata": metadata})
        pairs = [(premise, relation.id) for premise in relation.premises]
        edges += [_edge(*pair) for pair in [*pairs, (relation.id, relation.target)]]
    core = {
        "id": _uuid("the map"),
        "version": "0.2",
        **dict.fromkeys(("analyst_name", "analyst_email", "created", "edited"), ""),
    }
    about = {"title": argument_map.title, "description": argument_map.summary}
    metadata = {"core": core, _OURS: {key: value for key, value in about.items() if value}}
    return dump({"edges": edges, "nodes": nodes, "metadata": metadata, "resources": []})


def _edge(start: str, end: str) -> dict[str, str]:
    return {"id": _uuid(f"{start} {end}"), "source_id": _uuid(start), "target_id": _uuid(end)}


def _uuid(name: str) -> str:
    return str(uuid.UUID(bytes=hashlib.sha256(name.encode()).digest()[:16], version=4))


FORMAT = Format(
    name="sadface",
    title="SADFace",
    suffixes=(".sadface",),
    also=(".json",),
    read=read,
    write=write,
    sniff=object_with("nodes edges source_id", "nodes edges core", "nodes edges analyst_name"),
    holds=only(
        "title summary supports linked steps backings uses relation.scheme texts breaks empty "
        "controls returns edges"
    ),
    reading=READING,
)
