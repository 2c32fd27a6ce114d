"""The labelling itself, for many scenarios at once.

A scenario settles what is judged and what unjudged leaves count as. Labels are two bit vectors for
each item, as Python integers: bit k of `accepted[item]` says that the item is accepted in scenario
k. The usual evaluation is one scenario; the share of scenarios is thousands of them, at the price
of slightly longer integers.

The rules only ever add to what is known, so their least fixed point is unique and the order of
work does not matter.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from argmap.frozen import frozen
from argmap.model.kinds import Ties
from argmap.reasoning.structure import Structure

Masks = tuple[int, int]


@frozen
class Scenarios:
    """What is given, as masks with one bit for each of `width` scenarios.

    judged: accepted, rejected; by item; elsewhere nothing is judged.
    presumed: where an unjudged leaf has its bare presumption, where it may have it; by leaf.
    """

    width: int
    judged: Mapping[int, Masks]
    presumed: Mapping[int, Masks]
    ties: Ties = Ties.UNDECIDED

    @property
    def every(self) -> int:
        """The mask of all scenarios."""
        return (1 << self.width) - 1


@dataclass(slots=True)
class Labels:
    """Where each item is accepted or rejected, and what each round rejected as unfounded."""

    every: int
    accepted: list[int]
    rejected: list[int]
    rounds: list[dict[int, int]]

    def undecided(self, item: int) -> int:
        """Return the mask of the scenarios in which the item is undecided."""
        return self.every & ~(self.accepted[item] | self.rejected[item])


def label(structure: Structure, scenarios: Scenarios, items: Iterable[int]) -> Labels:
    """Return the labels of items in all scenarios; they include everything that leads to them."""
    return _Labeller(structure, scenarios, sorted(items)).run()


class _Labeller:
    def __init__(self, structure: Structure, scenarios: Scenarios, items: list[int]) -> None:
        self.structure = structure
        self.scenarios = scenarios
        self.every = scenarios.every
        self.items = items
        self.members = frozenset(items)
        size = len(structure.ids)
        self.accepted = [0] * size
        self.rejected = [0] * size

    def run(self) -> Labels:
        self._settle(self.items, self._apply_rules)
        rounds = []
        while unfounded := self._find_unfounded():
            rounds.append(unfounded)
            for item, mask in unfounded.items():
                self.rejected[item] |= mask
            touched = {i for item in unfounded for i in self.structure.dependants[item]}
            self._settle(touched, self._apply_rules)
        return Labels(self.every, self.accepted, self.rejected, rounds)

    def _settle(self, items: Iterable[int], update: Callable[[int], bool]) -> None:
        """Update items, and what depends on those that changed, until nothing changes."""
        waiting = set(items) & self.members
        heap = sorted(waiting)
        while heap:
            item = heapq.heappop(heap)
            waiting.discard(item)
            if not update(item):
                continue
            for dependant in self.structure.dependants[item]:
                if dependant not in waiting and dependant in self.members:
                    waiting.add(dependant)
                    heapq.heappush(heap, dependant)

    def _apply_rules(self, item: int) -> bool:
        """Label one item as far as its inputs allow, and return whether that was new."""
        rule = self._statement if self.structure.is_statement[item] else self._relation
        accepted, rejected = rule(item)
        if judged := self.scenarios.judged.get(item):
            unjudged = ~(judged[0] | judged[1])
            accepted = judged[0] | accepted & unjudged
            rejected = judged[1] | rejected & unjudged
        accepted = (accepted | self.accepted[item]) & self.every
        rejected = (rejected | self.rejected[item]) & self.every
        news = accepted != self.accepted[item] or rejected != self.rejected[item]
        self.accepted[item], self.rejected[item] = accepted, rejected
        return news

    def _relation(self, item: int) -> Masks:
        accepted, rejected = self.every, 0
        for premise in self.structure.premises[item]:
            accepted &= self.accepted[premise]
            rejected |= self.rejected[premise]
        for attack in self.structure.attacks[item]:
            accepted &= self.rejected[attack]
            rejected |= self.accepted[attack]
        return accepted, rejected

    def _statement(self, item: int) -> Masks:
        """Compare the greatest weights, from the strongest level down to the presumption.

        Below, `pp` holds where an accepted support of this level or a stronger one exists, and
        so on; pp > nm where on some level the one is there and the other is not.
        """
        pp = pm = np = nm = 0
        supported = refuted = upheld = 0
        for supports, attacks in self.structure.levels[item]:
            for support in supports:
                pp |= self.accepted[support]
                pm |= ~self.rejected[support]
            for attack in attacks:
                np |= self.accepted[attack]
                nm |= ~self.rejected[attack]
            supported |= pp & ~nm
            refuted |= np & ~pm
            upheld |= pm & ~np
        if presumed := self.scenarios.presumed.get(item):
            pp |= presumed[0]
            pm |= presumed[1]
            supported |= pp & ~nm
            upheld |= pm & ~np
        losing = ~upheld if self.scenarios.ties is Ties.REJECTED else refuted
        return supported, ~pm | losing

    def _find_unfounded(self) -> dict[int, int]:
        """Return what is undecided and could be accepted only through a circle of support."""
        leaning = self.structure.leaning & self.members
        undecided = {
            item: mask
            for item in leaning
            if (mask := self.every & ~(self.accepted[item] | self.rejected[item]))
        }
        if not undecided:
            return {}
        founded = dict.fromkeys(leaning, 0)

        def update(item: int) -> bool:
            if item not in undecided:
                return False
            rule = self._founded_statement if structure.is_statement[item] else self._founded_step
            before, founded[item] = founded[item], rule(item, founded)
            return founded[item] != before

        structure = self.structure
        self._settle(undecided, update)
        found = {item: mask & ~founded[item] for item, mask in undecided.items()}
        return {item: mask for item, mask in found.items() if mask}

    def _founded_statement(self, item: int, founded: Mapping[int, int]) -> int:
        mask = self.scenarios.presumed.get(item, (0, 0))[1]
        for support in self.structure.supports[item]:
            mask |= (
                self.accepted[support] | founded.get(support, self.every) & ~self.rejected[support]
            )
        return mask

    def _founded_step(self, item: int, founded: Mapping[int, int]) -> int:
        mask = self.every
        for premise in self.structure.premises[item]:
            mask &= self.accepted[premise] | founded.get(premise, self.every)
        return mask
