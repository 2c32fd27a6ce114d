"""Edits that take things out of a map, with everything that cannot stand without them.

A map is no tree. Deleting a statement with its sub-argument takes along what is reachable only
through it; what also bears on something that stays, stays. A relation left without a premise or
without its target goes, and what attacked or backed that relation loses its hold with it.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable
from dataclasses import replace

from argmap.model.argument_map import ArgumentMap, Group, Relation, Viewpoint
from argmap.model.edits.edit import with_section
from argmap.model.edits.relations import with_relations
from argmap.model.groups import members
from argmap.model.walk import below, circle_tops, groups_around


def delete_cards(argument_map: ArgumentMap, ids: Iterable[str]) -> ArgumentMap:
    """Return the map without these statements and relations; what bore on them bears on nothing."""
    return _without(argument_map, set(ids))


def delete_branches(argument_map: ArgumentMap, ids: Iterable[str]) -> ArgumentMap:
    """Return the map without these statements and relations, and what only they lead to."""
    return _without(argument_map, sub_argument(argument_map, ids))


def unlink(argument_map: ArgumentMap, relation: str, premise: str = "") -> ArgumentMap:
    """Return the map without a relation, or without one premise of it; the statements stay."""
    old = argument_map.relation_by_id[relation]
    rest = tuple(p for p in old.premises if p != premise) if premise else ()
    if not rest:
        return _without(argument_map, {relation})
    return with_relations(
        argument_map,
        (replace(r, premises=rest) if r is old else r for r in argument_map.relations),
    )


def delete_source(argument_map: ArgumentMap, source: str) -> ArgumentMap:
    """Return the map without a source and without the cites that point at it."""
    kept = tuple(s for s in argument_map.sources if s.id != source)
    statements = tuple(
        replace(s, cites=tuple(c for c in s.cites if c.source != source))
        if any(c.source == source for c in s.cites)
        else s
        for s in argument_map.statements
    )
    return replace(argument_map, sources=kept, statements=statements)


def delete_group(argument_map: ArgumentMap, group: str) -> ArgumentMap:
    """Return the map without a group; what lay in it lies in its parent, or in none."""
    outer = argument_map.group_by_id[group].parent

    def moved(inner: Group) -> Group:
        return replace(inner, parent=outer) if inner.parent == group else inner

    return replace(
        argument_map,
        groups=tuple(moved(g) for g in argument_map.groups if g.id != group),
        statements=tuple(
            replace(s, group=outer) if s.group == group else s for s in argument_map.statements
        ),
    )


def delete_group_with_cards(argument_map: ArgumentMap, group: str) -> ArgumentMap:
    """Return the map without a group, the groups in it, and the cards in all of them."""
    less = delete_cards(argument_map, members(argument_map, group))
    inside = [g.id for g in argument_map.groups if group in groups_around(argument_map, g.id)]
    for gone in (*inside, group):
        less = delete_group(less, gone) if gone in less.group_by_id else less
    return less


def delete_viewpoint(argument_map: ArgumentMap, viewpoint: str) -> ArgumentMap:
    """Return the map without a viewpoint."""
    return with_section(
        argument_map, "viewpoints", (v for v in argument_map.viewpoints if v.id != viewpoint)
    )


def sub_argument(argument_map: ArgumentMap, ids: Iterable[str]) -> set[str]:
    """Return the ids with all statements that are reachable only through them.

    Of what lies below, that stays which the tops of the outline still reach without the ids: what
    bears on something outside, or is itself the top of a circle, with all that leads there.
    """
    doomed = set(ids)
    barred = doomed | {
        r.id
        for id_ in doomed
        for r in argument_map.relations_of(id_)
        if doomed.issuperset(r.premises)
    }
    reach = below(argument_map, barred)
    entries = [
        id_
        for id_ in reach
        if any(r.target not in reach and r.id not in barred for r in argument_map.relations_of(id_))
    ]
    kept = below(argument_map, [*entries, *circle_tops(argument_map, reach)], barred)
    return doomed | {id_ for id_ in reach - kept if id_ in argument_map.statement_by_id}


def _without(argument_map: ArgumentMap, gone: Collection[str]) -> ArgumentMap:
    relations, lost = _surviving(argument_map, gone)
    bare = with_relations(argument_map, relations)
    return replace(
        bare,
        statements=tuple(s for s in bare.statements if s.id not in lost),
        viewpoints=tuple(_without_judgements(v, lost) for v in bare.viewpoints),
    )


def _without_judgements(viewpoint: Viewpoint, lost: Container[str]) -> Viewpoint:
    kept = tuple(judged for judged in viewpoint.judgements if judged[0] not in lost)
    return viewpoint if kept == viewpoint.judgements else replace(viewpoint, judgements=kept)


def _surviving(
    argument_map: ArgumentMap, gone: Collection[str]
) -> tuple[list[Relation], Collection[str]]:
    """Return the relations that keep a premise and their target, less the premises that go.

    Also give all ids that go, those of the other relations among them.
    """
    lost = set(gone)
    touched = {r.id: r for r in argument_map.relations if not lost.isdisjoint(r.premises)}
    lost |= {r.id for r in touched.values() if lost.issuperset(r.premises)}
    waiting = list(lost)
    while waiting:
        fresh = {r.id for r in argument_map.relations_on(waiting.pop())} - lost
        lost |= fresh
        waiting += fresh
    kept = [
        _less(relation, lost) if relation.id in touched else relation
        for relation in argument_map.relations
        if relation.id not in lost
    ]
    return kept, lost


def _less(relation: Relation, lost: Container[str]) -> Relation:
    return replace(relation, premises=tuple(p for p in relation.premises if p not in lost))
