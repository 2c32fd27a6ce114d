"""Joining lines: what a hyphen at the end of a line was put there for, the text itself tells.

`well-` and `known` are joined as `well-known` where the text has that word more often in one line
than `wellknown`; most hyphens at the ends of lines only part a word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

HYPHEN = "\x02\ufffe\u00ad"
"""What a program that knows it to be at a line's end makes of a hyphen."""

_AT_END = re.compile(rf"(\w+)[-‐{HYPHEN}]$")
_INSIDE = re.compile(rf"(\w+)[{HYPHEN}](\w+)")
_WORD = re.compile(r"\w+(?:[-‐]\w+)*")
_START = re.compile(r"\w+")


class Joiner:
    """Joins the lines of one text."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        for line in lines:
            self._words.update(word.lower().replace("‐", "-") for word in _WORD.findall(line))

    def inside(self, line: str) -> str:
        """Return a line with the words joined that were parted at the end of another."""
        return _INSIDE.sub(lambda found: self._joined(found[1], found[2]), line)

    def add(self, written: list[str], line: str, between: str = "") -> None:
        """Write a line behind what is written; `between` stands where one ends."""
        before, start = _AT_END.search(written[-1]), _START.match(line)
        if before and start and not start[0][0].isupper() and not start[0][0].isdigit():
            word = self._joined(before[1], start[0])
            written[-1] = written[-1][: before.start()] + word
            rest = line[start.end() :]
            written.append(f"{between}{rest}" if between else rest)
        else:
            written.append(f"{between or ' '}{line}")

    def _joined(self, left: str, right: str) -> str:
        whole, hyphened = f"{left}{right}".lower(), f"{left}-{right}".lower()
        kept = self._words[hyphened] > self._words[whole]
        return f"{left}-{right}" if kept else f"{left}{right}"
