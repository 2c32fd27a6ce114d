"""What readers make of the samples, against maps that read as documents: tests/cases/formats/read.

Beside each map, `told.txt` has what the report says of its sample.
To write them anew after a change that is meant: python -m tests.formats.test_read
"""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.formats.convert import dumps, loads
from argmap.formats.format import Imported

SAMPLES = Path(__file__).parents[1] / "cases" / "formats"
MAPS = SAMPLES / "read"
END = ".argmap.yaml"
TOLD = "told.txt"
NAMES = sorted(path.name.removesuffix(END) for path in MAPS.glob(f"*{END}"))


def read(name: str) -> Imported:
    return loads((SAMPLES / name).read_bytes(), file=name)


def read_map(name: str) -> str:
    return dumps(read(name).argument_map, "argmap").text


def told() -> str:
    """Return the report: a heading for each sample, and below it what is lost, undrawn, wrong."""
    lines = []
    for name in NAMES:
        found = read(name)
        lines += ["", name]
        lines += [f"  lost: {loss}" for loss in found.losses]
        lines += [f"  not drawn: {kept}" for kept in found.undrawn]
        lines += [f"  {problem}" for problem in found.problems]
    return "\n".join(lines[1:]) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read(name: str) -> None:
    assert read_map(name) == (MAPS / f"{name}{END}").read_text(encoding="utf-8")


def test_what_is_told() -> None:
    assert told() == (MAPS / TOLD).read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in NAMES:
        (MAPS / f"{each}{END}").write_text(read_map(each), encoding="utf-8")
    (MAPS / TOLD).write_text(told(), encoding="utf-8")
