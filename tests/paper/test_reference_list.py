"""The list of references: numbered as on cards, on as many sheets as it takes, with links."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Text
from argmap.drawing.theme import load
from argmap.model.argument_map import ArgumentMap, Cite, Source, Statement
from argmap.model.kinds import Page, SourceLine
from argmap.paper.book import Book, Paper
from argmap.paper.reference_list import reference_sheets
from argmap.paper.sheet import Sheet
from argmap.paper.sheets import sheets

LIGHT = load("light")
LEE = Source("lee", "Pools", "Lee, Ann", date="2020", doi="10.1000/182", url="https://example.org")
LAW = Source("law", "حول المسابح")
CITED = ArgumentMap(
    statements=(Statement("s", "S.", cites=(Cite("law"), Cite("lee", at="page 7"))),),
    sources=(LEE, LAW),
)


def said(sheet: Sheet) -> list[str]:
    return [note.text for note in sheet.notes if isinstance(note, Text)]


def test_references_are_numbered_and_lead_to_their_addresses() -> None:
    (sheet,) = reference_sheets(CITED, Paper.of(Page.A4, (1, 1)), LIGHT)
    assert said(sheet)[:3] == [
        "References",
        "[1]",
        "Lee, A. (2020). Pools. https://doi.org/10.1000/182",
    ]
    assert [link.address for link in sheet.links] == ["https://doi.org/10.1000/182"]
    (link,) = sheet.links
    line = next(n for n in sheet.notes if isinstance(n, Text) and n.text.startswith("Lee"))
    assert line.at[0] < link.rect.x
    assert link.rect.y < line.at[1] < link.rect.bottom
    arabic = next(n for n in sheet.notes if isinstance(n, Text) and "حول" in n.text)
    assert (arabic.align, arabic.at[0]) == ("r", sheet.paper.room.right)


@pytest.mark.parametrize("page", list(Page))
def test_nothing_leaves_the_room_and_nothing_is_left_out(page: Page) -> None:
    many = tuple(Source(f"s{n}", f"{n}. " + "Long words " * 30) for n in range(60))
    found = reference_sheets(ArgumentMap(sources=many), Paper.of(page, (50, 50)), LIGHT)
    assert len(found) > 1
    numbers = [text for sheet in found for text in said(sheet) if text.startswith("[")]
    assert numbers == [f"[{n}]" for n in range(1, 61)]
    for sheet in found:
        room = sheet.paper.room
        for note in sheet.notes:
            assert isinstance(note, Text)
            assert room.x <= note.at[0] <= note.at[0] + note.width <= room.right + 1
            assert room.y <= note.at[1] <= room.bottom


def test_they_come_behind_the_map_where_they_are_asked_for() -> None:
    options = DrawingOptions(LIGHT, source_line=SourceLine.NUMBER_PLACE)
    assert len(sheets(CITED, options)) == 1
    first, second = sheets(CITED, options, Book(references=True))
    card = [line.text for line in first.picture.card_by_id["s"].lines]
    assert card[-1] == "[2]; [1, page 7]"
    assert second.title == "References"
    assert said(second)[-1] == "2 of 2"
    assert [link.address for link in first.links] == ["https://example.org"]
    assert len(sheets(replace(CITED, sources=()), options, Book(references=True))) == 1
