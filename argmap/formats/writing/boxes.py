"""Maps as boxes and edges of graph programs: a step is a small box between premises and target."""

from __future__ import annotations

from argmap.formats.losses.features import only
from argmap.model.argument_map import ArgumentMap

HELD = only("supports linked steps backings uses texts kind breaks empty edges returns")
"""What boxes with a text and edges between them can hold of a map."""


def node_names(argument_map: ArgumentMap) -> dict[str, str]:
    """Return a name for every statement and relation that every graph program accepts."""
    names = {s.id: f"s{n}" for n, s in enumerate(argument_map.statements, 1)}
    return names | {r.id: f"r{n}" for n, r in enumerate(argument_map.relations, 1)}
