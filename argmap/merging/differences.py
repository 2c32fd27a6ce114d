"""What changed between two maps, one thing at a time, as a reader would tell it.

Built on the patch between them: each change of it becomes the differences that it makes, key by
key. What only follows from another difference (a kind from a relation, a place in the file that no
picture shows, the name of a step) is not told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeAlias

from argmap.frozen import frozen
from argmap.merging.fields import TARGET
from argmap.merging.pairing import with_names_of
from argmap.model.argument_map import (
    GONE,
    ArgumentMap,
    Item,
    Relation,
    Side,
    Statement,
    Table,
    Value,
)
from argmap.model.history.patch import Change, Patch, diff
from argmap.model.kinds import Kind
from argmap.model.natural_kind import natural_kind
from argmap.model.walk import reading_order, roots
from argmap.store.schema.tables import fields_of, table_of

Pairs: TypeAlias = Mapping[str, Value]
"""Keys of the file with their values."""


class What(StrEnum):
    """The sorts of differences."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"
    RELINKED = "re-linked"
    REJUDGED = "re-judged"
    CHANGED = "changed"


@frozen
class Difference:
    """One thing that changed: a key of an item, or a whole one that came or went.

    `id` and `section` are empty for the map's own keys; `key` is empty for whole items and for
    what moved. `before` and `after` are values as the file has them.
    """

    what: What
    section: str
    id: str
    key: str = ""
    before: Side = GONE
    after: Side = GONE


@frozen
class Comparison:
    """Two versions of a map, relations called alike in both, and what differs."""

    before: ArgumentMap
    after: ArgumentMap
    patch: Patch
    differences: tuple[Difference, ...]


def compare(before: ArgumentMap, after: ArgumentMap) -> Comparison:
    """Return what changed from one map to the other, in reading order."""
    before = with_names_of(before, after)
    patch = diff(before, after)
    order = {id_: at for at, id_ in enumerate(reading_order(after))} if patch else {}
    old = {id_: at for at, id_ in enumerate(reading_order(before))} if patch else {}
    about_items = [d for change in patch.changes for d in _of_change(before, after, change)]
    about_items.sort(key=lambda d: (order.get(d.id, old.get(d.id, len(order))), d.section))
    fields = (dict(fields_of(side).pairs) for side in (before, after))
    about_map = _of_keys(What.CHANGED, "", "", *fields)
    return Comparison(before, after, patch, (*about_map, *about_items))


def _of_change(before: ArgumentMap, after: ArgumentMap, change: Change) -> Iterator[Difference]:
    section, id_ = change.section, change.id
    if change.before is None and change.after is not None:
        yield Difference(What.ADDED, section, id_, after=table_of(change.after))
    elif change.after is None and change.before is not None:
        yield Difference(What.REMOVED, section, id_, before=table_of(change.before))
    elif change.before is not None and change.after is not None:
        sides = ((before, change.before), (after, change.after))
        old, new = (dict(_told(side, item)) for side, item in sides)
        if _kind(change.before) is _kind(change.after):
            old.pop("kind", None)
            new.pop("kind", None)
        yield from _of_keys(What.CHANGED, section, id_, old, new)
        if change.now_at is not None and _stands_elsewhere(before, after, change.after):
            yield Difference(What.MOVED, section, id_)


def _kind(item: Item) -> Kind | None:
    return item.kind if isinstance(item, Statement) else None


def _of_keys(
    what: What, section: str, id_: str, before: Pairs, after: Pairs
) -> Iterator[Difference]:
    for key in {**before, **after}:
        sides: tuple[Side, Side] = before.get(key, GONE), after.get(key, GONE)
        if sides[0] != sides[1] or (sides[0] is GONE) != (sides[1] is GONE):
            yield Difference(_SORTS.get((section, key), what), section, id_, key, *sides)


def _told(argument_map: ArgumentMap, item: Item) -> Iterator[tuple[str, Value]]:
    """Return the keys of an item that are told of, with their values."""
    hidden = ("supports", "attacks", "id") if isinstance(item, Relation) else ()
    pairs = [pair for pair in table_of(item).pairs if pair[0] not in hidden]
    for key, value in pairs:
        if key == "kind" and isinstance(item, Statement) and _follows(argument_map, item):
            continue
        yield key, value
    if isinstance(item, Relation):
        yield TARGET, Table(((str(item.bearing), item.target),))


def _follows(argument_map: ArgumentMap, statement: Statement) -> bool:
    bearings = (relation.bearing for relation in argument_map.relations_of(statement.id))
    return natural_kind(bearings) is statement.kind


def _stands_elsewhere(before: ArgumentMap, after: ArgumentMap, item: Item) -> bool:
    """Whether a reader sees that an item moved: it has other siblings before it than it had."""
    old, new = _row(before, item), _row(after, item)
    common = set(old) & set(new)
    return [i for i in old if i in common] != [i for i in new if i in common]


def _row(argument_map: ArgumentMap, item: Item) -> list[str]:
    """Return the ids of what an item stands beside, itself included."""
    match item:
        case Relation():
            return [relation.id for relation in argument_map.relations_on(item.target)]
        case Statement():
            return [root.id for root in roots(argument_map)]
        case _:
            return []


_SORTS = {
    ("statements", "text"): What.REWORDED,
    ("statements", "judgement"): What.REJUDGED,
    ("statements", "credence"): What.REJUDGED,
    ("relations", "judgement"): What.REJUDGED,
    ("relations", "from"): What.RELINKED,
    ("relations", TARGET): What.RELINKED,
    ("viewpoints", "judgements"): What.REJUDGED,
}
"""What a change of a key is called, where there is a word for it."""
