"""Settling a conflict: one edit, from a map to a map, for each way out.

The map holds ours already, so keeping ours only takes the conflict out.
"""

from __future__ import annotations

from dataclasses import replace

from argmap.errors import ArgmapError
from argmap.merging.fields import TARGET
from argmap.merging.merge_state import by_id
from argmap.model.argument_map import (
    FIELDS,
    GONE,
    SECTIONS,
    ArgumentMap,
    Conflict,
    Item,
    Side,
    Table,
    Value,
)
from argmap.model.edits import removal
from argmap.model.edits.edit import put
from argmap.model.ids import unused_id
from argmap.store.reading.item import item_of
from argmap.store.schema.tables import fields_of, table_of
from argmap.store.yaml.emit import flow
from argmap.store.yaml_file import read

_NOT_BOTH = ArgmapError("Both cannot stand here.", "Keep one of the two, or write your own.")


def keep_ours(argument_map: ArgumentMap, conflict: Conflict) -> ArgumentMap:
    """Leave the map as it is, and call the conflict settled."""
    return replace(
        argument_map, conflicts=tuple(c for c in argument_map.conflicts if c is not conflict)
    )


def take_theirs(argument_map: ArgumentMap, conflict: Conflict) -> ArgumentMap:
    """Let the map hold theirs; raises ArgmapError where that names what is not there (yet)."""
    return keep_ours(_with(argument_map, conflict, conflict.theirs), conflict)


def take_own(argument_map: ArgumentMap, conflict: Conflict, value: Value) -> ArgumentMap:
    """Let the map hold a value of one's own, as the file would have it."""
    return keep_ours(_with(argument_map, conflict, value), conflict)


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


_PROSE = ("text", "note", "summary", "title")


def _with(argument_map: ArgumentMap, conflict: Conflict, value: Side) -> ArgumentMap:
    """Return the map with a value in the place that a conflict is about."""
    if conflict.key in SECTIONS:
        return _with_item(argument_map, conflict, value)
    if not conflict.id:
        return _with_field(argument_map, conflict.key, value)
    section, item = _holder(argument_map, conflict.id)
    table = _changed(table_of(item), conflict.key, value)
    return put(argument_map, item_of(table, section, item.id))


def _with_item(argument_map: ArgumentMap, conflict: Conflict, value: Side) -> ArgumentMap:
    if isinstance(value, Table):
        return put(argument_map, item_of(value, conflict.key, conflict.id))
    if conflict.id not in by_id(argument_map, conflict.key):
        return argument_map
    match conflict.key:
        case "sources":
            return removal.delete_source(argument_map, conflict.id)
        case "groups":
            return removal.delete_group(argument_map, conflict.id)
        case "viewpoints":
            return removal.delete_viewpoint(argument_map, conflict.id)
        case _:
            return removal.delete_cards(argument_map, [conflict.id])


def _with_field(argument_map: ArgumentMap, key: str, value: Side) -> ArgumentMap:
    """Return the map with one of its own keys changed, read as a file that has it would be."""
    table = _changed(fields_of(replace(argument_map, conflicts=())), key, value)
    reading = read(flow(table))
    if any(problem.code == "bad-value" for problem in reading.problems):
        raise ArgmapError(reading.problems[0].message, reading.problems[0].hint)
    fields = {name: getattr(reading.argument_map, name) for name in FIELDS if name != "conflicts"}
    return replace(argument_map, **fields)


def _with_another(argument_map: ArgumentMap, conflict: Conflict) -> ArgumentMap:
    """Let theirs stand under an id of its own, and be what theirs names in other conflicts."""
    if not isinstance(conflict.ours, Table) or not isinstance(conflict.theirs, Table):
        raise _NOT_BOTH
    new = unused_id(conflict.id, argument_map.ids)
    table = _changed(conflict.theirs, "id", new)
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


def _changed(table: Table, key: str, value: Side) -> Table:
    """Return a table with another value for a key; GONE takes the key away."""
    outer, _, inner = key.partition(".")
    pairs = dict(table.pairs)
    if key == TARGET:
        del pairs["supports" if "supports" in pairs else "attacks"]
        return Table((*pairs.items(), *(value.pairs if isinstance(value, Table) else ())))
    if inner and outer in ("style", "judgements"):
        held = pairs.get(outer)
        within = held if isinstance(held, Table) else Table(())
        return _changed(table, outer, _changed(within, inner, value))
    if value is GONE:
        pairs.pop(key, None)
    else:
        pairs[key] = value
    return Table(tuple(pairs.items()))


def _holder(argument_map: ArgumentMap, id_: str) -> tuple[str, Item]:
    for section in SECTIONS:
        if id_ in by_id(argument_map, section):
            return section, by_id(argument_map, section)[id_]
    raise ArgmapError(f"There is no “{id_}” in the map.", "Settle first whether it is to stand.")
