"""Moving several cards to one place, in one edit: what of them can go there goes, in its order.

A step all premises of which are moved goes as it is, linked. What hangs below something that is
moved comes with it, and is not moved by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from argmap.errors import ArgmapError
from argmap.frozen import frozen
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import rearrange

_Move = Callable[[ArgumentMap, str], ArgumentMap]


@frozen
class Moved:
    """A map in which things were moved, and what stayed where it was, with why."""

    argument_map: ArgumentMap
    stayed: tuple[tuple[str, ArgmapError], ...] = ()


def units(argument_map: ArgumentMap, statements: Iterable[str]) -> tuple[str, ...]:
    """Return what is moved where these are moved together, in the order of the outline.

    It is statements, and relations all premises of which are among them.
    """
    chosen = set(statements)
    if len(chosen) < 2:
        return tuple(chosen)
    found: dict[str, None] = {}
    for id_ in walk.reading_order(argument_map):
        above = set(walk.up(argument_map, id_)) - {id_}
        if id_ not in chosen or above & chosen:
            continue
        own = walk.parent_relation(argument_map, id_)
        whole = own and own.linked and chosen.issuperset(own.premises)
        found[own.id if own and whole else id_] = None
    return tuple(found)


def move_onto(argument_map: ArgumentMap, ids: Iterable[str], onto: str) -> Moved:
    """Return the map in which these bear on a statement, or are premises of a relation."""

    def move(changed: ArgumentMap, id_: str) -> ArgumentMap:
        relation, step = (changed.relation_by_id.get(each) for each in (id_, onto))
        if relation is None:
            there = step and id_ in step.premises
            return changed if there else rearrange.move_onto(changed, id_, onto)
        if step is None:
            return rearrange.move_relation(changed, id_, onto, None)
        for premise in relation.premises:
            changed = rearrange.move_onto(changed, premise, onto)
        return changed

    return _each(argument_map, ids, move)


def move_beside(
    argument_map: ArgumentMap, ids: Iterable[str], sibling: str, *, before: bool
) -> Moved:
    """Return the map in which these stand before or after a statement, in their order."""

    def move(changed: ArgumentMap, id_: str) -> ArgumentMap:
        relation = changed.relation_by_id.get(id_)
        if relation is None:
            return rearrange.move_beside(changed, id_, sibling, before=before)
        beside = walk.parent_relation(changed, sibling)
        if beside is None:
            for premise in relation.premises if before else reversed(relation.premises):
                changed = rearrange.move_beside(changed, premise, sibling, before=before)
            return changed
        on = [r.id for r in changed.relations_on(beside.target) if r.id != id_]
        at = on.index(beside.id) + (not before)
        return rearrange.move_relation(changed, id_, beside.target, at)

    # After the same one, the last comes first.
    ordered = tuple(ids) if before else tuple(ids)[::-1]
    return _each(argument_map, ordered, move)


def _each(argument_map: ArgumentMap, ids: Iterable[str], move: _Move) -> Moved:
    stayed: list[tuple[str, ArgmapError]] = []
    for id_ in ids:
        try:
            argument_map = move(argument_map, id_)
        except ArgmapError as refused:
            stayed.append((id_, refused))
    return Moved(argument_map, tuple(stayed))
