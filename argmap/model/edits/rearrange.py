"""Edits that move things: siblings, parents, what a relation does, linked or separate.

All of them change `relations` (and for roots the order of `statements`), never a text.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from argmap.errors import ArgmapError
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap, Relation, Statement, Value, Viewpoint
from argmap.model.edits.edit import put, refuse_twice, relation_before, set_fields, with_section
from argmap.model.edits.relations import with_relations
from argmap.model.edits.removal import unlink
from argmap.model.ids import new_relation_id
from argmap.model.kinds import Bearing, Kind
from argmap.model.natural_kind import natural_kind

_Ordered = TypeVar("_Ordered", Statement, Relation)


def siblings(argument_map: ArgumentMap, id_: str) -> tuple[str, ...]:
    """Return what stands beside an id, itself included, as rows of the outline in their order.

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
    """Return the map with a statement or relation moved by so many places among its siblings.

    It goes no further than the first or last place.
    """
    row = siblings(argument_map, id_)
    me = _in_row(argument_map, row, id_)
    at = row.index(me)
    to = max(0, min(len(row) - 1, at + by))
    if to == at:
        return argument_map
    if me in argument_map.relation_by_id:
        relations = _moved(argument_map.relations, me, row[to], before=to < at)
        return replace(argument_map, relations=relations)
    linked = walk.parent_relation(argument_map, me)
    if linked is None:
        statements = _moved(argument_map.statements, me, row[to], before=to < at)
        return replace(argument_map, statements=statements)
    premises = [premise for premise in row if premise != me]
    premises.insert(to, me)
    return put(argument_map, replace(linked, premises=tuple(premises)))


def reparent(
    argument_map: ArgumentMap,
    statement: str,
    target: str,
    bearing: Bearing | None = None,
    at: int | None = None,
) -> ArgumentMap:
    """Return the map in which a statement bears on another target, with what is below it.

    `bearing` is kept where None (a root becomes a premise); `at` is the place among the relations
    on the target, at the end where None. A linked premise leaves its co-premises.
    """
    if target in walk.below(argument_map, [statement]):
        raise ArgmapError(
            "A statement cannot hang below itself.", "Drop it on a card outside its own branch."
        )
    old = walk.parent_relation(argument_map, statement)
    does = bearing or (old.bearing if old else Bearing.SUPPORTS)
    if old is None or old.linked:
        loose = _loosened(argument_map, statement)
        refuse_twice(loose, statement, does, target)
        id_ = new_relation_id(statement, loose.ids)
        relation = Relation(id_, (statement,), does, target)
        return with_relations(loose, _placed(loose, relation, at))
    refuse_twice(argument_map, statement, does, target, but=old.id)
    return _redirected(argument_map, replace(old, bearing=does, target=target), at)


def move_onto(argument_map: ArgumentMap, statement: str, onto: str) -> ArgumentMap:
    """Return the map in which a statement bears on another one, or is a premise of a relation.

    Raise `ArgmapError` where it would hang below itself, or bear on the target twice.
    """
    step = argument_map.relation_by_id.get(onto)
    if step is None:
        return reparent(argument_map, statement, onto)
    loose = reparent(argument_map, statement, step.target, step.bearing)
    return join(loose, [step.id, loose.relations_of(statement)[0].id])


def move_beside(
    argument_map: ArgumentMap, statement: str, sibling: str, *, before: bool
) -> ArgumentMap:
    """Return the map in which a statement bears on what another one bears on, before or after it.

    It goes on supporting or attacking as it did; a claim that bore on nothing does what its kind
    does, or what the other one does. Beside a claim that bears on nothing it becomes another one.
    Beside its own co-premise it stays linked, and between two linked premises it is linked with
    them, and does what they do.

    Raise `ArgmapError` where it would hang below itself, or bear on the target twice.
    """
    beside = walk.parent_relation(argument_map, sibling)
    if beside is None:
        rooted = make_root(argument_map, statement, after=sibling)
        return move_sibling(rooted, statement, -1) if before else rooted
    if _lands_in_step(beside, statement, sibling, before=before):
        linked = statement in beside.premises
        whole = argument_map if linked else move_onto(argument_map, statement, beside.id)
        return _premise_moved(whole, beside.id, statement, sibling, before=before)
    others = [r.id for r in argument_map.relations_on(beside.target) if r.premises != (statement,)]
    at = others.index(beside.id) + (not before)
    first = argument_map.statement_by_id[statement].kind.bearing or beside.bearing
    bearing = None if argument_map.relations_of(statement) else first
    return reparent(argument_map, statement, beside.target, bearing, at)


