"""Which stretches of a line run leftwards, and the order in which they are seen.

The Unicode Bidirectional Algorithm (UAX 9) without explicit embeddings, which no drawing holds:
each character has a level, odd ones run leftwards, and what has a higher level is turned round
within what has a lower one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import groupby

from argmap.frozen import frozen

_LETTERS = {"L": False, "R": True, "AL": True}
_NUMBERS = {"EN", "AN"}


@frozen
class Stretch:
    """A part of a line that runs in one direction."""

    start: int
    stop: int
    leftwards: bool


def stretches(text: str, *, rightwards: bool) -> list[Stretch]:
    """Return the stretches of a line from left to right as they are seen.

    `rightwards` is the direction of its paragraph.
    """
    levels = _levels(text, 0 if rightwards else 1)
    found: list[tuple[int, Stretch]] = []
    at = 0
    for level, group in groupby(levels):
        stop = at + len(list(group))
        found.append((level, Stretch(at, stop, bool(level % 2))))
        at = stop
    return [one for _, one in _in_visual_order(found)]


def _levels(text: str, paragraph: int) -> list[int]:
    """Return the level of each character; blanks and signs take that of what they stand between."""
    kinds = [unicodedata.bidirectional(char) for char in text]
    strong = [_LETTERS.get(kind) for kind in kinds]
    before = _last_known(strong, leftwards=bool(paragraph))
    after = _last_known(strong[::-1], leftwards=bool(paragraph))[::-1]
    inner = 2 if paragraph else 0  # of what runs rightwards
    levels = []
    for kind, own, left, right in zip(kinds, strong, before, after, strict=True):
        if own is not None:
            levels.append(1 if own else inner)
        elif kind in _NUMBERS:
            levels.append(2 if left else inner)
        else:
            levels.append((1 if left else inner) if left == right else paragraph)
    return levels


def _last_known(strong: Sequence[bool | None], *, leftwards: bool) -> list[bool]:
    found = []
    for one in strong:
        leftwards = leftwards if one is None else one
        found.append(leftwards)
    return found


def _in_visual_order(found: list[tuple[int, Stretch]]) -> list[tuple[int, Stretch]]:
    """Return stretches, each level's turned round, from the highest to 1 (rule L2)."""
    for level in range(max((level for level, _ in found), default=0), 0, -1):
        turned: list[tuple[int, Stretch]] = []
        high: list[tuple[int, Stretch]] = []
        for one in found:
            if one[0] >= level:
                high.insert(0, one)
            else:
                turned += [*high, one]
                high = []
        found = turned + high
    return found
