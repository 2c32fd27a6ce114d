"""How firmly a label stands: the share of scenarios in which it does, and what it hinges on.

Every open leaf (unjudged, without supports) holds with its credence, independently of the others:
where it holds it has its presumption, where it fails it has none. Up to `EXACT` open leaves that
lead to an item all their scenarios are gone through; beyond that, a sample of a fixed seed for
each leaf, so that the result depends on nothing but what leads to the item.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import sqrt
from random import Random

from argmap.errors import Problem, Severity
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.walk import has_support
from argmap.reasoning.labelling import Labelling, judged_masks
from argmap.reasoning.scenarios import Labels, Scenarios, label

EXACT = 12
"""The greatest number of open leaves of which all scenarios are gone through."""

SAMPLES = 4096
MARGIN = 0.016
"""How far a sampled share may be off: 1.96 standard deviations at a share of one half."""

_BITS = 24
"""Binary places to which a credence is kept in samples."""


@frozen
class Strength:
    """The shares (0 to 1) of scenarios in which an item is accepted, rejected and undecided.

    `leaves` is the number of open leaves that lead to it. `margin` is 0 if the shares are exact,
    else how far they may be off (19 times out of 20).
    """

    accepted: float
    rejected: float
    undecided: float
    leaves: int
    margin: float = 0.0

    def __str__(self) -> str:
        about = "about " if self.margin else ""
        ways = f"{about}{self.accepted:.0%} of the ways the open premises could turn out"
        return f"stands in {ways}" if self.leaves else "does not hinge on any open premise"


@frozen
class Crux:
    """An open leaf, and how much the share of acceptance gains (−1 to 1) if it holds."""

    id: str
    swing: float
    margin: float = 0.0

    @property
    def helps(self) -> bool:
        """Whether it helps that the leaf holds."""
        return self.swing > 0


def credence_hints(argument_map: ArgumentMap) -> tuple[Problem, ...]:
    """Return a hint for each statement whose credence is ignored because it has supports."""
    return tuple(
        Problem(
            "credence-ignored",
            Severity.HINT,
            f"The credence of “{statement.id}” is not used: its strength comes from its reasons.",
            "Remove the credence, or judge the statement.",
            ids=(statement.id,),
        )
        for statement in argument_map.statements
        if statement.credence is not None and has_support(argument_map, statement.id)
    )


class Strengths:
    """The strengths of the items of a map, seen from one stance; found when asked for."""

    def __init__(self, argument_map: ArgumentMap, labelling: Labelling) -> None:
        self.labelling = labelling
        self.structure = labelling.structure
        credences = {s.id: s.credence for s in argument_map.statements if s.credence is not None}
        self.credence = {
            leaf: credences.get(self.structure.ids[leaf], 0.5)
            for leaf in range(len(self.structure.ids))
            if self.structure.is_leaf(leaf) and leaf not in labelling.judged
        }
        self._known: dict[int, Strength] = {}

    def of(self, item: int) -> Strength:
        """Return the strength of an item."""
        if item not in self._known:
            leaves = self._few_leaves(item)
            if leaves is None:
                self._known[item] = self._sampled_strength(item)
            else:
                self._known |= self._exact_strengths(item, leaves)
        return self._known[item]

    def cruxes(self, item: int) -> list[Crux]:
        """Return the open leaves that lead to an item, those that matter most first."""
        leaves = self._leaves(self._leading(item))
        find = self._exact_cruxes if len(leaves) <= EXACT else self._sampled_cruxes
        return sorted(find(item, leaves), key=lambda crux: -abs(crux.swing))

    def _leading(self, item: int) -> Iterator[int]:
        return self.structure.leads_to(item, self.labelling.judged)

    def _leaves(self, items: Iterable[int]) -> list[int]:
        return [item for item in items if item in self.credence]

    def _few_leaves(self, item: int) -> list[int] | None:
        """Return the open leaves that lead to an item, or None if there are more than EXACT."""
        leaves = []
        for leading in self._leading(item):
            if leading in self.credence:
                leaves.append(leading)
                if len(leaves) > EXACT:
                    return None
        return leaves

    def _label(self, columns: dict[int, int], width: int, items: Iterable[int]) -> Labels:
        """Return the labels of items where each leaf has its presumption as its column says."""
        stance = self.labelling.stance
        judged = judged_masks(self.structure, stance, width)
        presumed = {leaf: (column, column) for leaf, column in columns.items()}
        return label(self.structure, Scenarios(width, judged, presumed, stance.ties), items)

    def _exact_strengths(self, item: int, leaves: list[int]) -> dict[int, Strength]:
        """Return the strength of an item and of all that leads to it, from all their scenarios."""
        items = list(self._leading(item))
        found = self._label(_truth_table(leaves), 1 << len(leaves), items)
        chances = [self.credence[leaf] for leaf in leaves]
        return {
            member: Strength(
                chance(found.accepted[member], chances),
                chance(found.rejected[member], chances),
                chance(found.undecided(member), chances),
                len(self._leaves(self._leading(member))),
            )
            for member in items
        }

    def _exact_cruxes(self, item: int, leaves: list[int]) -> Iterator[Crux]:
        found = self._label(_truth_table(leaves), 1 << len(leaves), self._leading(item))
        chances = [self.credence[leaf] for leaf in leaves]
        for place, leaf in enumerate(leaves):
            holds, fails = (
                chance(found.accepted[item], [*chances[:place], given, *chances[place + 1 :]])
                for given in (1.0, 0.0)
            )
            yield Crux(self.structure.ids[leaf], holds - fails)

    @cached_property
    def _columns(self) -> dict[int, int]:
        ids = self.structure.ids
        return {leaf: _sample(ids[leaf], credence) for leaf, credence in self.credence.items()}

    @cached_property
    def _samples(self) -> Labels:
        return self._label(self._columns, SAMPLES, range(len(self.structure.ids)))

    def _sampled_strength(self, item: int) -> Strength:
        found = self._samples
        return Strength(
            found.accepted[item].bit_count() / SAMPLES,
            found.rejected[item].bit_count() / SAMPLES,
            found.undecided(item).bit_count() / SAMPLES,
            len(self._leaves(self._leading(item))),
            MARGIN,
        )

    def _sampled_cruxes(self, item: int, leaves: list[int]) -> Iterator[Crux]:
        every = (1 << SAMPLES) - 1
        for leaf in leaves:
            column = self._columns[leaf]
            holds, holding = self._share_where(item, leaf, column, every)
            fails, failing = self._share_where(item, leaf, every & ~column, 0)
            margin = MARGIN * sqrt(SAMPLES / holding + SAMPLES / failing)
            yield Crux(self.structure.ids[leaf], holds - fails, margin)

    def _share_where(self, item: int, leaf: int, where: int, forced: int) -> tuple[float, int]:
        """Return the share of acceptance where a leaf holds (or fails), and of how many samples.

        If there are none, the leaf is forced.
        """
        if where:
            accepted = self._samples.accepted[item] & where
            return accepted.bit_count() / where.bit_count(), where.bit_count()
        found = self._label(self._columns | {leaf: forced}, SAMPLES, self._leading(item))
        return found.accepted[item].bit_count() / SAMPLES, SAMPLES


def chance(mask: int, chances: Sequence[float]) -> float:
    """Return the probability of the scenarios in a truth table's mask; chances of leaves, in order.

    The last leaf holds in the upper half of the table.
    """
    size = 1 << len(chances)
    if mask in (0, (1 << size) - 1):
        return float(mask > 0)
    if all(p == 0.5 for p in chances):
        return mask.bit_count() / size
    *others, last = chances
    upper, lower = mask >> (size >> 1), mask & ((1 << (size >> 1)) - 1)
    return last * chance(upper, others) + (1 - last) * chance(lower, others)


def _truth_table(leaves: Sequence[int]) -> dict[int, int]:
    """Return each leaf the mask of the scenarios in which it holds, of all 2 ** len(leaves)."""
    width = 1 << len(leaves)
    every = (1 << width) - 1
    columns = {}
    for place, leaf in enumerate(leaves):
        run = 1 << place
        # A number that repeats `run` zeros and `run` ones, from the lowest bit on.
        columns[leaf] = every // ((1 << 2 * run) - 1) * (((1 << run) - 1) << run)
    return columns


def _sample(id_: str, credence: float) -> int:
    """Return SAMPLES bits, each set with the chance of the credence, always the same for an id.

    Fair bits are put together by the binary places of the credence, the lowest first.
    """
    if credence in (0, 1):
        return ((1 << SAMPLES) - 1) * int(credence)
    random = Random(f"argmap {id_}")  # noqa: S311 - a sample, no secret
    places = round(credence * 2**_BITS)
    mask = 0
    for place in range((places & -places).bit_length() - 1, _BITS):
        fair = random.getrandbits(SAMPLES)
        mask = mask | fair if places >> place & 1 else mask & fair
    return mask
