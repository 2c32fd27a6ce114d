"""The words by which files say that one statement supports or attacks another."""

from __future__ import annotations

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
