r"""From an index in a text to its line and column, and back, as editors count lines.

Editors break lines at `\n`, `\r\n` and `\r` alone, YAML 1.1 at three characters more, which a
problem's place counts as well: so there is a table of lines for each of the two.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from argmap.frozen import frozen

_BREAK = re.compile("\r\n|[\n\r]")
_YAML_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


@frozen
class Positions:
    """The indices at which the lines of a text begin; lines and columns count from 0."""

    starts: Sequence[int]
    length: int

    def of(self, index: int) -> tuple[int, int]:
        """Return line and column of an index."""
        line = bisect_right(self.starts, index) - 1
        return line, index - self.starts[line]

    def index(self, line: int, column: int) -> int:
        """Return the index of a column of a line; what lies behind the text is its end."""
        if line >= len(self.starts):
            return self.length
        return min(self.starts[line] + column, self.length)


def rows(text: str) -> list[str]:
    """Return the lines of a text as editors have them, without their breaks."""
    return _BREAK.split(text)


def positions(text: str) -> Positions:
    """Return the lines of a text as editors have them."""
    return _positions(text, _BREAK)


def yaml_positions(text: str) -> Positions:
    """Return the lines of a text as a parser of YAML counts them."""
    return _positions(text, _YAML_BREAK)


def _positions(text: str, breaks: re.Pattern[str]) -> Positions:
    return Positions((0, *map(re.Match.end, breaks.finditer(text))), len(text))
