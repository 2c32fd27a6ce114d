from __future__ import annotations

import pytest

from argmap.model.argument_map import ArgumentMap, Cite, Source, Statement
from argmap.model.attribution import attribution

SOURCES = ArgumentMap(sources=(Source("q", title="The petition"), Source("untitled")))


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
