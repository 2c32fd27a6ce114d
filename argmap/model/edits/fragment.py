"""Pieces of a map: copying out, pasting in, duplicating.

A fragment is an `ArgumentMap` itself, so that it can be written to the clipboard as a file is
written to disk, and so that a whole map can be pasted into another one.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from argmap.model.argument_map import ArgumentMap, Group, Item, Relation, Statement
from argmap.model.edits.edit import relation_before
from argmap.model.edits.relations import with_relations
from argmap.model.edits.removal import delete_cards
from argmap.model.ids import new_id, new_relation_id
from argmap.model.kinds import Bearing
from argmap.model.walk import roots

_Copied = TypeVar("_Copied", Statement, Relation)
_PASTED = ("statements", "relations", "sources", "groups")


def extract(argument_map: ArgumentMap, ids: Iterable[str]) -> ArgumentMap:
    """Return the statements of these ids, the relations among them, and what they refer to.

    It is what would be left of the map if all else were deleted, so kinds follow.
    """
    chosen = set(ids)
    others = [s.id for s in argument_map.statements if s.id not in chosen]
    rest = delete_cards(argument_map, others)
    cited = {cite.source for s in rest.statements for cite in s.cites}
    frames = _frames(rest)
    return ArgumentMap(
        statements=rest.statements,
        relations=rest.relations,
        sources=tuple(s for s in rest.sources if s.id in cited),
        groups=tuple(g for g in rest.groups if g.id in frames),
    )


def paste(argument_map: ArgumentMap, fragment: ArgumentMap, target: str = "") -> ArgumentMap:
    """Return the map with a fragment added; taken ids become new ones, equal sources are shared.

    So are equal groups.

    With a target, the roots of the fragment support it; without one they stay roots. What a
    whole map says about itself, and its viewpoints, are not pasted.
    """
    names = _names(argument_map, fragment)
    sections: dict[str, Any] = {
        section: (*getattr(argument_map, section), *_coming(argument_map, fragment, section, names))
        for section in _PASTED
    }
    grown = replace(argument_map, **sections)
    if not target:
        return grown
    return _attached(grown, [names[root.id] for root in roots(fragment)], target)


def _attached(argument_map: ArgumentMap, statements: Iterable[str], target: str) -> ArgumentMap:
    taken = set(argument_map.ids)
    relations = []
    for statement in statements:
        id_ = new_relation_id(statement, taken)
        relations.append(Relation(id_, (statement,), Bearing.SUPPORTS, target))
        taken.add(id_)
    before = relation_before(argument_map, target)
    places = (at for at, r in enumerate(argument_map.relations, 1) if r.id == before)
    place = next(places, len(argument_map.relations))
    old = argument_map.relations
    return with_relations(argument_map, (*old[:place], *relations, *old[place:]))


def duplicate(argument_map: ArgumentMap, ids: Iterable[str]) -> ArgumentMap:
    """Return the map with copies of statements, each of which does what its original does.

    Copies stand right after their originals. The copies of linked premises are linked, and what
    bears on an original and is copied with it bears on the copy.
    """
    chosen = set(ids)
    statements = [s for s in argument_map.statements if s.id in chosen]
    relations = [r for r in argument_map.relations if chosen.intersection(r.premises)]
    names: dict[str, str] = {}
    taken = set(argument_map.ids)
    originals: tuple[Item, ...] = (*statements, *relations)
    for item in originals:
        names[item.id] = _fresh(item, names, taken)
        taken.add(names[item.id])
    cards = {s.id: replace(s, id=names[s.id]) for s in statements}
    steps = {r.id: _renamed_relation(_among(r, chosen), names) for r in relations}
    return replace(
        argument_map,
        statements=tuple(_with_copies(argument_map.statements, cards)),
        relations=tuple(_with_copies(argument_map.relations, steps)),
    )


def _among(relation: Relation, premises: Container[str]) -> Relation:
    return replace(relation, premises=tuple(p for p in relation.premises if p in premises))


def _with_copies(items: Iterable[_Copied], copies: Mapping[str, _Copied]) -> Iterator[_Copied]:
    for item in items:
        yield item
        if item.id in copies:
            yield copies[item.id]


def _frames(argument_map: ArgumentMap) -> set[str]:
    """Return the ids of the groups that statements lie in, with the groups around those."""
    found: set[str] = set()
    waiting = [s.group for s in argument_map.statements]
    while waiting:
        group = argument_map.group_by_id.get(waiting.pop())
        if group and group.id not in found:
            found.add(group.id)
            waiting.append(group.parent)
    return found


def _names(argument_map: ArgumentMap, fragment: ArgumentMap) -> dict[str, str]:
    """Return the id that each item of the fragment gets in the map."""
    names: dict[str, str] = {}
    taken = set(argument_map.ids)
    for section in _PASTED:
        known = {item.id: item for item in getattr(argument_map, section)}
        for item in getattr(fragment, section):
            if section in ("sources", "groups") and known.get(item.id) == item:
                names[item.id] = item.id
                continue
            keeps = item.id not in taken and not (isinstance(item, Relation) and item.anonymous)
            names[item.id] = item.id if keeps else _fresh(item, names, taken)
            taken.add(names[item.id])
    return names


def _coming(
    argument_map: ArgumentMap, fragment: ArgumentMap, section: str, names: Mapping[str, str]
) -> Iterator[Item]:
    """Return what a section of the fragment adds to the map, under its new names."""
    for item in getattr(fragment, section):
        if names[item.id] not in argument_map.ids:
            yield _renamed(item, names)


def _fresh(item: Item, names: Mapping[str, str], taken: set[str]) -> str:
    match item:
        case Statement():
            return new_id(item.text, taken)
        case Relation():
            first = next(names[p] for p in item.premises if p in names)
            return new_relation_id(first, taken)
        case _:
            return new_id(item.title, taken, "copy")


def _renamed(item: Item, names: Mapping[str, str]) -> Item:
    own = names[item.id]
    match item:
        case Statement():
            cites = tuple(replace(c, source=names.get(c.source, c.source)) for c in item.cites)
            return replace(item, id=own, group=names.get(item.group, item.group), cites=cites)
        case Relation():
            return _renamed_relation(item, names)
        case Group():
            return replace(item, id=own, parent=names.get(item.parent, item.parent))
        case _:
            return replace(item, id=own)


def _renamed_relation(relation: Relation, names: Mapping[str, str]) -> Relation:
    return replace(
        relation,
        id=names[relation.id],
        anonymous=False,
        premises=tuple(names[premise] for premise in relation.premises),
        target=names.get(relation.target, relation.target),
    )
