"""A map and a theme become DOT: what is placed here is drawn as it stands, the rest is laid out.

A compact picture says where everything stands (`layout=nop2`), so that every Graphviz draws the
same. A layered one leaves the places to Graphviz.
"""

from __future__ import annotations

from argmap.drawing.dot.compact import written_compact
from argmap.drawing.options import DrawingOptions, settled
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Layout
from argmap.placing.arrangement import NEW
from argmap.placing.tree import forest

TANGLED = 0.5
"""The share of relations that are cross links from which on a map is no tree at all.

Measured on random maps of 12 to 60 cards: compact pictures have text 1.3 to 2 times as large at any
share, but from half on they have 2.5 times the crossings too (30 cards: 52 for 35 at a share of .4,
126 for 51 at .5, 274 for 112 at .6), and by then nobody can follow them.
"""


def dot(argument_map: ArgumentMap, options: DrawingOptions) -> str:
    """Return the DOT of a map, the same text on every machine."""
    argument_map, options = settled(argument_map, options)
    if layout_of(argument_map) is Layout.LAYERED:
        from argmap.drawing.dot.layered import written_layered

        return written_layered(argument_map, options)
    compact = written_compact(argument_map, options, NEW, None)
    return compact.source()


def layout_of(argument_map: ArgumentMap) -> Layout:
    """Return the layout that a map asks for; else layered where it is no tree at all.

    There is nothing in an empty map that Graphviz could lay out.
    """
    if not argument_map.statements:
        return Layout.COMPACT
    if argument_map.style.layout:
        return argument_map.style.layout
    crossing = len(forest(argument_map).cross_links)
    tangled = crossing > TANGLED * len(argument_map.relations)
    return Layout.LAYERED if tangled else Layout.COMPACT
