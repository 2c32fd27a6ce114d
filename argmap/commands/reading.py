"""Reading the maps that commands are given, from files and from standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.commands.command import Exit
from argmap.commands.console import tell
from argmap.errors import Severity

if TYPE_CHECKING:
    from argmap.store.yaml_file import Reading

STANDARD = "-"
"""The name that stands for standard input, and for standard output."""


def read_map(name: str) -> Reading:
    """Read a map with its problems; raises ArgmapError or OSError where there is none."""
    # YAML takes longer to load than `argmap --version` may take.
    from argmap.store.yaml_file import load, read  # noqa: PLC0415

    if name == STANDARD:
        return read(sys.stdin.buffer.read(), STANDARD)
    return load(Path(name))


def tell_problems(reading: Reading) -> None:
    """Write what is wrong with a map as messages, for commands whose result is something else."""
    for problem in reading.problems:
        if problem.severity is not Severity.HINT:
            tell(str(problem))


def exit_of(reading: Reading) -> Exit:
    """Give the status that a map's problems call for."""
    errors = any(problem.severity is Severity.ERROR for problem in reading.problems)
    return Exit.PROBLEMS if errors else Exit.FINE
