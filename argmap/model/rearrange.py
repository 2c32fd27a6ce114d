"""Edits that move things: siblings, parents, what a relation does, linked or separate.

All of them change `relations` (and for roots the order of `statements`), never a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from argmap.errors import ArgmapError
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.edit import add_relation, with_section
from argmap.model.following import with_relations
from argmap.model.ids import LONGEST, unlike
from argmap.model.kinds import Bearing
from argmap.model.removal import unlink

_Ordered = TypeVar("_Ordered", Statement, Relation)


def siblings(argument_map: ArgumentMap, id_: str) -> tuple[str, ...]:
    """Give what stands beside an id, itself included, as rows of the outline in their order.

    Beside a root stand roots; beside a linked premise its co-premises; beside a relation, or the
    only premise of one, the relations on the same target.
    """
    relation = argument_map.relation_by_id.get(id_)
    if relation is None:
        relation = walk.parent_relation(argument_map, id_)
        if relation is None:
            return tuple(statement.id for statement in walk.roots(argument_map))
        if relation.linked:
            return relation.premises
    return tuple(on.id for on in argument_map.relations_on(relation.target))


def move_sibling(argument_map: ArgumentMap, id_: str, by: int) -> ArgumentMap:
    """Move a statement or relation among its siblings by so many places, as far as it goes."""
    row = siblings(argument_map, id_)
    me = id_
    if me not in row:
        relation = walk.parent_relation(argument_map, id_)
        assert relation is not None, "only the premise of a relation is not in its own row"
        me = relation.id
    at = row.index(me)
    to = max(0, min(len(row) - 1, at + by))
    order = [*row[:at], *row[at + 1 :]]
    order.insert(to, me)
    return _in_order(argument_map, id_, order)


def _in_order(argument_map: ArgumentMap, id_: str, order: Sequence[str]) -> ArgumentMap:
    if order[0] in argument_map.relation_by_id:
        return replace(argument_map, relations=_reordered(argument_map.relations, order))
    relation = walk.parent_relation(argument_map, id_)
    if relation is None:
        return replace(argument_map, statements=_reordered(argument_map.statements, order))
    linked = replace(relation, premises=tuple(order))
    return replace(
        argument_map,
        relations=tuple(linked if r is relation else r for r in argument_map.relations),
    )


def _reordered(items: Sequence[_Ordered], order: Sequence[str]) -> tuple[_Ordered, ...]:
    """Put the items named into the given order, in the places that they hold together."""
    by_id = {item.id: item for item in items}
    named = set(order)
    queue = iter(order)
    return tuple(by_id[next(queue)] if item.id in named else item for item in items)


def reparent(
    argument_map: ArgumentMap,
    statement: str,
    target: str,
    bearing: Bearing | None = None,
    at: int | None = None,
) -> ArgumentMap:
    """Let a statement hang by another target, with what hangs below it.

    `bearing` is kept where None (a root becomes a premise); `at` is the place among the relations
    on the target, at the end where None. A linked premise leaves its co-premises.
    """
    if target == statement or target in walk.below(argument_map, [statement]):
        raise ArgmapError(
            "A statement cannot hang below itself.", "Drop it on a card outside its own branch."
        )
    old = walk.parent_relation(argument_map, statement)
    if old is None or old.linked:
        moved = _loosened(argument_map, statement)
        does = bearing or (old.bearing if old else Bearing.SUPPORTS)
        moved = add_relation(moved, (statement,), does, target)
        return move_relation(moved, moved.relations_of(statement)[-1].id, target, at)
    changed = replace(old, bearing=bearing or old.bearing)
    swapped = (changed if r is old else r for r in argument_map.relations)
    return move_relation(with_relations(argument_map, swapped), old.id, target, at)


def move_relation(
    argument_map: ArgumentMap, relation: str, target: str, at: int | None = None
) -> ArgumentMap:
    """Let a relation point at a target, at a place among the relations on it (None: at the end)."""
    old = argument_map.relation_by_id[relation]
    if target in old.premises or target in walk.below(argument_map, [relation]):
        raise ArgmapError("A relation cannot bear on itself.", "Choose another target.")
    rest = [r for r in argument_map.relations if r is not old]
    others = [index for index, r in enumerate(rest) if r.target == target]
    if not others:
        index = argument_map.relations.index(old)
    elif at is None or at >= len(others):
        index = others[-1] + 1
    else:
        index = others[max(at, 0)]
    rest.insert(index, replace(old, target=target))
    return with_relations(argument_map, rest)


def make_root(argument_map: ArgumentMap, statement: str, after: str = "") -> ArgumentMap:
    """Take a statement off its parent, so that it bears on nothing by its first relation."""
    loose = _loosened(argument_map, statement)
    if not after:
        return loose
    mine = loose.statement_by_id[statement]
    rest = [s for s in loose.statements if s is not mine]
    index = next((i for i, s in enumerate(rest) if s.id == after), len(rest) - 1)
    rest.insert(index + 1, mine)
    return with_section(loose, "statements", rest)


def promote(argument_map: ArgumentMap, statement: str) -> ArgumentMap:
    """Let a statement hang beside its parent instead of below it."""
    relation = walk.parent_relation(argument_map, statement)
    if relation is None:
        raise ArgmapError("A claim that bears on nothing is at the top already.")
    upper = walk.parent(argument_map, relation.target)
    if upper is None:
        return make_root(argument_map, statement, after=relation.target)
    step = argument_map.relation_by_id.get(relation.target) or walk.parent_relation(
        argument_map, relation.target
    )
    row = [on.id for on in argument_map.relations_on(upper)]
    at = row.index(step.id) + 1 if step else None
    return reparent(argument_map, statement, upper, at=at)


def demote(argument_map: ArgumentMap, statement: str) -> ArgumentMap:
    """Let a statement hang below the sibling before it."""
    row = siblings(argument_map, statement)
    me = statement if statement in row else _step(argument_map, statement)
    at = row.index(me)
    if at == 0:
        raise ArgmapError("There is no sibling before it to hang below.")
    before = argument_map.relation_by_id.get(row[at - 1])
    return reparent(argument_map, statement, before.premises[-1] if before else row[at - 1])


def set_bearing(argument_map: ArgumentMap, relation: str, bearing: Bearing) -> ArgumentMap:
    """Turn a support into an attack or back; kinds follow where they agreed."""
    return with_relations(
        argument_map,
        (replace(r, bearing=bearing) if r.id == relation else r for r in argument_map.relations),
    )


def join(argument_map: ArgumentMap, relations: Sequence[str]) -> ArgumentMap:
    """Join relations on one target into the first of them, so that their premises are linked."""
    joined = [argument_map.relation_by_id[id_] for id_ in dict.fromkeys(relations)]
    if len(joined) < 2 or len({(r.target, r.bearing) for r in joined}) > 1:
        raise ArgmapError(
            "Only premises that do the same to the same target can be linked.",
            "Select two or more supports, or two or more attacks, of one statement.",
        )
    first, others = joined[0], {r.id for r in joined[1:]}
    premises = tuple(dict.fromkeys(p for r in joined for p in r.premises))
    kept = []
    for relation in argument_map.relations:
        if relation is first:
            kept.append(replace(first, premises=premises))
        elif relation.id not in others:
            aimed = first.id if relation.target in others else relation.target
            kept.append(relation if aimed == relation.target else replace(relation, target=aimed))
    return with_relations(argument_map, kept)


def split(argument_map: ArgumentMap, relation: str) -> ArgumentMap:
    """Make a relation of its own for each linked premise; the first keeps what bears on it."""
    whole = argument_map.relation_by_id[relation]
    taken = set(argument_map.ids)
    parts: list[Relation] = [replace(whole, premises=whole.premises[:1])]
    for premise in whole.premises[1:]:
        id_ = unlike(f"r-{premise}"[: LONGEST - 4], taken)
        taken.add(id_)
        parts.append(replace(whole, id=id_, premises=(premise,), anonymous=False))
    return with_relations(
        argument_map,
        (part for r in argument_map.relations for part in (parts if r is whole else [r])),
    )


def _loosened(argument_map: ArgumentMap, statement: str) -> ArgumentMap:
    """Take a statement out of its first relation; the relation goes if nothing is left of it."""
    relation = walk.parent_relation(argument_map, statement)
    if relation is None:
        return argument_map
    return unlink(argument_map, relation.id, statement)


def _step(argument_map: ArgumentMap, statement: str) -> str:
    relation = walk.parent_relation(argument_map, statement)
    assert relation is not None, "asked only for premises"
    return relation.id