def _lands_in_step(step: Relation, statement: str, sibling: str, *, before: bool) -> bool:
    """Whether a statement put before or after a premise of a step is one of its premises then."""
    outermost = step.premises[0 if before else -1]
    return step.linked and (statement in step.premises or sibling != outermost)


def _premise_moved(
    argument_map: ArgumentMap, step: str, premise: str, beside: str, *, before: bool
) -> ArgumentMap:
    """Return the map in which a linked premise stands before or after another one of its step."""
    relation = argument_map.relation_by_id[step]
    premises = [other for other in relation.premises if other != premise]
    premises.insert(premises.index(beside) + (not before), premise)
    return put(argument_map, replace(relation, premises=tuple(premises)))


def move_relation(
    argument_map: ArgumentMap, relation: str, target: str, at: int | None
) -> ArgumentMap:
    """Return the map in which a relation has another target, at a place among those on it.

    None is the place at the end.
    """
    old = argument_map.relation_by_id[relation]
    for premise in old.premises:
        refuse_twice(argument_map, premise, old.bearing, target, but=relation)
    return _redirected(argument_map, replace(old, target=target), at)


def _redirected(argument_map: ArgumentMap, changed: Relation, at: int | None) -> ArgumentMap:
    """Return the map with a relation turned to a new target, at its place among those on it."""
    if changed.target in walk.below(argument_map, [changed.id]):
        raise ArgmapError(
            "A step cannot bear on what it rests on.", "Choose a target outside its own branch."
        )
    return with_relations(argument_map, _placed(argument_map, changed, at))


def _placed(argument_map: ArgumentMap, relation: Relation, at: int | None) -> tuple[Relation, ...]:
    """Return the relations with one at a place among those on its target.

    Without others an old one stays where it is, a new one stands as `edit.relation_before` says.
    """
    relations = argument_map.relations
    rest = [r for r in relations if r.id != relation.id]
    others = [index for index, r in enumerate(rest) if r.target == relation.target]
    if not others:
        stands_after = relation_before(argument_map, relation.target)
        own = (index for index, r in enumerate(relations) if r.id == relation.id)
        behind = (index + 1 for index, r in enumerate(rest) if r.id == stands_after)
        index = next(own, next(behind, len(rest)))
    elif at is None or at >= len(others):
        index = others[-1] + 1
    else:
        index = others[max(at, 0)]
    return (*rest[:index], relation, *rest[index:])


def make_root(argument_map: ArgumentMap, statement: str, after: str = "") -> ArgumentMap:
    """Return the map in which a statement no longer bears on its parent."""
    loose = _loosened(argument_map, statement)
    if not after:
        return loose
    mine = loose.statement_by_id[statement]
    rest = [s for s in loose.statements if s is not mine]
    index = next((i for i, s in enumerate(rest) if s.id == after), len(rest) - 1)
    rest.insert(index + 1, mine)
    return with_section(loose, "statements", rest)


def promote(argument_map: ArgumentMap, statement: str) -> ArgumentMap:
    """Return the map in which a statement stands beside its parent in the outline, not below it.

    A linked premise hangs below its step, so it leaves the step and stands beside it.
    """
    relation = walk.parent_relation(argument_map, statement)
    if relation is None:
        raise ArgmapError("A claim that bears on nothing is at the top already.")
    above = argument_map.relation_by_id.get(relation.target)
    step = relation if relation.linked else above
    step = step or walk.parent_relation(argument_map, relation.target)
    if step is None:
        return make_root(argument_map, statement, after=relation.target)
    row = [on.id for on in argument_map.relations_on(step.target)]
    return reparent(argument_map, statement, step.target, at=row.index(step.id) + 1)


def demote(argument_map: ArgumentMap, statement: str) -> ArgumentMap:
    """Return the map in which a statement stands below the row before it, a card or a step."""
    row = siblings(argument_map, statement)
    at = row.index(_in_row(argument_map, row, statement))
    if at == 0:
        raise ArgmapError("There is no sibling before it to hang below.")
    before = argument_map.relation_by_id.get(row[at - 1])
    if before is None or walk.is_step(argument_map, before):
        return reparent(argument_map, statement, row[at - 1])
    return reparent(argument_map, statement, before.premises[0])


def set_bearing(argument_map: ArgumentMap, relation: str, bearing: Bearing) -> ArgumentMap:
    """Return the map with a relation of that bearing; kinds follow where they agreed."""
    return set_fields(argument_map, relation, bearing=bearing)


