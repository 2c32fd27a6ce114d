"""Under which rows of the outline a change of the map can bring, take or move others.

What a change does not touch is not looked at: an edit of one card costs the same in a map of ten
thousand.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model import walk
from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.history.patch import Patch

TOP = ""
"""Stands for the rows that are below none."""


def touched(argument_map: ArgumentMap, patch: Patch) -> set[str]:
    """Return the ids whose rows may be others after a change; `argument_map` is the changed one.

    Statements that come to the top or go from it are not counted, those that move there are.
    """
    found = {id_ for relation in _sides(patch) for id_ in _around(argument_map, relation)}
    if any(c.was_at is not None and c.now_at is not None for c in patch.of("statements")):
        found.add(TOP)
    return found


def statements_moved(patch: Patch) -> set[str]:
    """Return the ids of statements that may have come to the top of the outline or gone from it."""
    premises = {premise for relation in _sides(patch) for premise in relation.premises}
    return premises | {change.id for change in patch.of("statements")}


def makes_a_circle(argument_map: ArgumentMap, patch: Patch) -> bool:
    """Whether a changed relation is part of a circle of parents, or hangs below one."""
    ids = {id_ for change in patch.of("relations") if change.after for id_ in _ends(change.after)}
    return any(walk.leads_into_a_circle(argument_map, id_) for id_ in ids)


def _sides(patch: Patch) -> Iterator[Relation]:
    for change in patch.of("relations"):
        for side in (change.before, change.after):
            if isinstance(side, Relation):
                yield side


def _ends(item: object) -> Iterator[str]:
    if isinstance(item, Relation):
        yield item.id
        yield from item.premises


def _around(argument_map: ArgumentMap, relation: Relation) -> Iterator[str]:
    """Return the ids below which a relation and its premises are, or may have been, rows."""
    yield from (relation.id, relation.target)
    step = argument_map.relation_by_id.get(relation.target)
    if step:  # it may get a row of its own by this, or lose it
        yield step.target
    for premise in relation.premises:  # its own row may be elsewhere now
        for other in argument_map.relations_of(premise):
            yield from (other.id, other.target)
