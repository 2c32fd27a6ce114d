"""Real files of other programs, which lie beside the checkout and are no part of it."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[3] / "shared" / "corpora"


def cases(name: str) -> list[Any]:
    """Return a (path, index row) case per file; one case that skips where there are none."""
    index = FOLDER / name / "INDEX.tsv"
    if not index.is_file():
        return [pytest.param(None, {}, marks=pytest.mark.skip(reason=f"{index} is not there"))]
    lines = [line for line in index.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    rows = {
        row["file"]: row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    }
    return [
        pytest.param(path, row, id=file)
        for file, row in rows.items()
        if (path := FOLDER / name / file).is_file()
    ]


def counts(column: str) -> Counter[str]:
    """Return the counts of a column such as `I=5 RA=3`, without zeros."""
    pairs = (pair.rpartition("=") for pair in column.split() if "=" in pair)
    return Counter({key: int(number) for key, _, number in pairs if int(number)})
