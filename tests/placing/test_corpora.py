"""Maps that people made: every real file of other programs that converts is placed lawfully."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from argmap.errors import ArgmapError
from argmap.formats.convert import loads
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Direction
from argmap.placing.pages import PAGES
from argmap.placing.place import place
from tests.formats.corpora import FOLDER
from tests.placing.laws import broken
from tests.placing.test_place import written


def folders() -> list[Any]:
    """Return a case for each folder of the corpora; one case that skips where there are none."""
    if not FOLDER.is_dir():
        return [pytest.param(None, marks=pytest.mark.skip(reason=f"{FOLDER} is not there"))]
    return [pytest.param(path, id=path.name) for path in sorted(FOLDER.iterdir()) if path.is_dir()]


def maps_in(folder: Path) -> dict[str, ArgumentMap]:
    """Return what converts of a folder, by file."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".tsv":
            try:
                found[path.name] = loads(path.read_bytes(), file=str(path)).argument_map
            except ArgmapError:
                continue
    return found


@pytest.mark.parametrize("folder", folders())
def test_every_map_of_the_corpora_is_placed_lawfully(folder: Path) -> None:
    found = {}
    for name, argument_map in maps_in(folder).items():
        for direction in Direction:
            for page in ("a4", "slide"):
                placed = place(argument_map, written(argument_map), PAGES[page], direction)
                found[name, direction, page] = broken(argument_map, placed, direction)
    assert {case: faults for case, faults in found.items() if faults} == {}
    assert found
