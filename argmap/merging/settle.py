"""Settling a conflict: one edit, from a map to a map, for each way out.

The map holds ours already, so keeping ours only takes the conflict out.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from argmap.errors import ArgmapError
from argmap.merging.putting import changed, with_value
from argmap.model.argument_map import GONE, SECTIONS, ArgumentMap, Conflict, Side, Table, Value
from argmap.model.edits.edit import put
from argmap.model.ids import unused_id
from argmap.store.reading.item import item_of

_NOT_BOTH = ArgmapError("Both cannot stand here.", "Keep one of the two, or write your own.")


def keep_ours(argument_map: ArgumentMap, conflict: Conflict) -> ArgumentMap:
    """Leave the map as it is, and call the conflict settled, with all that follows from it."""
    return _settled(argument_map, conflict, *following(argument_map, conflict))


def take_theirs(argument_map: ArgumentMap, conflict: Conflict) -> ArgumentMap:
    """Let the map hold theirs, with what it bore on, as far as that is there.

    Raises ArgmapError where theirs names what is not there (yet).
    """
    return take_own(argument_map, conflict, conflict.theirs)


def following(argument_map: ArgumentMap, conflict: Conflict) -> tuple[Conflict, ...]:
    """Return the conflicts that are no questions of their own.

    Where ours deleted a statement, its steps went or shrank in ours only for that.
    """
    if conflict.key != "statements" or conflict.ours is not GONE:
        return ()
    return tuple(
        other
        for other in argument_map.conflicts
        if other.theirs == other.base and conflict.id in _premises(other)
    )


def _premises(conflict: Conflict) -> tuple[Value, ...]:
    """Return what a step starts from in theirs, if a conflict is about that."""
    said: Side = conflict.theirs
    if conflict.key == "relations" and isinstance(said, Table):
        said = dict(said.pairs).get("from", ())
    elif conflict.key != "from":
        return ()
    return said if isinstance(said, tuple) else ()


def _settled(argument_map: ArgumentMap, *settled: Conflict) -> ArgumentMap:
    left = (c for c in argument_map.conflicts if not any(c is each for each in settled))
    return replace(argument_map, conflicts=tuple(left))


def take_own(argument_map: ArgumentMap, conflict: Conflict, value: Side) -> ArgumentMap:
    """Let the map hold a value of one's own, as the file would have it."""
    taken = with_value(argument_map, conflict.id, conflict.key, value)
    taken = _settled(taken, conflict)
    for step in following(argument_map, conflict):
        with suppress(ArgmapError):  # it is a question of its own then
            taken = take_theirs(taken, step)
    return taken


def take_both(argument_map: ArgumentMap, conflict: Conflict) -> ArgumentMap:
    """Let both stand: texts below one another, lists joined, and two items under two ids.

    Raises ArgmapError where only one can.
    """
    ours, theirs = conflict.ours, conflict.theirs
    if conflict.key in SECTIONS:
        return _with_another(argument_map, conflict)
    if isinstance(ours, tuple) and isinstance(theirs, tuple):
        joined = (*ours, *(value for value in theirs if value not in ours))
        return take_own(argument_map, conflict, joined)
    if isinstance(ours, str) and isinstance(theirs, str) and conflict.key in _PROSE:
        return take_own(argument_map, conflict, f"{ours}\n\n{theirs}")
    raise _NOT_BOTH


_PROSE = ("text", "note", "summary")


def _with_another(argument_map: ArgumentMap, conflict: Conflict) -> ArgumentMap:
    """Let theirs stand under an id of its own, and be what theirs names in other conflicts."""
    if not isinstance(conflict.ours, Table) or not isinstance(conflict.theirs, Table):
        raise _NOT_BOTH
    new = unused_id(conflict.id, argument_map.ids)
    table = changed(conflict.theirs, "id", new)
    grown = put(argument_map, item_of(table, conflict.key, new))
    left = tuple(
        replace(c, theirs=_renamed(c.theirs, conflict.id, new)) if c is not conflict else c
        for c in grown.conflicts
    )
    return replace(grown, conflicts=tuple(c for c in left if c is not conflict))


def _renamed(side: Side, old: str, new: str) -> Side:
    """Return a side of a conflict that names another item in an item's place."""
    if not isinstance(side, Table):
        return side
    named = ("from", "supports", "attacks", "group", "parent")
    pairs = [
        (key, _swapped(value, old, new) if key in named else value) for key, value in side.pairs
    ]
    return Table(tuple(pairs))


def _swapped(value: Value, old: str, new: str) -> Value:
    if isinstance(value, tuple):
        return tuple(new if name == old else name for name in value)
    return new if value == old else value
