"""The words by which files say that one statement supports or attacks another."""

from __future__ import annotations

import re

from argmap.formats.building.map_builder import MapBuilder
from argmap.model.kinds import Bearing

BEARINGS = {
    **dict.fromkeys(("supports", "support", "pro", "reason", "premise", "+"), Bearing.SUPPORTS),
    **dict.fromkeys(("attacks", "attack", "con", "objection", "rebuttal", "-"), Bearing.ATTACKS),
}


def bearing_of(builder: MapBuilder, word: str, line: int) -> Bearing | None:
    """Return what a word of a file means, None for no word; one that means nothing is a problem."""
    word = word.strip().lower()
    if word and word not in BEARINGS:
        builder.add_problem(
            f"“{word}” is neither supports nor attacks; it is read as a support.", line
        )
        return Bearing.SUPPORTS
    return BEARINGS.get(word)


MARKS = {Bearing.SUPPORTS: "Pro:", Bearing.ATTACKS: "Con:"}
"""The marks that argmap writes at the start of a line of an outline."""

MARK = r"(?:pro|support|reason|con|attack|objection)"
"""A pattern of the words that are read as marks, in letters of any case."""

MARKED_LINES = (
    "In files of other programs `Pro:`, `Con:` and the like before a text say what it does."
)

_MARKED = re.compile(rf"\s*+\*{{0,2}}({MARK}):\*{{0,2}}(?:\s+|$)", re.IGNORECASE)


def unmarked(text: str) -> tuple[Bearing | None, str]:
    """Return what a mark such as `Con:` at the start of a text means, and the text behind it."""
    found = _MARKED.match(text)
    return (BEARINGS[found[1].lower()], text[found.end() :]) if found else (None, text)
