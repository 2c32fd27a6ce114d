"""Orders that some formats impose: what stands elsewhere in them, and the map in their order."""

from __future__ import annotations

from dataclasses import replace

from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.kinds import Bearing


def mixed_groups(m: ArgumentMap) -> tuple[str, ...]:
    """Return the statements that stand elsewhere once groups are written one by one."""
    return tuple(s.id for s, t in zip(m.statements, grouped(m).statements, strict=True) if s != t)


def grouped(m: ArgumentMap) -> ArgumentMap:
    """Return the map with what is in no group first, then the groups one after the other."""
    rank = {id_: n for n, id_ in enumerate(["", *dict.fromkeys(s.group for s in m.statements)])}
    rank[""] = -1
    return replace(m, statements=tuple(sorted(m.statements, key=lambda s: rank[s.group])))


def bare_after_others(m: ArgumentMap) -> tuple[str, ...]:
    """Return the relations that stand elsewhere on their target once bare ones come first."""
    return _moved(m, bare_first(m))


def _moved(m: ArgumentMap, new: ArgumentMap) -> tuple[str, ...]:
    """Return the relations with another place among those on their target."""
    return tuple(
        old.id
        for target in dict.fromkeys(r.target for r in m.relations)
        for old, other in zip(m.relations_on(target), new.relations_on(target), strict=True)
        if old != other
    )


def bare_first(m: ArgumentMap) -> ArgumentMap:
    """Return the map with bare relations before those that need an argument."""
    return replace(m, relations=tuple(sorted(m.relations, key=lambda r: not is_bare(m, r))))


def in_rows(m: ArgumentMap) -> ArgumentMap:
    """Return the map with premises, and relations by their first, in the statements' order."""
    at = {id_: n for n, id_ in enumerate(m.statement_by_id)}
    ordered = (
        replace(r, premises=tuple(sorted(r.premises, key=at.__getitem__))) for r in m.relations
    )
    return replace(m, relations=tuple(sorted(ordered, key=lambda r: at[r.premises[0]])))


def out_of_rows(m: ArgumentMap) -> tuple[str, ...]:
    """Return the relations that stand elsewhere, or whose premises do, in rows of statements."""
    return _moved(m, in_rows(m))


def is_bare(argument_map: ArgumentMap, relation: Relation) -> bool:
    """Whether a relation is one statement that bears on another, or undercuts, and no more.

    Of several such that are equal only the first is bare.
    """
    onto = argument_map.relations_on(relation.target)
    same = (r for r in onto if (r.premises, r.bearing) == (relation.premises, relation.bearing))
    return (
        next(same) is relation
        and not relation.linked
        and not argument_map.relations_on(relation.id)
        and (relation.target in argument_map.statement_by_id or relation.bearing is Bearing.ATTACKS)
        and (relation.weight, relation.scheme, relation.rejected) == (1, "", False)
        and (relation.note, relation.tags) == ("", ())
    )
