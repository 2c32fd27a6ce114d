"""Every writer on one map, against files that read as documents: tests/cases/formats/written.

To write them anew after a change that is meant: python -m tests.formats.test_written
"""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.formats.convert import dumps
from argmap.formats.table import FORMATS
from argmap.store.yaml_file import read

CASES = Path(__file__).parents[1] / "cases" / "formats" / "written"
DRAWN = ("html", "dot", "tikz", "graphml")
"""What these write is the drawing's business, and tested there and in test_exports."""

WRITERS = [row.name for row in FORMATS if row.write and row.name not in DRAWN]
REPORT = "losses.txt"


def written(name: str) -> str:
    source = (CASES / "pool.argmap.yaml").read_text(encoding="utf-8")
    return dumps(read(source).argument_map, name).text


def report() -> str:
    source = (CASES / "pool.argmap.yaml").read_text(encoding="utf-8")
    argument_map = read(source).argument_map
    return "".join(
        f"{row.name}\n" + "".join(f"  {loss}\n" for loss in dumps(argument_map, row.name).losses)
        for row in FORMATS
        if row.write
    )


def path_of(name: str) -> Path:
    row = next(row for row in FORMATS if row.name == name)
    return CASES / f"pool{row.suffixes[0]}"


@pytest.mark.parametrize("name", WRITERS)
def test_what_is_written(name: str) -> None:
    assert written(name) == path_of(name).read_text(encoding="utf-8")


def test_what_is_reported() -> None:
    assert report() == (CASES / REPORT).read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in WRITERS:
        path_of(each).write_text(written(each), encoding="utf-8")
    (CASES / REPORT).write_text(report(), encoding="utf-8")
