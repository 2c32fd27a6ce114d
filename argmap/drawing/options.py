"""How a map is drawn: one value that is handed from the top to the bottom of drawing.

A new way to draw is a field here; what does not care about it hands it on unseen.
"""

from __future__ import annotations

from dataclasses import field, replace

from argmap.drawing.graphviz.engine import ENGINE, Engine
from argmap.drawing.group_colours import coloured
from argmap.drawing.legend import with_legend
from argmap.drawing.marks import NO_MARKS, Marks
from argmap.drawing.theme import Theme
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Direction, Layout, Page, SourceLine

SCREEN = 96
"""Dots per inch at which browsers and screens show a picture."""


@frozen
class DrawingOptions:
    """What a picture depends on besides the map itself."""

    theme: Theme
    direction: Direction | None = None
    """Where the conclusion stands; None is where the map says."""
    page: Page | None = None
    """What the picture is laid out for; None is what the map says."""
    layout: Layout | None = None
    """How everything finds its place; None is as the map says."""
    source_line: SourceLine | None = None
    """How cards name what they cite; None is as the map says."""
    titles: bool = False
    """Whether titles stand in place of texts."""
    legend: bool = False
    """Whether a legend stands beside the map."""
    marks: Marks = field(default_factory=lambda: NO_MARKS, hash=False)
    """What is drawn on top, such as the labels of an evaluation, by statement or relation id."""
    dpi: float = SCREEN
    """Dots per inch, for a picture of pixels; a point is 1/72 inch."""
    engine: Engine = ENGINE
    """Which Graphviz, and how long it may take."""


def settled(
    argument_map: ArgumentMap, options: DrawingOptions
) -> tuple[ArgumentMap, DrawingOptions]:
    """Return the map as it is drawn: turned, groups coloured, with its legend; and what is left.

    Settling a second time changes nothing.
    """
    drawn = coloured(argument_map)
    if options.legend:
        drawn = with_legend(drawn)
    style = replace(
        drawn.style,
        direction=options.direction or drawn.style.direction,
        page=options.page or drawn.style.page,
        layout=options.layout or drawn.style.layout,
        source_line=options.source_line or drawn.style.source_line,
    )
    left = replace(options, direction=None, page=None, layout=None, source_line=None, legend=False)
    return replace(drawn, style=style), left
