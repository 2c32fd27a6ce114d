"""Items of the model as tables: the keys and values that a file has for them, in writing order.

The counterpart of the reader. What is absent, or what every reader takes for granted, has no key.
"""

from __future__ import annotations

from typing import Any

from argmap.model.argument_map import (
    GONE,
    SECTIONS,
    ArgumentMap,
    Cite,
    Conflict,
    Gone,
    Group,
    Item,
    Relation,
    Side,
    Source,
    Statement,
    Style,
    Table,
    Value,
    Viewpoint,
)
from argmap.store.schema.keys import KEYS_OF, REQUIRED, VERSION, Level

_LEVELS: dict[type, Level] = {
    Statement: Level.STATEMENT,
    Relation: Level.RELATION,
    Source: Level.SOURCE,
    Group: Level.GROUP,
    Viewpoint: Level.VIEWPOINT,
    Cite: Level.CITE,
    Style: Level.STYLE,
}


def table_of(item: Item | Cite | Style) -> Table:
    """Return the keys of an item with their values."""
    level = _LEVELS[type(item)]
    pairs = [(name, _value(item, name)) for name in KEYS_OF[level]]
    present = [(n, v) for n, v in pairs if n in REQUIRED[level] or not _is_absent(n, v)]
    return Table((*present, *item.extra))


DELETED = Table((("deleted", True),))
"""How a file says of a side of a conflict that it is gone."""


def table_of_conflict(conflict: Conflict) -> Table:
    """Return the keys of a conflict with their values."""
    named = [("id", conflict.id), ("key", conflict.key)]
    sides: list[tuple[str, Side]] = [
        ("base", conflict.base),
        ("ours", DELETED if conflict.ours is GONE else conflict.ours),
        ("theirs", DELETED if conflict.theirs is GONE else conflict.theirs),
    ]
    present = [(name, side) for name, side in sides if not isinstance(side, Gone)]
    return Table((*(pair for pair in named if pair[1]), *present, *conflict.extra))


def fields_of(argument_map: ArgumentMap) -> Table:
    """Return the top-level keys of a map, sections left aside."""
    names = [name for name in KEYS_OF[Level.MAP] if name not in SECTIONS]
    pairs = [(name, _field(argument_map, name)) for name in names]
    present = [(name, value) for name, value in pairs if not _is_absent(name, value)]
    return Table((*present, *argument_map.extra))


def _field(argument_map: ArgumentMap, name: str) -> Value:
    """Return the value of a top-level key, as the file has it."""
    if name == "argmap":
        return VERSION
    if name == "conflicts":
        return tuple(map(table_of_conflict, argument_map.conflicts))
    value: Any = getattr(argument_map, name)
    plain: Value = table_of(value) if isinstance(value, Style) else value
    return plain


def table_of_map(argument_map: ArgumentMap) -> Table:
    """Return all that is in a map."""
    fields = dict(fields_of(argument_map).pairs)
    sections = {name: tuple(map(table_of, getattr(argument_map, name))) for name in SECTIONS}
    ordered = {name: {**fields, **sections}.get(name) for name in KEYS_OF[Level.MAP]}
    known = [(name, value) for name, value in ordered.items() if value not in (None, ())]
    return Table((*known, *argument_map.extra))


def _value(item: Item | Cite | Style, name: str) -> Value:
    """Return the value of a key, as the file has it."""
    if isinstance(item, Relation):
        return _relation_value(item, name)
    value: Any = getattr(item, name)
    if name == "credence" and value is not None:
        return _short(value)
    if name == "cites":
        return tuple(table_of(cite) for cite in value)
    if name == "judgements":
        return Table(value)
    plain: Value = value
    return plain


def _relation_value(relation: Relation, name: str) -> Value:
    match name:
        case "id":
            return "" if relation.anonymous else relation.id
        case "from":
            return relation.premises
        case "supports" | "attacks":
            return relation.target if relation.bearing == name else ""
        case "judgement":
            return "rejected" if relation.rejected else None
        case "weight":
            return _short(relation.weight)
        case _:
            plain: Value = getattr(relation, name)
            return plain


def _short(number: float) -> float:
    """Return 2 for 2.0, which is how people write it."""
    return int(number) if float(number).is_integer() else number


def _is_absent(name: str, value: Value) -> bool:
    if name == "weight":
        return value == 1
    return value is None or value is False or value in ("", (), Table(()))
