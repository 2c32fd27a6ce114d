"""Drawing a map in any format, for the command line, the window and programs alike.

This is where the painter of PNG and PDF, which is Qt's, meets the drawing. It is loaded for those
formats only: SVG and DOT need no Qt, nor the libraries that Qt needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from argmap.drawing import svg
from argmap.drawing.dot.writer import dot
from argmap.drawing.graphviz.engine import Cancel
from argmap.drawing.marks import NO_MARKS, Marks
from argmap.drawing.options import SCREEN, DrawingOptions, settled
from argmap.drawing.theme import theme_of
from argmap.errors import ArgmapError
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Direction, Layout, Page, SourceLine
from argmap.paper.book import ONE_PAGE, Book, Pages
from argmap.placing.pages import PAGES, text_size
from argmap.placing.pages import Page as Room

FORMATS = ("svg", "dot", "png", "pdf")
"""The formats that a map can be drawn in."""

_POINTS_PER_INCH = 72


def render(
    argument_map: ArgumentMap,
    format: str = "svg",
    *,
    theme: str = "",
    direction: Direction | None = None,
    page: Page | None = None,
    layout: Layout | None = None,
    source_line: SourceLine | None = None,
    pages: Pages = Pages.ONE,
    titles: bool = False,
    legend: bool = False,
    references: bool = False,
    scale: float = 1,
    dpi: float = SCREEN,
    marks: Marks = NO_MARKS,
) -> bytes:
    """Return a map drawn as svg, png, pdf or dot; `scale` and `dpi` are for PNG, and multiply.

    `pages` are for PDF: as many as the text needs (`auto`), or one; and so is the list of
    `references` behind the map. `marks` are what is drawn on
    top, such as the labels of an evaluation (`argmap.marking`).
    Raises ArgmapError for a format or theme that does not exist, and where Graphviz or Qt fails.
    """
    options = DrawingOptions(
        theme_of(argument_map, theme),
        direction=direction,
        page=page,
        layout=layout,
        source_line=source_line,
        titles=titles,
        legend=legend,
        marks=marks,
        dpi=scale * dpi,
    )
    return drawn(argument_map, format, options, Book(Pages(pages), references=references)).content


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


@frozen
class Rendered:
    """A picture as the bytes of a file, and how large the text of its cards is on its page."""

    content: bytes
    text_size: float | None
    """In points; None where no page holds the picture, as in DOT."""


def drawn(
    argument_map: ArgumentMap,
    format_name: str,
    options: DrawingOptions,
    book: Book = ONE_PAGE,
    *,
    cancel: Cancel | None = None,
) -> Rendered:
    """Return a map drawn in one of FORMATS; raises what `rendered` does."""
    if format_name not in FORMATS:
        raise ArgmapError(
            f"A map cannot be drawn as “{format_name}”.", f"The formats are: {', '.join(FORMATS)}."
        )
    if book.pages is not Pages.ONE and format_name != "pdf":
        raise ArgmapError(f"“{format_name}” has a single page.", "Several pages need PDF.")
    if format_name == "dot":
        return Rendered(dot(argument_map, options).encode(), None)
    room = PAGES[settled(argument_map, options)[0].page]
    if format_name == "svg":
        made = svg.drawn(argument_map, options, cancel=cancel)
        return Rendered(made.content, text_size(*made.size, room))
    if format_name == "pdf":
        return _pdf(argument_map, options, book, cancel)
    return _png(argument_map, options, room, cancel)


def _pdf(
    argument_map: ArgumentMap, options: DrawingOptions, book: Book, cancel: Cancel | None
) -> Rendered:
    with _qt():
        from argmap.paper.pdf import pdf
    from argmap.paper.sheets import sheets, smallest_text

    found = sheets(argument_map, options, book, cancel)
    return Rendered(pdf(found, argument_map.title), smallest_text(found))


def _png(
    argument_map: ArgumentMap, options: DrawingOptions, room: Room, cancel: Cancel | None
) -> Rendered:
    with _qt():
        from argmap.paper.png import png
    from argmap.drawing.layout import lay_out

    picture = lay_out(argument_map, options, cancel=cancel)
    size = text_size(picture.width, picture.height, room)
    return Rendered(png(picture, options.dpi / _POINTS_PER_INCH), size)


@contextmanager
def _qt() -> Iterator[None]:
    """Say in words that Qt does not load, which is loaded for PNG and PDF alone."""
    try:
        yield
    except ImportError as error:
        hint = "Run `argmap doctor`, which says how to fix it."
        raise ArgmapError(f"Qt, which paints this format, does not load: {error}.", hint) from error
