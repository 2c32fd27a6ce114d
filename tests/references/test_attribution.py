"""The small line under a card: who says so, and where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmap.drawing.dot.writer import dot
from argmap.drawing.options import DrawingOptions
from argmap.drawing.theme import load
from argmap.model.argument_map import ArgumentMap, Cite, Source, Statement, Style
from argmap.model.kinds import SourceLine
from argmap.references.attribution import attribution

SOURCES = ArgumentMap(sources=(Source("q", title="The petition"), Source("untitled")))
LONG = "On the opening of pools on Sundays and other days: a report"
KNOWN = ArgumentMap(
    sources=(
        Source("idle"),
        Source("lee", title=LONG, author="Lee, Ann; Town Council", date="2020-03-01"),
        Source("many", title="Pools", author="A; B; C"),
        Source("bare", title="The petition"),
    )
)
CITES = (
    Cite("lee", at="page 7"), Cite("lee", at="page 9"), Cite("many"), Cite("bare", at="line 1"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("said_by", "cites", "line"),
    [
        ("", (), ""),
        ("Ann", (), "Ann"),
        ("", ("q",), "The petition"),
        ("Ann", ("q",), "Ann, The petition"),
        ("Ann", ("q", "q"), "Ann, The petition"),
        ("", ("q", "untitled"), "The petition; untitled"),
        ("Ann", ("nowhere",), "Ann"),
    ],
)
def test_who_says_it_and_where(said_by: str, cites: tuple[str, ...], line: str) -> None:
    statement = Statement("a", "A.", said_by=said_by, cites=tuple(map(Cite, cites)))
    assert attribution(SOURCES, statement) == line


@pytest.mark.parametrize(
    ("source_line", "line"),
    [
        (SourceLine.TITLE, f"{LONG}; Pools; The petition"),
        (SourceLine.TITLE_PLACE, f"{LONG}, page 7, page 9; Pools; The petition, line 1"),
        (SourceLine.AUTHOR_YEAR, "Lee & Town Council, 2020; A et al.; The petition"),
        (
            SourceLine.AUTHOR_YEAR_PLACE,
            "Lee & Town Council, 2020, page 7, page 9; A et al.; The petition, line 1",
        ),
        (
            SourceLine.AUTHOR_TITLE_YEAR_PLACE,
            (
                "Lee & Town Council, On the opening of pools on Sundays and…, 2020, "
                "page 7, page 9; A et al., Pools; The petition, line 1"
            ),
        ),
        (SourceLine.NUMBER, "[2]; [3]; [4]"),
        (SourceLine.NUMBER_PLACE, "[2, page 7, page 9]; [3]; [4, line 1]"),
        (SourceLine.NONE, ""),
    ],
)
def test_sources_are_named_as_the_map_says(source_line: SourceLine, line: str) -> None:
    argument_map = replace(KNOWN, style=Style(source_line=source_line))
    statement = Statement("a", "A.", cites=CITES)
    assert attribution(argument_map, statement) == line
    ann = replace(statement, said_by="Ann")
    assert attribution(argument_map, ann) == (f"Ann, {line}" if line else "Ann")


def test_a_picture_follows_the_map_and_what_is_asked_for() -> None:
    cited = replace(KNOWN, statements=(Statement("a", "A.", cites=CITES[2:3]),))
    styled = replace(cited, style=Style(source_line=SourceLine.NUMBER))
    light = load("light")
    assert ">Pools<" in dot(cited, DrawingOptions(light))
    assert ">[3]<" in dot(styled, DrawingOptions(light))
    asked = DrawingOptions(light, source_line=SourceLine.AUTHOR_YEAR)
    assert ">A et al.<" in dot(styled, asked)
