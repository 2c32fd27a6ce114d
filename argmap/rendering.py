"""Drawing a map in any format, for the command line and for programs alike.

This is where the painter of PNG and PDF, which is Qt's, is handed to the drawing. It is loaded for
those formats only: whoever draws SVG needs no Qt, nor the libraries that Qt needs.
"""

from __future__ import annotations

from argmap.drawing.marks import NO_MARKS, Marks
from argmap.drawing.render import SCREEN, Rasterise
from argmap.drawing.render import render as draw
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Direction

PAINTED = ("png", "pdf")


def render(
    argument_map: ArgumentMap,
    format: str = "svg",  # noqa: A002 - the word that everybody knows it by
    *,
    theme: str = "",
    direction: Direction | None = None,
    titles: bool = False,
    legend: bool = False,
    scale: float = 1,
    dpi: float = SCREEN,
    marks: Marks = NO_MARKS,
) -> bytes:
    """Draw a map as svg, png, pdf or dot; `scale` and `dpi` are for PNG, and multiply.

    `marks` are what is drawn on top, such as the labels of an evaluation (`argmap.marking`).
    Raises ArgmapError for a format or theme that does not exist, and where Graphviz or Qt fails.
    """
    return draw(
        argument_map,
        format,
        theme=theme,
        direction=direction,
        titles=titles,
        legend=legend,
        scale=scale,
        dpi=dpi,
        marks=marks,
        rasterise=_painter() if format in PAINTED else None,
    )


def _painter() -> Rasterise:
    try:
        from argmap import painting  # noqa: PLC0415 - Qt, for PNG and PDF alone
    except ImportError as error:
        hint = "`argmap doctor` says which line mends it"
        raise ArgmapError(f"Qt, which paints this format, does not load: {error}.", hint) from error
    return painting
