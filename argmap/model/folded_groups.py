"""Groups folded to one card each, which bears on what their cards bear on.

The card has the group's id: all ids of a map are one name space, so no statement has it. The group
itself stays in the map, and whoever draws a card of its id knows what it is. What leads from the
group into itself is inside; of what bears on the same thing in the same way, the first stands for
the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field, replace

from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Group, Relation, Statement
from argmap.model.groups import groups_around, members


@frozen
class FoldedGroups:
    """A map in which groups are folded, and what stands there for what is no longer in it."""

    argument_map: ArgumentMap
    standing: Mapping[str, str] = field(default_factory=dict)
    """By statement and relation: the card of the group that it is in, or the relation it joined."""
    within: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The statements that each card of a group stands for."""

    def meant(self, ids: Iterable[str]) -> Iterator[str]:
        """Return ids; that of a card of a group means all statements that are in it."""
        return (one for id_ in ids for one in self.within.get(id_, (id_,)))

    def standing_for(self, ids: Collection[str]) -> set[str]:
        """Return what stands for those of some ids that are in a folded group."""
        return {self.standing[id_] for id_ in self.standing.keys() & ids}

    def shows(self, ids: Collection[str]) -> bool:
        """Whether these can be seen: what is in a folded group can where all of it is meant."""
        cards = {self.standing[id_] for id_ in ids if id_ in self.standing} & self.within.keys()
        return all(set(self.within[card]) <= set(ids) for card in cards)


class GroupFolder:
    """Folds groups, and keeps what came of it while neither the map nor what is folded changes."""

    def __init__(self) -> None:
        self._of: tuple[ArgumentMap, Collection[str]] | None = None
        self._made = FoldedGroups(ArgumentMap())

    def fold(self, argument_map: ArgumentMap, folded: Collection[str]) -> FoldedGroups:
        """Return what `fold_groups` does."""
        if self._of is None or self._of[0] is not argument_map or self._of[1] != folded:
            self._of, self._made = (argument_map, folded), fold_groups(argument_map, folded)
        return self._made


def fold_groups(argument_map: ArgumentMap, folded: Collection[str]) -> FoldedGroups:
    """Return a map in which these groups are folded; other ids, and empty groups, say nothing."""
    around = _outermost(argument_map, folded)
    cards = {s.id: around[s.group] for s in argument_map.statements if s.group in around}
    if not cards:
        return FoldedGroups(argument_map)
    standing = cards | _inside(argument_map, cards)
    relations, joined = _led_to_cards(argument_map, standing)
    shown = replace(
        argument_map,
        statements=_with_cards(argument_map, cards),
        relations=relations,
        groups=tuple(g for g in argument_map.groups if around.get(g.id, g.id) == g.id),
    )
    within: dict[str, list[str]] = {}
    for statement, card in cards.items():
        within.setdefault(card, []).append(statement)
    return FoldedGroups(shown, standing | joined, {g: tuple(ids) for g, ids in within.items()})


def folded_group(argument_map: ArgumentMap, card: str) -> Group | None:
    """Return the group that a card stands for, or None if it is a card as others are."""
    return argument_map.group_by_id.get(card)


def unfolded_for(
    argument_map: ArgumentMap, folded: frozenset[str], ids: Collection[str]
) -> frozenset[str]:
    """Return what is still folded when these are to be seen.

    A group of which all cards are among them is seen by its own card.
    """
    for id_ in ids:
        for statement in _ends(argument_map, id_):
            for group in groups_around(argument_map, statement):
                if group in folded and not set(members(argument_map, group)) <= set(ids):
                    folded -= {group}
    return folded


def _outermost(argument_map: ArgumentMap, folded: Collection[str]) -> dict[str, str]:
    """Return the outermost folded group around each group that is in one or is one."""
    found: dict[str, str] = {}
    if not argument_map.group_by_id.keys() & set(folded):
        return found
    for group in argument_map.group_by_id:
        at, seen = group, set[str]()
        while at in argument_map.group_by_id and at not in seen:
            seen.add(at)
            if at in folded:
                found[group] = at
            at = argument_map.group_by_id[at].parent
    return found


def _inside(argument_map: ArgumentMap, cards: Mapping[str, str]) -> dict[str, str]:
    """Return the relations that lead from a folded group into itself, with its card."""
    wholly: dict[str, str] = {}
    for relation in argument_map.relations:
        groups = {cards.get(premise, "") for premise in relation.premises}
        if len(groups) == 1 and "" not in groups:
            wholly[relation.id] = groups.pop()
    return {
        id_: group
        for id_, group in wholly.items()
        if (target := argument_map.relation_by_id[id_].target)
        and group in (cards.get(target), wholly.get(target))
    }


def _led_to_cards(
    argument_map: ArgumentMap, standing: Mapping[str, str]
) -> tuple[tuple[Relation, ...], dict[str, str]]:
    """Return the relations that are left, led to cards, and which have joined which."""
    joined: dict[str, str] = {}
    made: dict[str, Relation] = {}
    first: dict[tuple[object, ...], str] = {}
    todo = [r for r in argument_map.relations if r.id not in standing]
    while todo:
        waiting = {r.id for r in todo}
        ready = [r for r in todo if r.target not in waiting] or todo
        for relation in ready:
            led = _led(relation, standing, joined)
            key = (frozenset(led.premises), led.bearing, led.target, led.rejected)
            other = first.setdefault(key, led.id) if led != relation else led.id
            if other == led.id:
                made[led.id] = led
            else:
                joined[led.id] = other
        done = {r.id for r in ready}
        todo = [r for r in todo if r.id not in done]
    left = (made[r.id] for r in argument_map.relations if r.id in made)
    # Relations on each other in a circle were led before it was known what had joined what.
    return tuple(replace(r, target=joined.get(r.target, r.target)) for r in left), joined


def _led(relation: Relation, standing: Mapping[str, str], joined: Mapping[str, str]) -> Relation:
    target = standing.get(relation.target) or joined.get(relation.target, relation.target)
    premises = dict.fromkeys(standing.get(premise, premise) for premise in relation.premises)
    premises.pop(target, None)
    return replace(relation, premises=tuple(premises), target=target)


def _with_cards(argument_map: ArgumentMap, cards: Mapping[str, str]) -> tuple[Statement, ...]:
    """Return the statements; where the first of a folded group stands, its card stands."""
    found: dict[str, Statement] = {}
    for statement in argument_map.statements:
        group = cards.get(statement.id)
        if group is None:
            found[statement.id] = statement
        elif group not in found:
            known = argument_map.group_by_id[group]
            found[group] = Statement(group, known.name, group=known.parent)
    return tuple(found.values())


def _ends(argument_map: ArgumentMap, id_: str) -> set[str]:
    """Return a statement itself; of a relation its premises and its target, or those of that."""
    ends: set[str] = set()
    seen: set[str] = set()
    while (relation := argument_map.relation_by_id.get(id_)) and id_ not in seen:
        seen.add(id_)
        ends.update(relation.premises)
        id_ = relation.target
    return ends | {id_}
