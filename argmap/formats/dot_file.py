"""Graphviz DOT: what the program itself draws from, so anybody's `dot` gives the same picture."""

from __future__ import annotations

from argmap.drawing.render import render
from argmap.formats.format import Format
from argmap.formats.writing.drawn_maps import HELD
from argmap.model.argument_map import ArgumentMap


def write(argument_map: ArgumentMap) -> str:
    """Return the DOT of the picture in the map's own theme and direction."""
    return render(argument_map, "dot").decode()


FORMAT = Format(
    name="dot",
    title="Graphviz DOT",
    suffixes=(".dot", ".gv"),
    write=write,
    holds=HELD,
)
