"""arguebuf's JSON (arg_services.graph.v1): maps of nodes and edges by id."""

from __future__ import annotations

from typing import Any

from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.building.scheme_nodes import READING, add_schemes
from argmap.formats.building.unknown_parts import ANY, ONE, Shape, report_unknown_keys
from argmap.formats.format import Format, Imported
from argmap.formats.syntax.json_text import load_object, mapping, object_with, words
from argmap.model.argument_map import Cite
from argmap.model.kinds import Bearing

_DATES: Shape = {"created": ONE, "updated": ONE}
_PERSON: Shape = {"name": ONE, "metadata": _DATES}
_SHAPE: Shape = {
    "nodes": {
        ANY: {
            "atom": {
                **dict.fromkeys(("text", "participant"), ONE),
                "reference": dict.fromkeys(("resource", "offset", "text"), ONE),
            },
            "scheme": dict.fromkeys(("support", "attack", "preference", "rephrase"), ONE),
            "metadata": _DATES,
        }
    },
    "edges": {ANY: {"source": ONE, "target": ONE, "metadata": _DATES}},
    "resources": {ANY: {**dict.fromkeys(("text", "title", "source"), ONE), "metadata": _DATES}},
    "participants": {ANY: _PERSON},
    "analysts": {ANY: _PERSON},
    "metadata": _DATES,
    **dict.fromkeys(("majorClaim", "schemaVersion", "libraryVersion"), ONE),
}
_SCHEMES = {"support": Bearing.SUPPORTS, "attack": Bearing.ATTACKS}


def read(text: str, file: str) -> Imported:
    """Return the map of atoms and schemes, with what atoms refer to as sources."""
    builder = MapBuilder(file)
    content = load_object(text, builder)
    sources = _sources(builder, content)
    speakers = _names(content.get("participants"))
    schemes = {}
    if not isinstance(content.get("nodes"), dict):
        builder.add_problem("The file has no nodes by their ids.")
    for id_, node in mapping(content.get("nodes")).items():
        atom, scheme = mapping(mapping(node).get("atom")), mapping(mapping(node).get("scheme"))
        kind = next((key for key in _SCHEMES if key in scheme), "")
        if "atom" in mapping(node):
            said_by = speakers.get(words(atom.get("participant")), "")
            cites = _cites(builder, id_, atom, sources)
            builder.add_statement(id_, words(atom.get("text")), said_by=said_by, cites=cites)
        elif kind or not scheme:
            schemes[id_] = _SCHEMES.get(kind, Bearing.SUPPORTS), _fields(scheme.get(kind))
        else:
            builder.add_loss("preferences and rephrases", id_)
    pairs = map(mapping, mapping(content.get("edges")).values())
    edges = [(words(edge.get("source")), words(edge.get("target"))) for edge in pairs]
    add_schemes(builder, schemes, edges)
    report_unknown_keys(builder, content, _SHAPE)
    builder.add_loss(
        "the mark of the major claim", *filter(None, [words(content.get("majorClaim"))])
    )
    return builder.build(authors=tuple(_names(content.get("analysts")).values()))


def _sources(builder: MapBuilder, content: dict[str, Any]) -> dict[str, str]:
    """Return the ids of the sources that resources become, by the resources' own ids."""
    return {
        id_: builder.add_source(
            ("resource", id_),
            title=words(mapping(resource).get("title")),
            url=words(mapping(resource).get("source")),
            text=words(mapping(resource).get("text")),
        )
        for id_, resource in mapping(content.get("resources")).items()
    }


def _cites(
    builder: MapBuilder, id_: str, atom: dict[str, Any], sources: dict[str, str]
) -> tuple[Cite, ...]:
    """Return the place of an atom in a resource, where it refers to one."""
    reference = mapping(atom.get("reference"))
    source = sources.get(words(reference.get("resource")))
    if source:
        quote, offset = words(reference.get("text")), words(reference.get("offset"))
        return (Cite(source, quote=quote, at=offset),)
    if reference:
        builder.add_loss("references to texts that are not in the file", id_)
    return ()


def _names(people: Any) -> dict[str, str]:
    named = {id_: words(mapping(person).get("name")) for id_, person in mapping(people).items()}
    return {id_: name for id_, name in named.items() if name}


def _fields(name: Any) -> dict[str, Any]:
    """Return `expert-opinion` for SUPPORT_EXPERT_OPINION, nothing for the default."""
    _, _, scheme = words(name).partition("_")
    return {"scheme": "" if scheme == "DEFAULT" else scheme.lower().replace("_", "-")}


FORMAT = Format(
    name="arguebuf",
    title="arguebuf",
    suffixes=(".arguebuf",),
    also=(".json",),
    read=read,
    sniff=object_with("nodes atom", "schemaVersion libraryVersion", but="source_id"),
    reading=READING,
)
