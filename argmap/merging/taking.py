"""Taking over one difference between two versions: one edit, from a map to a map.

What a difference needs comes with it: a step brings the cards that it names, and a card that goes
takes the steps along that cannot stand without it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from argmap.merging.merge_state import by_id
from argmap.merging.order import merged_order
from argmap.merging.pairing import with_names_of
from argmap.merging.references import references
from argmap.model.argument_map import FIELDS, SECTIONS, ArgumentMap, Item
from argmap.model.history.patch import longest_increasing


def take(ours: ArgumentMap, theirs: ArgumentMap, ids: Iterable[str]) -> ArgumentMap:
    """Return ours with the items of these ids as they are in theirs, and what that needs."""
    theirs = with_names_of(theirs, ours)
    taken = _needed(ours, theirs, set(ids))
    sections: dict[str, Any] = {}
    for section in SECTIONS:
        mine, yours = by_id(ours, section), by_id(theirs, section)
        items: dict[str, Item] = {id_: i for id_, i in mine.items() if id_ not in taken}
        items |= {id_: i for id_, i in yours.items() if id_ in taken}
        stayed = _stayed(list(mine), list(yours))
        order = [id_ for id_ in yours if id_ in taken or id_ in stayed]
        names = merged_order(list(mine), list(mine), order, items.keys())
        sections[section] = tuple(items[id_] for id_ in names)
    return replace(ours, **sections)


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
