"""Lines of a file that are not as they should be, and what they should be.

A repair keeps the number of lines, so that all places in the file stay the same; only one that
replaces nothing puts lines in.
"""

from __future__ import annotations

from collections.abc import Iterable

from argmap.errors import Severity
from argmap.frozen import frozen


@frozen
class Repair:
    """What is wrong at a place, and `becomes`, the lines that are to stand there instead.

    The line and the column count from 0; `count` lines are replaced.
    """

    line: int
    column: int
    count: int
    becomes: str
    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR


def repaired(text: str, repairs: Iterable[Repair]) -> str:
    """Return a text with all repairs made; no two of them may touch the same line."""
    lines = text.split("\n")
    for repair in sorted(repairs, key=lambda r: (r.line, r.count), reverse=True):
        lines[repair.line : repair.line + repair.count] = repair.becomes.split("\n")
    return "\n".join(lines)
