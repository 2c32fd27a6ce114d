"""The kind that its relations make a statement: what the file means where it names none.

A statement that attacks anything is a rebuttal, else one that supports anything is a premise, and
what bears on nothing is a claim (docs/format.md, key `kind`). All that need this ask here: the
readers, the writer, the rule kind-mismatch, and every edit of relations.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable
from dataclasses import replace

from argmap.model.argument_map import ArgumentMap
from argmap.model.by_identity import places_of
from argmap.model.kinds import Bearing, Kind


def natural_kind(bearings: Iterable[Bearing]) -> Kind:
    """Return the kind of a statement from the bearings of all relations it is a premise of."""
    found = set(bearings)
    if Bearing.ATTACKS in found:
        return Kind.REBUTTAL
    return Kind.PREMISE if found else Kind.CLAIM


def natural_kinds(argument_map: ArgumentMap, statements: Collection[str]) -> dict[str, Kind]:
    """Return the natural kinds of these statements, given by their ids."""
    return {
        id_: natural_kind(r.bearing for r in argument_map.relations_of(id_)) for id_ in statements
    }


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
    found = ((id_, after.statement_by_id.get(id_)) for id_ in moved)
    return _with_kinds(after, {id_: now[id_] for id_, s in found if s and s.kind is was[id_]})


def _with_kinds(argument_map: ArgumentMap, kinds: dict[str, Kind]) -> ArgumentMap:
    statements = list(argument_map.statements)
    changed = False
    for at in places_of(kinds, argument_map.statements):
        kind = kinds[statements[at].id]
        if statements[at].kind is not kind:
            statements[at] = replace(statements[at], kind=kind)
            changed = True
    return replace(argument_map, statements=tuple(statements)) if changed else argument_map
