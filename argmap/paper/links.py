"""What can be clicked on a sheet: references to other pages, addresses in texts and of sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.drawing.addresses import Linked, linked
from argmap.drawing.dot.card import SMALL, TEXT
from argmap.drawing.picture import Picture, Piece, Text
from argmap.drawing.text.measure import Font, width
from argmap.model.argument_map import ArgumentMap
from argmap.paging.references import Reference
from argmap.paper.sheet import Link, Sheet
from argmap.placing.placed import Rect


def links(
    argument_map: ArgumentMap, sheet: Sheet, references: Mapping[str, Reference]
) -> tuple[Link, ...]:
    """Return the links on a sheet with the picture of a map; those that are out of it are not."""
    found = (*_onwards(sheet.picture, references), *_addresses(argument_map, sheet.picture))
    placed = (Link(sheet.at(link.rect), link.address, link.page) for link in found)
    return tuple(link for link in placed if sheet.window is None or _within(link.rect, sheet))


def _onwards(picture: Picture, references: Mapping[str, Reference]) -> Iterator[Link]:
    """Return a link for each card that leads to another page: all of the card."""
    for card in picture.cards:
        if card.id in references:
            rect = Rect(card.x, card.y, card.width, card.height)
            yield Link(rect, page=references[card.id].pages[0])


def _addresses(argument_map: ArgumentMap, picture: Picture) -> Iterator[Link]:
    for card in picture.cards:
        statement = argument_map.statement_by_id.get(card.id)
        if statement:
            texts = [line for line in card.lines if line.size == TEXT.size]
            sources = [line for line in card.lines if line.size == SMALL.size]
            lines = (*texts, *sources)
            words = [line.text for line in texts], [line.text for line in sources]
            for link in linked(argument_map, statement, *words):
                yield Link(_rect(card, lines[link.line], link), link.address)


def _rect(card: Piece, line: Text, link: Linked) -> Rect:
    """Return where a stretch of a line is; of a line that runs leftwards, all of it."""
    font = Font(line.size, bold=line.bold)
    top, high = card.y + line.at[1] - line.size, line.size * 1.25
    if line.align != "l":
        share = {"c": 0.5, "r": 1.0}[line.align]
        return Rect(card.x + line.at[0] - share * line.width, top, line.width, high)
    before = width(line.text[: link.start], font)
    long = width(line.text[link.start : link.stop], font)
    return Rect(card.x + line.at[0] + before, top, long, high)


def _within(rect: Rect, sheet: Sheet) -> bool:
    window = sheet.window
    return window is None or (
        window.x <= rect.x
        and rect.right <= window.right
        and window.y <= rect.y
        and rect.bottom <= window.bottom
    )
