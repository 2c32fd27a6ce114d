"""arguebuf's JSON (arg_services.graph.v1): maps of nodes and edges by id."""

from __future__ import annotations

from typing import Any

from argmap.formats import scheme_graph
from argmap.formats.format import Imported
from argmap.formats.json_text import load_object, mapping, words
from argmap.formats.sketch import Sketch
from argmap.model.kinds import Bearing

_SCHEMES = {"support": Bearing.SUPPORTS, "attack": Bearing.ATTACKS}


def read(text: str, file: str) -> Imported:
    """Read atoms and schemes; preferences and rephrases are losses."""
    content = load_object(text, file)
    sketch = Sketch(file)
    speakers = mapping(content.get("participants"))
    schemes = {}
    for id_, node in mapping(content.get("nodes")).items():
        atom, scheme = mapping(mapping(node).get("atom")), mapping(mapping(node).get("scheme"))
        kind = next((key for key in _SCHEMES if key in scheme), "")
        if "atom" in mapping(node):
            said_by = words(mapping(speakers.get(words(atom.get("participant")))).get("name"))
            sketch.statement(id_, words(atom.get("text")), said_by=said_by)
        elif kind or not scheme:
            schemes[id_] = _SCHEMES.get(kind, Bearing.SUPPORTS), _fields(scheme.get(kind))
        else:
            sketch.lose("preferences and rephrases", id_)
    pairs = map(mapping, mapping(content.get("edges")).values())
    edges = [(words(edge.get("source")), words(edge.get("target"))) for edge in pairs]
    scheme_graph.draw(sketch, schemes, edges)
    sketch.lose("resources", *mapping(content.get("resources")))
    return sketch.finish()


def _fields(name: Any) -> dict[str, Any]:
    """Give `expert-opinion` for SUPPORT_EXPERT_OPINION, nothing for the default."""
    _, _, scheme = words(name).partition("_")
    return {"scheme": "" if scheme == "DEFAULT" else scheme.lower().replace("_", "-")}
