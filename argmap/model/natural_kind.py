"""The kind that its relations make a statement: what the file means where it names none.

A statement that attacks anything is a rebuttal, else one that supports anything is a premise, and
what bears on nothing is a claim (docs/format.md, key `kind`). All that need this ask here: the
readers, the writer, the rule kind-mismatch, and every edit of relations.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable
from dataclasses import replace

from argmap.model.argument_map import ArgumentMap, Statement
from argmap.model.kinds import Bearing, Kind


def natural_kind(bearings: Iterable[Bearing]) -> Kind:
    """Return the kind of a statement from the bearings of all relations it is a premise of."""
    found = set(bearings)
    if Bearing.ATTACKS in found:
        return Kind.REBUTTAL
    return Kind.PREMISE if found else Kind.CLAIM


def natural_kinds(argument_map: ArgumentMap, statements: Collection[str]) -> dict[str, Kind]:
    """Return the natural kinds of these statements, given by their ids.

    One look at every relation is less than an index of them all, of which edits need little.
    """
    bearings: dict[str, set[Bearing]] = {statement: set() for statement in statements}
    for relation in argument_map.relations:
        for premise in relation.premises:
            if premise in bearings:
                bearings[premise].add(relation.bearing)
    return {statement: natural_kind(found) for statement, found in bearings.items()}


def with_natural_kinds(argument_map: ArgumentMap, but: Container[str] = ()) -> ArgumentMap:
    """Return the map with the natural kind for every statement whose id is not in `but`."""
    chosen = {s.id for s in argument_map.statements if s.id not in but}
    return _with_kinds(argument_map, natural_kinds(argument_map, chosen))


def with_kinds_following(
    before: ArgumentMap, after: ArgumentMap, concerned: Collection[str]
) -> ArgumentMap:
    """Return the later map with new kinds where these statements had their natural one before.

    A kind that the author set against the relations stays.
    """
    was, now = natural_kinds(before, concerned), natural_kinds(after, concerned)
    moved = {id_ for id_, kind in now.items() if kind is not was[id_]}
    if not moved:
        return after
    follow = {s.id for s in after.statements if s.id in moved and s.kind is was[s.id]}
    return _with_kinds(after, {id_: now[id_] for id_ in follow})


def _with_kinds(argument_map: ArgumentMap, kinds: dict[str, Kind]) -> ArgumentMap:
    def changed(statement: Statement) -> Statement:
        kind = kinds.get(statement.id, statement.kind)
        return statement if kind is statement.kind else replace(statement, kind=kind)

    return replace(argument_map, statements=tuple(map(changed, argument_map.statements)))
