"""Relations without an id, known again in another version of the map.

Such a relation is called after what it relates, so it has another name as soon as that changes. Two
versions are compared by names; so one whose name is gone is paired with one whose name is new, if
they relate the same, or the same but for a premise, for what they do, or for the target.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import replace

from argmap.model.argument_map import ArgumentMap, Relation

Alike = Callable[[Relation, Relation], bool]


def with_names_of(
    other: ArgumentMap, argument_map: ArgumentMap, but: Container[str] = ()
) -> ArgumentMap:
    """Return the other map with the names of this one for relations that have no id of their own.

    Nothing refers to them, so nothing else changes; `but` are names that they keep.
    """
    known, there = argument_map.relation_by_id, other.relation_by_id
    nameless = [r for r in other.relations if r.anonymous and not (r.id in known or r.id in but)]
    gone = [r for r in argument_map.relations if r.id not in there and r.id not in other.ids]
    names = _paired(nameless, gone) if nameless and gone else {}
    if not names:
        return other
    relations = (replace(r, id=names[r.id]) if r.id in names else r for r in other.relations)
    return replace(other, relations=tuple(relations))


def _paired(nameless: Sequence[Relation], gone: Sequence[Relation]) -> dict[str, str]:
    """Return the name for each relation that can be paired, the most alike first."""
    names: dict[str, str] = {}
    left = list(gone)
    for alike in _WAYS:
        for relation in nameless:
            if relation.id in names:
                continue
            found = next((r for r in left if alike(relation, r)), None)
            if found is not None:
                names[relation.id] = found.id
                left.remove(found)
    return names


def _all_alike(one: Relation, other: Relation) -> bool:
    return (one.premises, one.target, one.bearing) == (other.premises, other.target, other.bearing)


def _premises_overlap(one: Relation, other: Relation) -> bool:
    overlap = set(one.premises) & set(other.premises)
    return bool(overlap) and (one.target, one.bearing) == (other.target, other.bearing)


def _same_premises(one: Relation, other: Relation) -> bool:
    return one.premises == other.premises


_WAYS: tuple[Alike, ...] = (_all_alike, _premises_overlap, _same_premises)
