"""Graphviz DOT: what the program itself draws from, so anybody's `dot` gives the same picture."""

from __future__ import annotations

from argmap.drawing.dot.writer import dot
from argmap.drawing.options import DrawingOptions
from argmap.drawing.theme import theme_of
from argmap.formats.format import Format
from argmap.formats.writing.drawn_maps import HELD
from argmap.model.argument_map import ArgumentMap


def write(argument_map: ArgumentMap) -> str:
    """Return the DOT of the picture in the map's own theme and direction."""
    return dot(argument_map, DrawingOptions(theme_of(argument_map)))


FORMAT = Format(
    name="dot",
    title="Graphviz DOT",
    suffixes=(".dot", ".gv"),
    write=write,
    holds=HELD,
)
