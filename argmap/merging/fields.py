"""Three versions of one item, of the style, or of a map's own fields, merged key by key.

The keys are those of the file's table, so a new key of the format merges by itself. What a relation
does and to what is one thing here, called `target`, as neither makes sense without the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from argmap.merging.values import CLASH, Merge, keyed, listed, premises, single
from argmap.model.argument_map import GONE, ArgumentMap, Conflict, Item, Side, Style, Table
from argmap.store.schema.keys import KEYS_OF, Key, Level, Type
from argmap.store.schema.tables import fields_of, table_of

Holder = TypeVar("Holder", bound="Item | Style | ArgumentMap")

TARGET = "target"
"""The key of a conflict about what a relation supports or attacks."""

KEYED = ("judgements", "extra")
"""Attributes that hold pairs, which are merged one by one."""

_APART = (Type.ID, Type.VERSION, Type.ITEMS, Type.STYLE, Type.CONFLICTS, Type.JUDGEMENTS)
_LISTS: Mapping[Type, Merge] = {Type.TEXTS: listed, Type.CITES: listed, Type.IDS: premises}


class _MergedKey(NamedTuple):
    """A key, the attributes that hold its value, and how it is merged."""

    key: str
    attributes: tuple[str, ...]
    merge: Merge

    def of(self, holder: object) -> Any:
        values = tuple(getattr(holder, name) for name in self.attributes)
        return values if len(values) > 1 else values[0]

    def put(self, value: Any) -> dict[str, Any]:
        values = value if len(self.attributes) > 1 else (value,)
        return dict(zip(self.attributes, values, strict=True))


def merged_fields(
    level: Level, base: Holder, ours: Holder, theirs: Holder
) -> tuple[Holder, tuple[Conflict, ...]]:
    """Merge key by key; a key to which both gave different values stays ours and is a conflict."""
    changes: dict[str, Any] = {}
    clashes: list[str] = []
    for row in _ROWS[level]:
        value = row.merge(row.of(base), row.of(ours), row.of(theirs))
        if value is CLASH:
            clashes.append(row.key)
        else:
            changes |= row.put(value)
    for name in KEYED:
        if hasattr(ours, name):
            sides = [Table(getattr(side, name)) for side in (base, ours, theirs)]
            merged, wrong = keyed(sides[0], sides[1], sides[2])
            changes[name] = merged.pairs
            clashes += [key if name == "extra" else f"{name}.{key}" for key in wrong]
    conflicts = [conflict_about(ours, key, base, theirs) for key in clashes]
    return replace(ours, **changes), tuple(conflicts)


def conflict_about(
    ours: Item | Style | ArgumentMap,
    key: str,
    base: Item | Style | ArgumentMap | None,
    theirs: Item | Style | ArgumentMap,
) -> Conflict:
    """Return the conflict about one key of an item, of the style, or of the map itself."""
    id_ = "" if isinstance(ours, Style | ArgumentMap) else ours.id
    named = f"style.{key}" if isinstance(ours, Style) else key
    before = GONE if base is None else value_at(base, key)
    return Conflict(id_, named, before, value_at(ours, key), value_at(theirs, key))


def value_at(holder: Item | Style | ArgumentMap, key: str) -> Side:
    """Return the value of a key as the file has it; GONE where it has none."""
    table = fields_of(holder) if isinstance(holder, ArgumentMap) else table_of(holder)
    pairs = dict(table.pairs)
    if key == TARGET:
        return Table(tuple(pair for pair in table.pairs if pair[0] in ("supports", "attacks")))
    outer, _, inner = key.partition(".")
    if outer == "judgements" and inner:
        within = pairs.get(outer)
        return dict(within.pairs).get(inner, GONE) if isinstance(within, Table) else GONE
    return pairs.get(key, GONE)


def _rows(level: Level) -> Iterator[_MergedKey]:
    for key in KEYS_OF[level].values():
        if key.type not in _APART and key.field != TARGET:
            yield _MergedKey(key.name, _attributes(key), _LISTS.get(key.type, single))
    if level is Level.RELATION:
        yield _MergedKey(TARGET, ("bearing", TARGET), single)


def _attributes(key: Key) -> tuple[str, ...]:
    """Return what holds a key; the `id:` line of a relation is there or not, whatever the id."""
    return ("anonymous",) if key.type is Type.RELATION_ID else (key.field,)


_ROWS: Mapping[Level, tuple[_MergedKey, ...]] = {
    level: tuple(_rows(level)) for level in Level if level not in (Level.CITE, Level.CONFLICT)
}
