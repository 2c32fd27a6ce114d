"""Pieces of a map: copying out, pasting in, duplicating.

A fragment is an `ArgumentMap` itself, so that it can be written to the clipboard as a file is
written to disk, and so that a whole map can be pasted into another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from argmap.model.argument_map import (
    SECTIONS,
    ArgumentMap,
    Group,
    Item,
    Relation,
    Statement,
)
from argmap.model.edit import add_relation
from argmap.model.following import with_relations
from argmap.model.ids import LONGEST, new_id, unlike
from argmap.model.kinds import Bearing


def extract(argument_map: ArgumentMap, ids: Iterable[str]) -> ArgumentMap:
    """Give the statements of these ids, the relations among them, and what they refer to."""
    chosen = set(ids)
    relations: list[Relation] = []
    known = {s.id for s in argument_map.statements if s.id in chosen}
    waiting = list(argument_map.relations)
    while True:
        inside = [r for r in waiting if r.target in known and known.intersection(r.premises)]
        if not inside:
            break
        known |= {r.id for r in inside}
        relations += inside
        waiting = [r for r in waiting if r.id not in known]
    order = {r.id: index for index, r in enumerate(argument_map.relations)}
    statements = tuple(s for s in argument_map.statements if s.id in chosen)
    cited = {cite.source for s in statements for cite in s.cites}
    return ArgumentMap(
        statements=statements,
        relations=tuple(
            replace(r, premises=tuple(p for p in r.premises if p in known))
            for r in sorted(relations, key=lambda r: order[r.id])
        ),
        sources=tuple(s for s in argument_map.sources if s.id in cited),
        groups=tuple(g for g in argument_map.groups if g.id in _frames(argument_map, statements)),
    )


def paste(
    argument_map: ArgumentMap,
    fragment: ArgumentMap,
    target: str = "",
    bearing: Bearing = Bearing.SUPPORTS,
) -> ArgumentMap:
    """Add a fragment; ids that are taken are made anew, equal sources and groups are shared.

    With a target, the roots of the fragment bear on it; without one they stay roots.
    """
    names = _names(argument_map, fragment)
    updates: dict[str, Any] = {
        section: (
            *getattr(argument_map, section),
            *(
                _renamed(item, names)
                for item in getattr(fragment, section)
                if section not in ("sources", "groups") or names[item.id] not in argument_map.ids
            ),
        )
        for section in SECTIONS
        if section != "viewpoints"
    }
    relations = updates.pop("relations")
    grown = with_relations(replace(argument_map, **updates), relations)
    if target:
        for statement in fragment.statements:
            if not fragment.relations_of(statement.id):
                grown = add_relation(grown, (names[statement.id],), bearing, target)
    return grown


def duplicate(argument_map: ArgumentMap, ids: Iterable[str]) -> ArgumentMap:
    """Copy statements; each copy does what its original does, in relations of its own.

    Relations among the copied statements are copied with them.
    """
    chosen = [s.id for s in argument_map.statements if s.id in set(ids)]
    fragment = extract(argument_map, chosen)
    names = _names(argument_map, fragment)
    grown = paste(argument_map, fragment)
    inner = {r.id for r in fragment.relations}
    for id_ in chosen:
        for relation in argument_map.relations_of(id_):
            if relation.id not in inner:
                grown = add_relation(
                    grown, (names[id_],), relation.bearing, relation.target, beside=relation.id
                )
    return grown


def _frames(argument_map: ArgumentMap, statements: Iterable[Statement]) -> set[str]:
    """Give the ids of the groups that statements lie in, with the groups around those."""
    found: set[str] = set()
    waiting = [s.group for s in statements]
    while waiting:
        group = argument_map.group_by_id.get(waiting.pop())
        if group and group.id not in found:
            found.add(group.id)
            waiting.append(group.parent)
    return found


def _names(argument_map: ArgumentMap, fragment: ArgumentMap) -> dict[str, str]:
    """Give the id that each item of the fragment gets in the map."""
    names: dict[str, str] = {}
    taken = set(argument_map.ids)
    for section in SECTIONS:
        known = {item.id: item for item in getattr(argument_map, section)}
        for item in getattr(fragment, section):
            if section in ("sources", "groups") and known.get(item.id) == item:
                names[item.id] = item.id
                continue
            free = item.id not in taken
            names[item.id] = item.id if free else _fresh(item, names, taken)
            taken.add(names[item.id])
    return names


def _fresh(item: Item, names: Mapping[str, str], taken: set[str]) -> str:
    match item:
        case Statement():
            return new_id(item.text, taken)
        case Relation():
            first = names.get(item.premises[0], item.premises[0])
            return unlike(f"r-{first}"[: LONGEST - 4], taken)
        case _:
            return new_id(item.title, taken, "copy")


def _renamed(item: Item, names: Mapping[str, str]) -> Item:
    own = names[item.id]
    match item:
        case Statement():
            cites = tuple(replace(c, source=names.get(c.source, c.source)) for c in item.cites)
            return replace(item, id=own, group=names.get(item.group, item.group), cites=cites)
        case Relation():
            premises = tuple(names[p] for p in item.premises)
            target = names[item.target]
            return replace(item, id=own, anonymous=False, premises=premises, target=target)
        case Group():
            return replace(item, id=own, parent=names.get(item.parent, item.parent))
        case _:
            return replace(item, id=own)
