"""A map in the form that labelling wants: numbers for ids, and what bears on what.

Items (statements and relations) are numbered so that, circles apart, each comes after everything
that its label depends on. A number is therefore a priority as well: working the smallest first
settles nearly every item with one look.

Backing, the support of a relation, has a label but changes none.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.circles import strong_components, support_circles
from argmap.model.kinds import Bearing

Level = tuple[tuple[int, ...], tuple[int, ...]]
"""The supports and the attacks of one weight."""


@frozen
class Structure:
    """What of a map matters for labels, whatever the judgements. Lists are indexed by number.

    `premises` are those of a relation. `supports` and `levels` (strongest first) are those on a
    statement, `attacks` those on either. `dependants` are the items whose labels an item may
    change. `leaning` holds all items that are on a circle of support or rest on one.
    """

    ids: tuple[str, ...]
    number: Mapping[str, int]
    is_statement: list[bool]
    premises: list[tuple[int, ...]]
    supports: list[tuple[int, ...]]
    attacks: list[tuple[int, ...]]
    weight: list[float]
    levels: list[tuple[Level, ...]]
    dependants: list[tuple[int, ...]]
    circles: tuple[tuple[str, ...], ...]
    leaning: frozenset[int]

    def inputs(self, item: int) -> tuple[int, ...]:
        """Return what the label of an item is computed from."""
        return self.premises[item] + self.supports[item] + self.attacks[item]

    def is_leaf(self, item: int) -> bool:
        """Whether it is a statement without any support."""
        return self.is_statement[item] and not self.supports[item]

    def leads_to(self, goal: int, stops: Container[int]) -> Iterator[int]:
        """Return the items that the label of `goal` depends on, itself first.

        What a stop depends on is not followed: a judged item depends on nothing.
        """
        seen = {goal}
        waiting = [goal]
        while waiting:
            item = waiting.pop()
            yield item
            if item not in stops:
                new = [i for i in self.inputs(item) if i not in seen]
                seen.update(new)
                waiting += new


def structure_of(argument_map: ArgumentMap) -> Structure:
    """Return the items of a map numbers, and index what bears on what."""
    inputs = _inputs(argument_map)
    ids = tuple(chain.from_iterable(strong_components(inputs, inputs.__getitem__)))
    number = {id_: index for index, id_ in enumerate(ids)}
    circles = support_circles(argument_map)
    premises: list[tuple[int, ...]] = [()] * len(ids)
    supports: list[list[int]] = [[] for _ in ids]
    attacks: list[list[int]] = [[] for _ in ids]
    dependants: list[list[int]] = [[] for _ in ids]
    weight = [1.0] * len(ids)
    knot = {id_: index for index, members in enumerate(circles) for id_ in members}
    for relation in argument_map.relations:
        item, target = number[relation.id], number[relation.target]
        premises[item] = tuple(number[premise] for premise in dict.fromkeys(relation.premises))
        weight[item] = _weight(relation, knot)
        for premise in premises[item]:
            dependants[premise].append(item)
        if relation.bearing is Bearing.ATTACKS:
            attacks[target].append(item)
            dependants[item].append(target)
        elif relation.target in argument_map.statement_by_id:
            supports[target].append(item)
            dependants[item].append(target)
    return Structure(
        ids,
        number,
        [id_ in argument_map.statement_by_id for id_ in ids],
        premises,
        [tuple(items) for items in supports],
        [tuple(items) for items in attacks],
        weight,
        [_levels(s, a, weight) for s, a in zip(supports, attacks, strict=True)],
        [tuple(items) for items in dependants],
        circles,
        _leaning((number[id_] for id_ in knot), dependants, frozenset(chain(*attacks))),
    )


def _inputs(argument_map: ArgumentMap) -> dict[str, list[str]]:
    inputs: dict[str, list[str]] = {id_: [] for id_ in argument_map.statement_by_id}
    inputs |= {relation.id: list(relation.premises) for relation in argument_map.relations}
    for relation in argument_map.relations:
        if not _is_backing(argument_map, relation):
            inputs[relation.target].append(relation.id)
    return inputs


def _is_backing(argument_map: ArgumentMap, relation: Relation) -> bool:
    on_relation = relation.target in argument_map.relation_by_id
    return on_relation and relation.bearing is Bearing.SUPPORTS


def _weight(relation: Relation, knot: Mapping[str, int]) -> float:
    """Return a relation's weight, of which a support on a circle of supports has at most 1."""
    own = knot.get(relation.target)
    on_circle = own is not None and any(knot.get(premise) == own for premise in relation.premises)
    if on_circle and relation.bearing is Bearing.SUPPORTS:
        return min(relation.weight, 1)
    return relation.weight


def _levels(
    supports: Iterable[int], attacks: Iterable[int], weight: Sequence[float]
) -> tuple[Level, ...]:
    by_weight: dict[float, tuple[list[int], list[int]]] = {}
    for side, relations in enumerate((supports, attacks)):
        for relation in relations:
            by_weight.setdefault(weight[relation], ([], []))[side].append(relation)
    return tuple((tuple(s), tuple(a)) for _, (s, a) in sorted(by_weight.items(), reverse=True))


def _leaning(
    circular: Iterable[int], dependants: Sequence[list[int]], attacks: Container[int]
) -> frozenset[int]:
    seen = set(circular)
    waiting = list(seen)
    while waiting:
        item = waiting.pop()
        if item not in attacks:
            new = [i for i in dependants[item] if i not in seen]
            seen.update(new)
            waiting += new
    return frozenset(seen)
