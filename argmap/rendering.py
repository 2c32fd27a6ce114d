"""Drawing a map in any format, for the command line, the window and programs alike.

This is where the painter of PNG and PDF, which is Qt's, meets the drawing. It is loaded for those
formats only: SVG and DOT need no Qt, nor the libraries that Qt needs.
"""

from __future__ import annotations

from dataclasses import dataclass

from argmap.drawing import svg
from argmap.drawing.dot.writer import dot
from argmap.drawing.graphviz.engine import Cancel
from argmap.drawing.marks import NO_MARKS, Marks
from argmap.drawing.options import SCREEN, DrawingOptions, settled
from argmap.drawing.theme import theme_of
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Direction, Layout, Page
from argmap.placing import pages

FORMATS = ("svg", "dot", "png", "pdf")
"""The formats that a map can be drawn in."""

SMALLEST = 5
"""The size of text, in points, below which it is hard to read on paper."""

_POINTS_PER_INCH = 72


def render(
    argument_map: ArgumentMap,
    format: str = "svg",
    *,
    theme: str = "",
    direction: Direction | None = None,
    page: Page | None = None,
    layout: Layout | None = None,
    titles: bool = False,
    legend: bool = False,
    scale: float = 1,
    dpi: float = SCREEN,
    marks: Marks = NO_MARKS,
) -> bytes:
    """Return a map drawn as svg, png, pdf or dot; `scale` and `dpi` are for PNG, and multiply.

    `marks` are what is drawn on top, such as the labels of an evaluation (`argmap.marking`).
    Raises ArgmapError for a format or theme that does not exist, and where Graphviz or Qt fails.
    """
    options = DrawingOptions(
        theme_of(argument_map, theme),
        direction=direction,
        page=page,
        layout=layout,
        titles=titles,
        legend=legend,
        marks=marks,
        dpi=scale * dpi,
    )
    return rendered(argument_map, format, options)


def rendered(
    argument_map: ArgumentMap,
    format_name: str,
    options: DrawingOptions,
    *,
    cancel: Cancel | None = None,
) -> bytes:
    """Return a map drawn in one of FORMATS, as the bytes of a file.

    Raises ArgmapError for another format, GraphvizError where Graphviz fails, CancelledError where
    somebody cancels.
    """
    return drawn(argument_map, format_name, options, cancel=cancel).content


@dataclass(frozen=True, slots=True)
class Rendered:
    """A picture as the bytes of a file, and its width and height in points, if it has them."""

    content: bytes
    size: tuple[float, float] | None


def drawn(
    argument_map: ArgumentMap,
    format_name: str,
    options: DrawingOptions,
    *,
    cancel: Cancel | None = None,
) -> Rendered:
    """Return a map drawn in one of FORMATS, with its size; raises what `rendered` does."""
    if format_name not in FORMATS:
        raise ArgmapError(
            f"A map cannot be drawn as “{format_name}”.", f"The formats are: {', '.join(FORMATS)}."
        )
    if format_name == "dot":
        return Rendered(dot(argument_map, options).encode(), None)
    if format_name == "svg":
        made = svg.drawn(argument_map, options, cancel=cancel)
        return Rendered(made.content, made.size)
    return _painted(argument_map, format_name, options, cancel)


def text_size(size: tuple[float, float], page: Page) -> float:
    """Return how large text is, in points, where a picture of a size (in points) is on a page."""
    return pages.FULL * pages.scale(*size, pages.PAGES[page])


def _painted(
    argument_map: ArgumentMap, format_name: str, options: DrawingOptions, cancel: Cancel | None
) -> Rendered:
    """Return a PNG or PDF; Qt and what reads a layout are loaded for these alone."""
    try:
        from argmap import painting
    except ImportError as error:
        hint = "Run `argmap doctor`, which says how to fix it."
        raise ArgmapError(f"Qt, which paints this format, does not load: {error}.", hint) from error
    from argmap.drawing.layout import lay_out

    picture = lay_out(argument_map, options, cancel=cancel)
    size = picture.width, picture.height
    if format_name == "pdf":
        page = settled(argument_map, options)[0].page
        return Rendered(painting.pdf(picture, argument_map.title, page), size)
    return Rendered(painting.png(picture, options.dpi / _POINTS_PER_INCH), size)
