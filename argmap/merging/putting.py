"""Putting a value where a map holds another: into a key of an item, of the style, or of the map.

Values are as the file has them, and read as the file's reader would read them, so what no file may
hold comes into no map.
"""

from __future__ import annotations

from dataclasses import replace

from argmap.errors import ArgmapError
from argmap.merging.fields import TARGET
from argmap.merging.merge_state import by_id
from argmap.model.argument_map import FIELDS, GONE, SECTIONS, ArgumentMap, Item, Side, Table
from argmap.model.edits import removal
from argmap.model.edits.edit import put
from argmap.store.reading.item import item_of
from argmap.store.schema.tables import fields_of, table_of
from argmap.store.yaml.emit import flow
from argmap.store.yaml_file import read


def with_value(argument_map: ArgumentMap, id_: str, key: str, value: Side) -> ArgumentMap:
    """Return the map with another value for a key of an item, or of the map for no id.

    A value of GONE takes the key away. Where the key is a section, the value is the whole item.
    Raises ArgmapError for a value that cannot be, and for what names what is not there.
    """
    if key in SECTIONS:
        return _with_item(argument_map, key, id_, value)
    if not id_:
        return _with_field(argument_map, key, value)
    section, item = holder(argument_map, id_)
    table = changed(table_of(item), key, value)
    return put(argument_map, item_of(table, section, item.id))


def _with_item(argument_map: ArgumentMap, section: str, id_: str, value: Side) -> ArgumentMap:
    if isinstance(value, Table):
        return put(argument_map, item_of(value, section, id_))
    if id_ not in by_id(argument_map, section):
        return argument_map
    match section:
        case "sources":
            return removal.delete_source(argument_map, id_)
        case "groups":
            return removal.delete_group(argument_map, id_)
        case "viewpoints":
            return removal.delete_viewpoint(argument_map, id_)
        case _:
            return removal.delete_cards(argument_map, [id_])


def _with_field(argument_map: ArgumentMap, key: str, value: Side) -> ArgumentMap:
    """Return the map with one of its own keys changed, read as a file that has it would be."""
    table = changed(fields_of(replace(argument_map, conflicts=())), key, value)
    reading = read(flow(table))
    if any(problem.code == "bad-value" for problem in reading.problems):
        raise ArgmapError(reading.problems[0].message, reading.problems[0].hint)
    fields = {name: getattr(reading.argument_map, name) for name in FIELDS if name != "conflicts"}
    return replace(argument_map, **fields)


def changed(table: Table, key: str, value: Side) -> Table:
    """Return a table with another value for a key; GONE takes the key away."""
    outer, _, inner = key.partition(".")
    pairs = dict(table.pairs)
    if key == TARGET:
        del pairs["supports" if "supports" in pairs else "attacks"]
        return Table((*pairs.items(), *(value.pairs if isinstance(value, Table) else ())))
    if inner and outer in ("style", "judgements"):
        held = pairs.get(outer)
        within = held if isinstance(held, Table) else Table(())
        return changed(table, outer, changed(within, inner, value))
    if value is GONE:
        pairs.pop(key, None)
    else:
        pairs[key] = value
    return Table(tuple(pairs.items()))


def holder(argument_map: ArgumentMap, id_: str) -> tuple[str, Item]:
    """Return an item of the map with the name of its section; raises ArgmapError for none."""
    for section in SECTIONS:
        if id_ in by_id(argument_map, section):
            return section, by_id(argument_map, section)[id_]
    raise ArgmapError(f"There is no “{id_}” in the map.", "Settle first whether it is to stand.")
