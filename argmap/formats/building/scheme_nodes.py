"""Graphs whose edges run from premises to a scheme node and on to what it bears on.

SADFace and arguebuf share this shape with AIF, without its dialogue.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from argmap.formats.building.map_builder import MapBuilder
from argmap.model.kinds import Bearing

READING = "A scheme with a premise and a target is a relation, one with several targets is several."


def add_schemes(
    builder: MapBuilder,
    schemes: Mapping[str, tuple[Bearing, dict[str, Any]]],
    edges: Iterable[tuple[str, str]],
) -> None:
    """Add a relation for every scheme node that has premises and a target.

    `schemes` gives what a scheme node does and the fields of its relation. One with several
    targets becomes several relations; one that is tied to nothing is a loss.
    """
    into: dict[str, list[str]] = {}
    out_of: dict[str, list[str]] = {}
    for start, end in edges:
        if start not in schemes and end not in schemes:
            builder.add_loss("edges between statements without a scheme", f"{start} → {end}")
            continue
        into.setdefault(end, []).append(start)
        out_of.setdefault(start, []).append(end)
    for scheme, (bearing, fields) in schemes.items():
        premises = [start for start in into.get(scheme, ()) if start not in schemes]
        targets = out_of.get(scheme, [])
        if not premises or not targets:
            builder.add_loss("scheme nodes without premises or without a target", scheme)
        for number, target in enumerate(targets if premises else ()):
            key = scheme if number == 0 else (scheme, number)
            builder.add_relation(premises, bearing, target, key=key, **fields)
