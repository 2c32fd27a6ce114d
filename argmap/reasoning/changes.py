"""What would change a label: the smallest sets of judgements on leaves that give the wanted one.

Sets are tried by size, thousands at once: each is a scenario. There can be very many, so the work
ends after a time, and says that it did.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations, islice, product
from time import monotonic

from argmap.frozen import frozen
from argmap.model.kinds import Judgement
from argmap.reasoning.label import Label
from argmap.reasoning.labelling import Labelling, as_scenarios
from argmap.reasoning.scenarios import Labels, Masks, label

MOST = 3
"""The most judgements in a set."""

_AT_ONCE = 4096
"""Sets that are tried together; between such batches the time is looked at."""

_Choice = tuple[tuple[int, Judgement], ...]


@frozen
class Changes:
    """Sets of judgements by id, all of the least size that works; empty if none is known.

    A set without judgements says that the label is the wanted one already. `complete` says that
    all sets of that size were tried, or all of up to `MOST` judgements if none works.
    """

    wanted: Label
    sets: tuple[Mapping[str, Judgement], ...]
    complete: bool


def changes(labelling: Labelling, item: int, wanted: Label, seconds: float = 1.0) -> Changes:
    """Return what gives an item the wanted label, found in about so many seconds at most."""
    ends = monotonic() + seconds
    items = tuple(labelling.structure.leads_to(item, labelling.judged))
    leaves = sorted(filter(labelling.structure.is_leaf, items))
    for size in range(MOST + 1):
        found: list[_Choice] = []
        choices = _choices(labelling, leaves, size)
        while batch := list(islice(choices, _AT_ONCE)):
            if size and monotonic() > ends:
                return _answer(labelling, wanted, found, complete=False)
            labels = _try(labelling, items, batch)
            hits = _where(labels, item, wanted)
            found += (choice for index, choice in enumerate(batch) if hits >> index & 1)
        if found:
            return _answer(labelling, wanted, found, complete=True)
    return Changes(wanted, (), complete=True)


def _choices(labelling: Labelling, leaves: list[int], size: int) -> Iterator[_Choice]:
    """Return every way to judge so many leaves otherwise than they are judged."""
    for chosen in combinations(leaves, size):
        options = [
            [(leaf, j) for j in Judgement if j is not labelling.judged.get(leaf)] for leaf in chosen
        ]
        yield from product(*options)


def _try(labelling: Labelling, items: tuple[int, ...], batch: list[_Choice]) -> Labels:
    """Return the labels of the items as each choice has it."""
    scenarios = as_scenarios(labelling.structure, labelling.stance, len(batch))
    accepted: dict[int, int] = {}
    rejected: dict[int, int] = {}
    for index, choice in enumerate(batch):
        for leaf, judgement in choice:
            side = accepted if judgement is Judgement.ACCEPTED else rejected
            side[leaf] = side.get(leaf, 0) | 1 << index
    judged: dict[int, Masks] = dict(scenarios.judged)
    for leaf in accepted.keys() | rejected.keys():
        new = accepted.get(leaf, 0), rejected.get(leaf, 0)
        old = judged.get(leaf, (0, 0))
        kept = ~(new[0] | new[1])
        judged[leaf] = new[0] | old[0] & kept, new[1] | old[1] & kept
    return label(labelling.structure, replace(scenarios, judged=judged), items)


def _where(labels: Labels, item: int, wanted: Label) -> int:
    """Return the mask of the scenarios in which the item has that label."""
    if wanted is Label.UNDECIDED:
        return labels.undecided(item)
    return (labels.accepted if wanted is Label.ACCEPTED else labels.rejected)[item]


def _answer(
    labelling: Labelling, wanted: Label, found: list[_Choice], *, complete: bool
) -> Changes:
    ids = labelling.structure.ids
    sets = ({ids[leaf]: judgement for leaf, judgement in choice} for choice in found)
    return Changes(wanted, tuple(sets), complete)
