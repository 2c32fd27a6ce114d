"""A map on paper: the sheets that it takes, with what stands around the pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from argmap.drawing.graphviz.engine import Cancel
from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions, settled
from argmap.drawing.picture import Picture
from argmap.model.argument_map import ArgumentMap
from argmap.paging.pages import PagedMap, paged
from argmap.paging.references import Reference
from argmap.paper.book import ONE_PAGE, Book, Pages, Paper, Running
from argmap.paper.links import links
from argmap.paper.reference_list import reference_sheets
from argmap.paper.sheet import Sheet, fitted, numbered, tiled
from argmap.placing.pages import FULL
from argmap.placing.pages import Page as Room


def sheets(
    argument_map: ArgumentMap,
    options: DrawingOptions,
    book: Book = ONE_PAGE,
    cancel: Cancel | None = None,
) -> list[Sheet]:
    """Return a map on its sheets.

    Raises CancelledError where somebody cancels, GraphvizError where Graphviz fails.
    """
    drawn = settled(argument_map, options)[0]
    page = drawn.page

    def paper(picture: Picture) -> Paper:
        return book.paper or Paper.of(page, (picture.width, picture.height))

    if book.pages is Pages.AUTO:
        room = Room(book.paper.room.width, book.paper.room.height) if book.paper else None
        parts = paged(argument_map, options, room=room, cancel=cancel)
        found = [_of_page(one, paper, cancel) for one in parts]
    else:
        picture = lay_out(argument_map, options, cancel=cancel)
        alone = [fitted(picture, paper(picture))]
        if book.pages is Pages.TILES:
            alone = tiled(picture, paper(picture), book.scale, options.theme)
        found = [_linked(drawn, sheet, {}) for sheet in alone]
    if book.references:
        found += reference_sheets(argument_map, found[0].paper, options.theme)
    usual = Running(argument_map.title if len(found) > 1 else "", counted=True)
    return numbered(found, book.running or usual, options.theme)


def smallest_text(sheets: Sequence[Sheet]) -> float:
    """Return the size of the smallest text of cards on sheets, in points."""
    return FULL * min(sheet.scale for sheet in sheets)


def _of_page(one: PagedMap, paper: Callable[[Picture], Paper], cancel: Cancel | None) -> Sheet:
    picture = lay_out(one.argument_map, one.options, cancel=cancel)
    sheet = replace(fitted(picture, paper(picture)), title=one.title)
    return _linked(settled(one.argument_map, one.options)[0], sheet, one.references)


def _linked(argument_map: ArgumentMap, sheet: Sheet, references: Mapping[str, Reference]) -> Sheet:
    return replace(sheet, links=links(argument_map, sheet, references))
