"""What is asked of the command line, all in one run: `python -m benchmarks.asked`.

Every row is a ratio within this run, or memory, and the command fails where one is missed. Where
`ARGMAP_NODE_MODULES` names the folder in which npm has put `@argdown/cli`, it is measured as well.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import process_time
from typing import NamedTuple

import yaml

from argmap.store.yaml_file import read
from benchmarks import argdown
from benchmarks.big_map import text_of
from benchmarks.processes import ARGMAP, alternately, cost
from benchmarks.timing import milliseconds

LARGE = 10_000
MEGABYTES = {("svg", LARGE): 250, ("html", LARGE): 250, ("dot", LARGE): 250, ("png", 500): 250}
"""How much memory a picture may take, by its format and the number of statements."""
PNG_SECONDS = 3


class Row(NamedTuple):
    """Something measured, what is asked for, and whether more is better."""

    what: str
    measured: float
    asked: float
    more: bool = False

    @property
    def missed(self) -> bool:
        """Whether it is not as asked for."""
        return self.measured < self.asked if self.more else self.measured > self.asked

    def __str__(self) -> str:
        """Return the row as a line."""
        sign = "≥" if self.more else "≤"
        end = "   missed" if self.missed else ""
        return f"{self.what:44} {self.measured:8.2f}   asked for {sign} {self.asked:g}{end}"


def rows(folder: Path) -> Iterator[Row]:
    """Measure row by row."""
    with_yaml = (sys.executable, "-c", "import yaml")
    theirs, ours = alternately(15, with_yaml, (ARGMAP, "--version"))
    yield Row("--version, in imports of PyYAML", ours.seconds / theirs.seconds, 1.5)
    text = text_of(LARGE)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    load = partial(yaml.load, text, Loader=loader)
    pairs = [
        (milliseconds(load, 1, process_time), milliseconds(partial(read, text), 1, process_time))
        for _ in range(8)
    ]
    least = [min(times) for times in zip(*pairs, strict=True)]
    yield Row(f"reading {LARGE}, in loads of {loader.__name__}", least[1] / least[0], 1)
    for (format_, size), most in MEGABYTES.items():
        source = folder / f"{size}.argmap.yaml"
        source.write_text(text_of(size), encoding="utf-8")
        made = str(folder / f"map.{format_}")
        way = (
            ("convert", str(source), made)
            if format_ == "html"
            else ("render", str(source), "-o", made)
        )
        spent = cost(ARGMAP, *way)
        yield Row(f"{format_.upper()} of {size}, MB at once", spent.megabytes, most)
        if format_ == "png":
            yield Row(f"PNG of {size}, seconds of the processor", spent.seconds, PNG_SECONDS)
    modules = os.environ.get("ARGMAP_NODE_MODULES", "")
    for size, asked in argdown.ASKED.items() if modules else ():
        ours_, theirs_ = argdown.compare(size, Path(modules) / ".bin" / "argdown", folder)
        yield Row(f"SVG of {size}, times as fast as Argdown", theirs_ / ours_, asked, more=True)


def main() -> None:
    """Print every row as it is measured; fail where one is missed."""
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(Path(folder)):
            print(row, flush=True)
            missed |= row.missed
    sys.exit(missed)


if __name__ == "__main__":
    main()
