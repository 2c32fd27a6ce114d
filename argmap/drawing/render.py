"""A map as a file's bytes: SVG and DOT from here, PNG and PDF by a painter handed in from above.

Drawing knows no Qt, so whoever wants a raster hands a painter in (`argmap.painting`).
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol

from argmap.drawing import theme as themes
from argmap.drawing.dot.writer import dot
from argmap.drawing.graphviz.engine import ENGINE, Cancel, Engine
from argmap.drawing.legend import with_legend
from argmap.drawing.marks import NO_MARKS, Marks
from argmap.drawing.svg import svg
from argmap.drawing.theme import Theme
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Direction

if TYPE_CHECKING:
    from argmap.drawing.picture import Picture

FORMATS = ("svg", "dot", "png", "pdf")
SCREEN = 96
"""Dots per inch at scale 1, as browsers have it."""

_log = logging.getLogger(__name__)


class Rasterise(Protocol):
    """Whoever can paint a Picture."""

    def png(self, picture: Picture, scale: float) -> bytes:
        """Return a PNG with `scale` pixels per point."""

    def pdf(self, picture: Picture, title: str) -> bytes:
        """Return a PDF of one page as large as the picture."""


def render(
    argument_map: ArgumentMap,
    format: str,  # noqa: A002 - the word that everybody knows it by
    *,
    theme: str = "",
    direction: Direction | None = None,
    titles: bool = False,
    scale: float = 1,
    dpi: float = SCREEN,
    marks: Marks = NO_MARKS,
    legend: bool = False,
    rasterise: Rasterise | None = None,
    engine: Engine = ENGINE,
    cancel: Cancel | None = None,
) -> bytes:
    """Return a map drawn as svg, dot, png or pdf; a PNG has `scale * dpi / 72` pixels per point."""
    if format not in FORMATS:
        raise ArgmapError(f'A map cannot be drawn as "{format}".', f"Use {', '.join(FORMATS)}.")
    colours = theme_of(argument_map, theme)
    drawn = with_legend(argument_map) if legend else argument_map
    if format == "dot":
        return dot(drawn, colours, marks, titles=titles, direction=direction).encode()
    if format == "svg":
        return svg(
            drawn, colours, marks, titles=titles, direction=direction, engine=engine, cancel=cancel
        )
    from argmap.drawing.layout import lay_out  # noqa: PLC0415 - 10 ms, for PNG and PDF alone

    assert rasterise is not None, "whoever wants a raster brings a painter"
    picture = lay_out(
        drawn, colours, marks, titles=titles, direction=direction, engine=engine, cancel=cancel
    )
    if format == "pdf":
        return rasterise.pdf(picture, argument_map.title)
    return rasterise.png(picture, scale * dpi / 72)


def theme_of(argument_map: ArgumentMap, wanted: str = "") -> Theme:
    """Return the theme that is wanted, else the map's own, else the light one.

    ArgmapError where the wanted one does not exist. A map that names a theme from elsewhere is
    still drawn: its own choice is a wish, and the log tells that it could not be met.
    """
    if wanted:
        return themes.load(wanted)
    if argument_map.style.theme in themes.names():
        return themes.load(argument_map.style.theme)
    if argument_map.style.theme:
        _log.info(
            "There is no theme %r here; drawing with the light one.", argument_map.style.theme
        )
    return themes.load("light")
