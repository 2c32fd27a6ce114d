"""A file made into a picture by argmap and by Argdown: `python -m benchmarks.argdown`.

`ARGMAP_NODE_MODULES` names the folder in which npm has put `@argdown/cli`. Both draw the same map
as SVG, each in a process of its own and in turn; what counts is the processor's time, of all that a
process starts too, so that other programs have no part in it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from argmap.formats import convert
from argmap.store.yaml_file import dumps
from benchmarks.big_map import map_of
from benchmarks.processes import ARGMAP, alternately

ASKED = {20: 10.0, 100: 8.0, 500: 5.0, 2000: 3.0}
"""How many times as fast as Argdown argmap is to be, by the number of statements."""
ROUNDS = 5


def compare(size: int, argdown: Path, folder: Path) -> tuple[float, float]:
    """Return the seconds of argmap and of Argdown for a map of a size."""
    argument_map = map_of(size)
    ours, theirs = folder / "map.argmap.yaml", folder / "map.argdown"
    ours.write_text(dumps(argument_map), encoding="utf-8")
    theirs.write_text(convert.dumps(argument_map, "argdown").text, encoding="utf-8")
    mine, other = alternately(
        ROUNDS,
        (ARGMAP, "render", str(ours), "-o", str(folder / "map.svg")),
        (str(argdown), "map", str(theirs), str(folder), "-f", "svg"),
    )
    return mine.seconds, other.seconds


def main() -> None:
    """Measure and print; fail where argmap is not as fast as is asked for."""
    modules = os.environ.get("ARGMAP_NODE_MODULES", "")
    argdown = Path(modules) / ".bin" / "argdown"
    if not modules or not argdown.exists():
        sys.exit("Set ARGMAP_NODE_MODULES to a folder that holds @argdown/cli.")
    missed = False
    for size, asked in ASKED.items():
        with tempfile.TemporaryDirectory() as folder:
            ours, theirs = compare(size, argdown, Path(folder))
        missed |= theirs / ours < asked
        print(f"{size:5} statements   argmap {ours:.2f} s   Argdown {theirs:.2f} s   "
              f"{theirs / ours:.1f} times as fast, asked for {asked:.0f}")  # fmt: skip
    sys.exit(missed)


if __name__ == "__main__":
    main()
