"""Taking over one difference between two versions: one edit, from a map to a map.

What a difference needs comes with it: a step brings the cards that it names, and a card that goes
takes the steps along that cannot stand without it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from argmap.merging.differences import Comparison, Difference, What
from argmap.merging.merge_state import by_id
from argmap.merging.order import merged_order
from argmap.merging.pairing import with_names_of
from argmap.merging.putting import with_value
from argmap.merging.references import references
from argmap.model.argument_map import FIELDS, SECTIONS, ArgumentMap, Item, Side
from argmap.model.history.patch import longest_increasing
from argmap.model.natural_kind import natural_kinds, with_kinds_following


def take(ours: ArgumentMap, theirs: ArgumentMap, ids: Iterable[str]) -> ArgumentMap:
    """Return ours with the items of these ids as they are in theirs, and what that needs."""
    theirs = with_names_of(theirs, ours)
    taken = _needed(ours, theirs, set(ids))
    sections: dict[str, Any] = {}
    for section in SECTIONS:
        mine, yours = by_id(ours, section), by_id(theirs, section)
        items: dict[str, Item] = {id_: i for id_, i in mine.items() if id_ not in taken}
        items |= {id_: i for id_, i in yours.items() if id_ in taken}
        stayed = _stayed([id_ for id_ in mine if id_ not in taken], list(yours))
        order = [id_ for id_ in yours if id_ in taken or id_ in stayed]
        names = merged_order(list(mine), list(mine), order, items.keys())
        sections[section] = tuple(items[id_] for id_ in names)
    after = replace(ours, **sections)
    kept = ours.statement_by_id.keys() & after.statement_by_id.keys() - taken
    return with_kinds_following(ours, after, kept - _of_own_kind(theirs))


def _of_own_kind(argument_map: ArgumentMap) -> set[str]:
    """Return the statements of which the author set the kind against the relations."""
    natural = natural_kinds(argument_map, argument_map.statement_by_id.keys())
    return {s.id for s in argument_map.statements if s.kind is not natural[s.id]}


def take_difference(
    argument_map: ArgumentMap, comparison: Comparison, difference: Difference, *, back: bool = False
) -> ArgumentMap:
    """Return the map, which is the earlier of the two compared, with one difference taken over.

    With `back` it is the later of the two, and the difference is taken back. Other changes of the
    same item are left as they are. Raises ArgmapError where the difference alone cannot be.
    """
    sides = (comparison.before, comparison.after)
    mine, other = reversed(sides) if back else sides
    taken = _taken(mine, other, difference, difference.before if back else difference.after)
    return with_names_of(taken, argument_map)


def _taken(
    mine: ArgumentMap, other: ArgumentMap, difference: Difference, value: Side
) -> ArgumentMap:
    id_, key = difference.id, difference.key
    if not difference.section:
        return take_field(mine, other, key) if key in FIELDS else with_value(mine, "", key, value)
    if difference.what is What.MOVED:
        return take(
            mine, _holding(other, difference.section, by_id(mine, difference.section)[id_]), [id_]
        )
    if not key:
        return take(mine, other, [id_, *_steps_with(mine, other, id_)])
    if key == "kind":  # one that follows from relations stands in no file
        value = other.statement_by_id[id_].kind
    wanted = _named_by(mine, other, difference)
    return with_value(take(mine, other, wanted) if wanted else mine, id_, key, value)


def _holding(argument_map: ArgumentMap, section: str, item: Item) -> ArgumentMap:
    """Return the map with an item in place of the one with its id, whatever it names."""
    items = (item if i.id == item.id else i for i in by_id(argument_map, section).values())
    sections: dict[str, Any] = {section: tuple(items)}
    return replace(argument_map, **sections)


def _steps_with(mine: ArgumentMap, other: ArgumentMap, id_: str) -> list[str]:
    """Return the steps that come with a card, or go with it, as a reader is told in one breath."""
    side = other if id_ in other.ids else mine
    missing = mine if side is other else other
    return [step.id for step in side.relations_of(id_) if step.id not in missing.ids]


def _named_by(mine: ArgumentMap, other: ArgumentMap, difference: Difference) -> list[str]:
    """Return what an item names by a key in the other map, and this one does not have."""
    item = by_id(other, difference.section)[difference.id]
    named = [r.id for r in references(item) if r.key == difference.key]
    return [id_ for id_ in named if id_ in other.ids and id_ not in mine.ids]


def take_field(ours: ArgumentMap, theirs: ArgumentMap, name: str) -> ArgumentMap:
    """Return ours with one of the map's own fields as it is in theirs."""
    assert name in FIELDS, "a field of the map"
    fields: dict[str, Any] = {name: getattr(theirs, name)}
    return replace(ours, **fields)


def _needed(ours: ArgumentMap, theirs: ArgumentMap, taken: set[str]) -> set[str]:
    """Return the ids with those of all items that have to be taken with them."""
    while True:
        more = _named(ours, theirs, taken) | _naming(ours, theirs, taken)
        if more <= taken:
            return taken
        taken = taken | more


def _named(ours: ArgumentMap, theirs: ArgumentMap, taken: Collection[str]) -> set[str]:
    """Return what theirs names in what is taken, and ours does not have."""
    return {
        reference.id
        for section in SECTIONS
        for id_, item in by_id(theirs, section).items()
        if id_ in taken
        for reference in references(item)
        if reference.id not in ours.ids and reference.id in theirs.ids
    }


def _naming(ours: ArgumentMap, theirs: ArgumentMap, taken: Collection[str]) -> set[str]:
    """Return what names in ours what goes, as theirs does not have it."""
    going = {id_ for id_ in taken if id_ in ours.ids and id_ not in theirs.ids}
    return {
        id_
        for section in SECTIONS
        for id_, item in by_id(ours, section).items()
        if going and any(reference.id in going for reference in references(item))
    }


def _stayed(mine: Sequence[str], yours: Sequence[str]) -> Collection[str]:
    """Return what stands in the same order in both."""
    place = {id_: at for at, id_ in enumerate(yours)}
    common = [id_ for id_ in mine if id_ in place]
    chain = longest_increasing(common, place)
    return {id_ for id_ in common if id_ in chain}
