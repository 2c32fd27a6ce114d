"""The marks that git leaves in a file where it could not merge: both sides, to be looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARKS = re.compile(r"<{7}(?: .*)?|\|{7}(?: .*)?|={7}|>{7}(?: .*)?")
_OPEN, _BASE, _MIDDLE, _CLOSE = "<|=>"


class Sides(NamedTuple):
    """The lines (from 0) in which a conflict begins, and the text with marks as comments.

    `both` holds what both sides wrote, `ours` only what stands above the middle.
    """

    begins: tuple[int, ...]
    both: str
    ours: str


def sides(text: str) -> Sides | None:
    """Return the sides of a text with conflict marks; None if there are no whole ones."""
    both, ours, begins = [], [], []
    state = ""
    for number, (mark, line) in enumerate(_marked(text)):
        if mark == _OPEN and not state:
            begins.append(number)
        if mark:
            state = "" if mark == _CLOSE else mark
        comment = f"#{line}"
        both.append(comment if mark or state == _BASE else line)
        ours.append(comment if mark or state in (_BASE, _MIDDLE) else line)
    if not begins or state:
        return None
    return Sides(tuple(begins), "\n".join(both), "\n".join(ours))


def _marked(text: str) -> Iterator[tuple[str, str]]:
    """Return the lines, each with the kind of its mark, if it is one."""
    for line in text.split("\n"):
        found = _MARKS.fullmatch(line.rstrip("\r"))
        yield (found[0][0] if found else ""), line
