"""The definition of docs/evaluation.md, taken literally and slowly.

The labelling is the least one, in what it decides, that the rules and the rejection of unfounded
items leave as it is. Here it is found among all labellings there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.circles import support_circles
from argmap.model.kinds import Bearing, Judgement, Open, Ties
from argmap.reasoning.label import Label

A, R, U = Label.ACCEPTED, Label.REJECTED, Label.UNDECIDED
Labels = Mapping[str, Label]


def least_labelling(argument_map: ArgumentMap, open_: Open, ties: Ties) -> Labels:
    fixed = [
        labels
        for labels in _all_labellings(argument_map)
        if _once(argument_map, labels, open_, ties) == labels
    ]
    least = [one for one in fixed if all(_decides_no_more(one, other) for other in fixed)]
    assert len(least) == 1, "there is exactly one"
    return least[0]


def _all_labellings(argument_map: ArgumentMap) -> Iterator[Labels]:
    ids = [*argument_map.statement_by_id, *argument_map.relation_by_id]
    for labels in product(Label, repeat=len(ids)):
        yield dict(zip(ids, labels, strict=True))


def _decides_no_more(one: Labels, other: Labels) -> bool:
    return all(label is U or other[id_] is label for id_, label in one.items())


def _once(argument_map: ArgumentMap, labels: Labels, open_: Open, ties: Ties) -> Labels:
    """Apply the rules, and reject the unfounded, everywhere at once."""
    unfounded = _unfounded(argument_map, labels, open_)
    after: dict[str, Label] = {}
    for relation in argument_map.relations:
        after[relation.id] = _relation(argument_map, relation, labels)
    for statement in argument_map.statements:
        after[statement.id] = _statement(argument_map, statement.id, labels, open_, ties)
    return {id_: R if id_ in unfounded else after[id_] for id_ in labels}


def _relation(argument_map: ArgumentMap, relation: Relation, labels: Labels) -> Label:
    premises = [labels[premise] for premise in relation.premises]
    attacks = [labels[r.id] for r in _on(argument_map, relation.id, Bearing.ATTACKS)]
    if relation.rejected or R in premises or A in attacks:
        return R
    return A if set(premises) == {A} and set(attacks) <= {R} else U


def _statement(
    argument_map: ArgumentMap, id_: str, labels: Labels, open_: Open, ties: Ties
) -> Label:
    judgement = argument_map.statement_by_id[id_].judgement
    if judgement is not None:
        return A if judgement is Judgement.ACCEPTED else R
    supports = _on(argument_map, id_, Bearing.SUPPORTS)
    attacks = _on(argument_map, id_, Bearing.ATTACKS)
    bare = not supports
    weigh = [(weight_in(argument_map, r), labels[r.id]) for r in supports]
    against = [(r.weight, labels[r.id]) for r in attacks]
    pp = max([-1, *(w for w, label in weigh if label is A)])
    pm = max([-1, *(w for w, label in weigh if label is not R)])
    np = max([-1, *(w for w, label in against if label is A)])
    nm = max([-1, *(w for w, label in against if label is not R)])
    if bare and open_ is Open.PRESUMED:
        pp = 0
    if bare and open_ is not Open.REJECTED:
        pm = 0
    if pp > nm:
        return A
    if pm == -1 or np > pm or (ties is Ties.REJECTED and np >= pm):
        return R
    return U


def weight_in(argument_map: ArgumentMap, relation: Relation) -> float:
    for circle in support_circles(argument_map):
        if relation.target in circle and set(relation.premises) & set(circle):
            return min(relation.weight, 1)
    return relation.weight


def _unfounded(argument_map: ArgumentMap, labels: Labels, open_: Open) -> set[str]:
    """Return the largest set of unjudged items that could be accepted only through one another."""
    left = set(labels)
    left -= {s.id for s in argument_map.statements if s.judgement is not None}
    while founded := {id_ for id_ in left if _founded(argument_map, id_, labels, open_, left)}:
        left -= founded
    return left


def _founded(
    argument_map: ArgumentMap, id_: str, labels: Labels, open_: Open, left: set[str]
) -> bool:
    if relation := argument_map.relation_by_id.get(id_):
        return not left & set(relation.premises)
    supports = _on(argument_map, id_, Bearing.SUPPORTS)
    if not supports:
        return open_ is not Open.REJECTED
    return any(r.id not in left and labels[r.id] is not R for r in supports)


def _on(argument_map: ArgumentMap, id_: str, bearing: Bearing) -> list[Relation]:
    return [r for r in argument_map.relations_on(id_) if r.bearing is bearing]