def set_kind(argument_map: ArgumentMap, statement: str, kind: Kind) -> ArgumentMap:
    """Return the map with a statement of that kind; its step follows, as kinds follow steps.

    A rebuttal attacks and a premise supports. A claim may do either: it is a conclusion on the way.
    A claim that bears on nothing may be of any kind.

    Raises ArgmapError where it is not clear which steps would turn: where another premise is linked
    with it, or it bears on several things.
    """
    relations, bearing = argument_map.relations_of(statement), kind.bearing
    if bearing is not None and relations and natural_kind(r.bearing for r in relations) is not kind:
        if len(relations) > 1:
            raise ArgmapError(
                f"The statement bears on several things, so it cannot become a {kind} as a whole.",
                "Select the arrow that you mean, and turn support into attack, or back.",
            )
        if relations[0].linked:
            raise ArgmapError(
                f"The statement is linked with others, so it cannot become a {kind} alone.",
                "Separate the premises first, or turn their whole step.",
            )
        argument_map = set_bearing(argument_map, relations[0].id, bearing)
    return set_fields(argument_map, statement, kind=kind)


def join(argument_map: ArgumentMap, relations: Collection[str]) -> ArgumentMap:
    """Return the map with the premises of several relations on one target linked in the first.

    Notes, tags and unknown keys of the others are added to those of the first, and what bore on
    the others, or was judged of them, is now about it.
    """
    joined = [r for r in argument_map.relations if r.id in relations]
    if len(joined) < 2 or len({(r.target, r.bearing) for r in joined}) > 1:
        raise ArgmapError(
            "Only premises that do the same to the same target can be linked.",
            "Select two or more supports, or two or more attacks, of one statement.",
        )
    whole = _merged(joined)
    others = {r.id for r in joined[1:]}
    kept = [
        replace(r, target=whole.id) if r.target in others else r
        for r in argument_map.relations
        if r.id not in others
    ]
    joint = with_relations(argument_map, (whole if r is joined[0] else r for r in kept))
    return _judged_alike(joint, {id_: [whole.id] for id_ in others})


def split(argument_map: ArgumentMap, relation: str) -> ArgumentMap:
    """Return the map with a relation for each linked premise; the first keeps what bears on it."""
    whole = argument_map.relation_by_id[relation]
    taken = set(argument_map.ids)
    parts = [replace(whole, premises=whole.premises[:1])]
    for premise in whole.premises[1:]:
        id_ = new_relation_id(premise, taken)
        taken.add(id_)
        parts.append(replace(whole, id=id_, premises=(premise,), anonymous=False))
    apart = with_relations(
        argument_map,
        (part for r in argument_map.relations for part in (parts if r is whole else [r])),
    )
    return _judged_alike(apart, {relation: [part.id for part in parts]})


def _merged(joined: Sequence[Relation]) -> Relation:
    """Return the first relation with the premises of all; weight and judgement are the first's."""
    extra: dict[str, Value] = {}
    for key, value in chain.from_iterable(r.extra for r in joined):
        extra.setdefault(key, value)
    return replace(
        joined[0],
        premises=tuple(dict.fromkeys(p for r in joined for p in r.premises)),
        scheme=next((r.scheme for r in joined if r.scheme), ""),
        note="\n\n".join(dict.fromkeys(r.note for r in joined if r.note)),
        tags=tuple(dict.fromkeys(tag for r in joined for tag in r.tags)),
        extra=tuple(extra.items()),
    )


def _judged_alike(argument_map: ArgumentMap, heirs: Mapping[str, Sequence[str]]) -> ArgumentMap:
    """Return the map in which viewpoints judge the heirs of some relations as they judge those."""

    def inherited(viewpoint: Viewpoint) -> Viewpoint:
        said = {heir: j for id_, j in viewpoint.judgements for heir in heirs.get(id_, [id_])}
        return replace(viewpoint, judgements=tuple(said.items()))

    concerned = [v for v in argument_map.viewpoints if any(j[0] in heirs for j in v.judgements)]
    for viewpoint in concerned:
        argument_map = put(argument_map, inherited(viewpoint))
    return argument_map


def _loosened(argument_map: ArgumentMap, statement: str) -> ArgumentMap:
    """Return the map with a statement out of its first relation, which goes if it was all of it."""
    relation = walk.parent_relation(argument_map, statement)
    return unlink(argument_map, relation.id, statement) if relation else argument_map


def _in_row(argument_map: ArgumentMap, row: Collection[str], id_: str) -> str:
    """Return what stands for an id in its row of siblings: itself, or the step it is all of."""
    relation = walk.parent_relation(argument_map, id_)
    return id_ if id_ in row or relation is None else relation.id


def _moved(
    items: Sequence[_Ordered], id_: str, beside: str, *, before: bool
) -> tuple[_Ordered, ...]:
    """Return the items with one moved next to another; all others keep their order."""
    rest = [item for item in items if item.id != id_]
    moved = next(item for item in items if item.id == id_)
    place = next(index for index, item in enumerate(rest) if item.id == beside)
    rest.insert(place + (not before), moved)
    return tuple(rest)
