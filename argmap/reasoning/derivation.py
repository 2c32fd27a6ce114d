"""Why a decided label must be as it is: the smallest derivation.

Each label that was decided follows by one step from labels of other items. Among all ways to put
such steps together, D. E. Knuth's generalization of Dijkstra's algorithm (Information Processing
Letters 6, 1977) finds the smallest derivation of every item, counted as a tree. A step is only
taken when all that it needs is derived already, so derivations never run in circles.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum, auto

from argmap.frozen import frozen
from argmap.model.circles import strong_components
from argmap.model.kinds import Open, Ties
from argmap.reasoning.label import Label
from argmap.reasoning.labelling import Labelling


class Ground(Enum):
    """The ways in which a label follows; earlier ones win where derivations are equally small."""

    JUDGED = auto()
    SUPPORTED = auto()
    PRESUMED = auto()
    HOLDS = auto()
    CIRCULAR = auto()
    REFUTED = auto()
    UNDERCUT = auto()
    PREMISE_FAILS = auto()
    NO_REASON = auto()


@frozen
class Inference:
    """`item` has its label because all of `needs` have theirs, and some one of `choices`, if any.

    A circle of support is one thing to be shown, for all its members; as an item it has a
    negative number. `chosen` is the choice that was taken.
    """

    item: int
    ground: Ground
    needs: tuple[int, ...] = ()
    choices: tuple[int, ...] = ()
    chosen: int | None = None

    @property
    def body(self) -> tuple[int, ...]:
        """What the step rests on."""
        return self.needs if self.chosen is None else (self.chosen, *self.needs)


@frozen
class Derivation:
    """The step that was taken to each decided item and circle, and the members of the circles."""

    steps: dict[int, Inference]
    circles: dict[int, tuple[int, ...]]


def derive(labelling: Labelling, items: Iterable[int]) -> Derivation:
    """Return how the decided items follow; the items include everything that leads to them."""
    decided = [item for item in items if labelling.labels[item] is not Label.UNDECIDED]
    circles = dict(enumerate(_circles(labelling, decided), -len(decided)))
    circle_of = {item: number for number, members in circles.items() for item in members}
    possible = [step for item in decided for step in _steps(labelling, item, circle_of.get(item))]
    possible += [
        Inference(number, Ground.CIRCULAR, _outside(labelling, members))
        for number, members in circles.items()
    ]
    return Derivation(_smallest(sorted(possible, key=lambda step: step.ground.value)), circles)


def _smallest(possible: list[Inference]) -> dict[int, Inference]:
    cost: list[int] = [1] * len(possible)
    missing = [len(step.needs) + bool(step.choices) for step in possible]
    needed_by: dict[int, list[int]] = defaultdict(list)
    choice_of: dict[int, list[int]] = defaultdict(list)
    for index, step in enumerate(possible):
        for item in step.needs:
            needed_by[item].append(index)
        for item in step.choices:
            choice_of[item].append(index)
    chosen: dict[int, int] = {}
    steps: dict[int, Inference] = {}
    heap = [(1, index) for index, lacks in enumerate(missing) if not lacks]
    while heap:
        total, index = heapq.heappop(heap)
        step = possible[index]
        if step.item in steps:
            continue
        steps[step.item] = Inference(
            step.item, step.ground, step.needs, step.choices, chosen.get(index)
        )
        freed = [*needed_by[step.item]]
        for other in choice_of[step.item]:
            if other not in chosen:
                chosen[other] = step.item
                freed.append(other)
        for other in freed:
            cost[other] += total
            missing[other] -= 1
            if not missing[other]:
                heapq.heappush(heap, (cost[other], other))
    return steps


def _steps(labelling: Labelling, item: int, circle: int | None) -> Iterator[Inference]:
    """Return every step that could show the label of a decided item."""
    structure = labelling.structure
    if item in labelling.judged:
        yield Inference(item, Ground.JUDGED)
    elif not structure.is_statement[item]:
        yield from _steps_to_relation(labelling, item)
    elif labelling.labels[item] is Label.ACCEPTED:
        yield from _steps_to_accepted(labelling, item)
    elif circle is not None:
        yield Inference(item, Ground.CIRCULAR, choices=(circle,))
    else:
        yield from _steps_to_rejected(labelling, item)


def _steps_to_relation(labelling: Labelling, item: int) -> Iterator[Inference]:
    premises, attacks = labelling.structure.premises[item], labelling.structure.attacks[item]
    if labelling.labels[item] is Label.ACCEPTED:
        yield Inference(item, Ground.HOLDS, premises + attacks)
        return
    if undercuts := tuple(labelling.of(attacks, Label.ACCEPTED)):
        yield Inference(item, Ground.UNDERCUT, choices=undercuts)
    if failing := tuple(labelling.of(premises, Label.REJECTED)):
        yield Inference(item, Ground.PREMISE_FAILS, choices=failing)


def _steps_to_accepted(labelling: Labelling, item: int) -> Iterator[Inference]:
    """Take an accepted support, where every attack of its weight or more is rejected."""
    answered: tuple[int, ...] = ()
    for supports, attacks in labelling.structure.levels[item]:
        answered += attacks
        if not labelling.labels_of(attacks) <= {Label.REJECTED}:
            return
        if accepted := tuple(labelling.of(supports, Label.ACCEPTED)):
            yield Inference(item, Ground.SUPPORTED, answered, accepted)
    if labelling.structure.is_leaf(item):
        yield Inference(item, Ground.PRESUMED, answered)


def _steps_to_rejected(labelling: Labelling, item: int) -> Iterator[Inference]:
    """Take an accepted attack, where every support that could stand up to it is rejected."""
    lost: tuple[int, ...] = ()
    for supports, attacks in labelling.structure.levels[item]:
        losing = lost if labelling.stance.ties is Ties.REJECTED else lost + supports
        accepted = tuple(labelling.of(attacks, Label.ACCEPTED))
        if accepted and labelling.labels_of(losing) <= {Label.REJECTED}:
            yield Inference(item, Ground.REFUTED, losing, accepted)
        lost += supports
    may_be_presumed = (
        labelling.structure.is_leaf(item) and labelling.stance.open is not Open.REJECTED
    )
    if not may_be_presumed and labelling.labels_of(lost) <= {Label.REJECTED}:
        yield Inference(item, Ground.NO_REASON, lost)


def _circles(labelling: Labelling, items: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Return the circles among the unfounded items: each of their reasons runs through them."""
    structure = labelling.structure
    known = set(items)
    for unfounded in labelling.rounds:

        def leaning_on(item: int, unfounded: frozenset[int] = unfounded) -> tuple[int, ...]:
            among = structure.premises[item] or structure.supports[item]
            held = tuple(i for i in among if i in unfounded)
            return held if structure.is_statement[item] else held[:1]

        here = [item for item in sorted(unfounded) if item in known]
        for component in strong_components(here, leaning_on):
            if len(component) > 1:
                yield tuple(component)


def _outside(labelling: Labelling, members: tuple[int, ...]) -> tuple[int, ...]:
    """Return the supports of the members of a circle that are not part of it."""
    inside = frozenset(members)
    return tuple(
        support
        for member in members
        for support in labelling.structure.supports[member]
        if support not in inside
    )
