"""Exchanging the relations of a map, and what follows: kinds, names, and a check.

A statement's kind follows its relations where it agreed with them before: a premise whose only
relation is turned into an attack becomes a rebuttal; a kind that the author set against the
relations stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.by_identity import only_in
from argmap.model.natural_kind import with_kinds_following


def with_relations(argument_map: ArgumentMap, relations: Iterable[Relation]) -> ArgumentMap:
    """Return the map with other relations: kinds follow, and those that are referred to get a name.

    Raises `ArgmapError` where one that came or changed could not stand in the map.
    """
    changed = replace(argument_map, relations=tuple(relations))
    gone, come = _changed(argument_map.relations, changed.relations)
    _refuse_unsound(changed, come)
    concerned = {premise for relation in (*gone, *come) for premise in relation.premises}
    changed = with_kinds_following(argument_map, changed, concerned)
    return name_relations(changed, (relation.target for relation in come))


def name_relations(argument_map: ArgumentMap, ids: Iterable[str]) -> ArgumentMap:
    """Return the map with these relations named, so that the file has an id for each."""
    wanted = set(ids)
    referred = wanted and {r.id for r in argument_map.relations if r.anonymous and r.id in wanted}
    if not referred:
        return argument_map
    return replace(
        argument_map,
        relations=tuple(
            replace(r, anonymous=False) if r.id in referred else r for r in argument_map.relations
        ),
    )


def _changed(
    before: tuple[Relation, ...], after: tuple[Relation, ...]
) -> tuple[list[Relation], list[Relation]]:
    """Return the relations that only one side holds; by identity, since hashing all is slow."""
    return only_in(before, after), only_in(after, before)


def _refuse_unsound(argument_map: ArgumentMap, relations: Collection[Relation]) -> None:
    if not relations:
        return
    premises = {premise for relation in relations for premise in relation.premises}
    targets = {relation.target for relation in relations}
    statements, steps = argument_map.statement_by_id.keys(), argument_map.relation_by_id.keys()
    flaws = [
        *(f"“{r.id}” has no premise." for r in relations if not r.premises),
        *(f"“{r.id}” targets itself." for r in relations if r.target == r.id),
        *(f"There is no statement “{id_}” in the map." for id_ in sorted(premises - statements)),
        *(f"There is no “{id_}” in the map." for id_ in sorted(targets - statements - steps)),
    ]
    if flaws:
        raise ArgmapError(flaws[0], "Choose statements and relations of this map.")
