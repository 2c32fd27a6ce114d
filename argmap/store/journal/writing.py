"""Where somebody was writing what a journal holds: so that they go on there after a crash."""

from __future__ import annotations

from typing import Any, TypeAlias

from argmap.frozen import frozen

BEHIND_ALL = -1
"""A place of a cursor: where a value is not written as the map has it, nobody can count letters.

One less is behind a blank there, which was typed last.
"""


@frozen
class InField:
    """A text that was being typed: of which item (none for the map's own), which field, and where.

    `at` is where its cursor stood, in letters: one more than there are where a blank was typed
    last, which the text has not, or `BEHIND_ALL`. A field of an entry in a list of the item has
    the name of the list, the key of the entry, and its own, with points between.
    """

    item: str
    field: str
    at: int


@frozen
class InText:
    """A place in the text of the whole map, which was being typed.

    The cursor stood on a `line`, behind `at` letters of it; what was selected reaches to the other
    place.
    """

    line: int
    at: int
    other_line: int
    other_at: int


Writing: TypeAlias = InField | InText


def entry_of(writing: Writing | None) -> Any:
    """Return what a line of a journal says of a text that is being typed, or of none any more.

    Versions that know of fields alone pass over what is said of the text of the whole map.
    """
    match writing:
        case InText(line, at, other_line, other_at):
            return {"writing": ["", "", at], "text": [line, at, other_line, other_at]}
        case InField(item, field, at):
            return {"writing": [item, field, at]}
    return {"writing": None}


def says_writing(entry: Any) -> bool:
    """Whether a line of a journal is about what is being typed."""
    match entry:
        case {"writing": None} | {"writing": [str(), str(), int()]}:
            return True
    return False


def writing_of(entry: Any) -> Writing | None:
    """Return what such a line says."""
    match entry:
        case {"writing": None}:
            return None
        case {"text": [int(line), int(at), int(other_line), int(other_at)]}:
            return InText(line, at, other_line, other_at)
    return InField(*entry["writing"])
