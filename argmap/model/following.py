"""What follows when the relations of a map change: kinds, names, and a check.

A statement's kind follows its relations only where both agree: a premise whose only relation is
turned into an attack becomes a rebuttal; a kind that the author set against the relations stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.kinds import Kind


def with_relations(argument_map: ArgumentMap, relations: Iterable[Relation]) -> ArgumentMap:
    """Exchange the relations: kinds follow, and relations that are referred to get a name.

    Raises `ArgmapError` where one that came or changed could not stand in the map.
    """
    changed = replace(argument_map, relations=tuple(relations))
    gone, come = _unlike(argument_map.relations, changed.relations)
    for relation in come:
        if flaw := _flaw(changed, relation):
            raise ArgmapError(flaw, "Choose statements and relations of this map.")
    concerned = {premise for relation in (*gone, *come) for premise in relation.premises}
    changed = _kinds_following(argument_map, changed, concerned)
    return name_relations(changed, (relation.target for relation in come))


def name_relations(argument_map: ArgumentMap, ids: Iterable[str]) -> ArgumentMap:
    """Mark relations that something refers to as named, so that the file gives them an id."""
    referred = {id_ for id_ in ids if (r := argument_map.relation_by_id.get(id_)) and r.anonymous}
    if not referred:
        return argument_map
    return replace(
        argument_map,
        relations=tuple(
            replace(r, anonymous=False) if r.id in referred else r for r in argument_map.relations
        ),
    )


def natural_kind(argument_map: ArgumentMap, statement: str) -> Kind | None:
    """Give the kind that all relations of a statement agree on; None where they do not."""
    bearings = {relation.bearing for relation in argument_map.relations_of(statement)}
    if len(bearings) > 1:
        return None
    return bearings.pop().kind if bearings else Kind.CLAIM


def _kinds_following(before: ArgumentMap, after: ArgumentMap, concerned: set[str]) -> ArgumentMap:
    kinds: dict[str, Kind] = {}
    for id_ in concerned & before.statement_by_id.keys() & after.statement_by_id.keys():
        now = natural_kind(after, id_)
        kind = before.statement_by_id[id_].kind
        if now not in (None, kind) and natural_kind(before, id_) in (None, kind):
            assert now is not None, "checked above"
            kinds[id_] = now
    if not kinds:
        return after
    statements = tuple(
        replace(s, kind=kinds[s.id]) if s.id in kinds else s for s in after.statements
    )
    return replace(after, statements=statements)


def _unlike(
    before: tuple[Relation, ...], after: tuple[Relation, ...]
) -> tuple[list[Relation], list[Relation]]:
    """Give the relations that only one side holds; by identity, since hashing all is slow."""
    old, new = {id(r): r for r in before}, {id(r): r for r in after}
    return (
        [r for key, r in old.items() if key not in new],
        [r for key, r in new.items() if key not in old],
    )


def _flaw(argument_map: ArgumentMap, relation: Relation) -> str:
    """Say what keeps a relation from standing in the map; empty where nothing does."""
    if not relation.premises:
        return f"“{relation.id}” has no premise."
    for premise in relation.premises:
        if premise not in argument_map.statement_by_id:
            return f"There is no statement “{premise}” in the map."
    if argument_map.item(relation.target) is None:
        return f"There is no “{relation.target}” in the map."
    return f"“{relation.id}” targets itself." if relation.target == relation.id else ""
