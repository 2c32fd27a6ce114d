"""Where somebody was writing what a journal holds: so that they go on there after a crash."""

from __future__ import annotations

from typing import Any

from argmap.frozen import frozen


@frozen
class Writing:
    """A text that was being typed: of which item (none for the map's own), which field, and where.

    `at` is where its cursor stood, in letters.
    """

    item: str
    field: str
    at: int


def entry_of(writing: Writing | None) -> Any:
    """Return what a line of a journal says of a text that is being typed, or of none any more."""
    return {"writing": [writing.item, writing.field, writing.at] if writing else None}


def says_writing(entry: Any) -> bool:
    """Whether a line of a journal is about what is being typed."""
    match entry:
        case {"writing": None} | {"writing": [str(), str(), int()]}:
            return True
    return False


def writing_of(entry: Any) -> Writing | None:
    """Return what such a line says."""
    return Writing(*entry["writing"]) if entry["writing"] else None
