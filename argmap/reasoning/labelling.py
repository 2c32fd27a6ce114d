"""One labelling of a map, and what each label rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from argmap.frozen import frozen
from argmap.model.kinds import Judgement, Open, Ties
from argmap.reasoning.label import Label, LabelBasis
from argmap.reasoning.scenarios import Labels, Masks, Scenarios, label
from argmap.reasoning.stance import Stance
from argmap.reasoning.structure import Structure

NONE = -1.0
"""The weight of the strongest relation where there is none: below a presumption, which has 0."""

_JUDGED: dict[Judgement, Masks] = {Judgement.ACCEPTED: (1, 0), Judgement.REJECTED: (0, 1)}
_PRESUMED: dict[Open, Masks] = {
    Open.PRESUMED: (1, 1),
    Open.UNDECIDED: (0, 1),
    Open.REJECTED: (0, 0),
}
_LABELS: dict[Masks, Label] = {
    (1, 0): Label.ACCEPTED,
    (0, 1): Label.REJECTED,
    (0, 0): Label.UNDECIDED,
}


@frozen
class Forces:
    """The greatest weights of what bears on a statement.

    pp: accepted supports; pm: supports that are not rejected; np and nm: the same of attacks.
    """

    pp: float
    pm: float
    np: float
    nm: float


def judged(structure: Structure, stance: Stance) -> dict[int, Judgement]:
    """Return the judgements of a stance by number."""
    return {structure.number[id_]: judgement for id_, judgement in stance.judgements.items()}


def judged_masks(structure: Structure, stance: Stance, width: int) -> dict[int, Masks]:
    """Return the judgements of a stance, the same in all of `width` scenarios."""
    every = (1 << width) - 1
    return {item: _times(_JUDGED[j], every) for item, j in judged(structure, stance).items()}


def as_scenarios(structure: Structure, stance: Stance, width: int = 1) -> Scenarios:
    """Return a stance as `width` scenarios that are all alike."""
    presumption = _times(_PRESUMED[stance.open], (1 << width) - 1)
    leaves = filter(structure.is_leaf, range(len(structure.ids)))
    masks = judged_masks(structure, stance, width)
    return Scenarios(width, masks, dict.fromkeys(leaves, presumption), stance.ties)


def standing(structure: Structure, stance: Stance, leaf: int) -> tuple[Masks, Masks]:
    """Return the judgement of a leaf and its bare presumption, as masks of one scenario."""
    judgement = stance.judgements.get(structure.ids[leaf])
    return _JUDGED[judgement] if judgement else (0, 0), _PRESUMED[stance.open]


def label_in(found: Labels, item: int, scenario: int) -> Label:
    """Return the label of an item in one of the scenarios."""
    bits = found.accepted[item] >> scenario & 1, found.rejected[item] >> scenario & 1
    return _LABELS[bits]


def _times(masks: Masks, every: int) -> Masks:
    return masks[0] * every, masks[1] * every


class Labelling:
    """The labels of all items of a map, by number, in one scenario."""

    def __init__(self, structure: Structure, stance: Stance) -> None:
        self.structure = structure
        self.stance = stance
        self.judged: Mapping[int, Judgement] = judged(structure, stance)
        found = label(structure, as_scenarios(structure, stance), range(len(structure.ids)))
        self.labels = [_LABELS[masks] for masks in zip(found.accepted, found.rejected, strict=True)]
        self.rounds = [frozenset(unfounded) for unfounded in found.rounds]

    def of(self, items: Iterable[int], *labels: Label) -> Iterator[int]:
        """Return those of the items that have one of the labels."""
        return (item for item in items if self.labels[item] in labels)

    def labels_of(self, items: Iterable[int]) -> set[Label]:
        """Return the labels that occur among the items."""
        return {self.labels[item] for item in items}

    def forces(self, item: int, *, bare: bool = False) -> Forces:
        """Return the weight of what bears on a statement; `bare` leaves a presumption out."""
        supports, attacks = self.structure.supports[item], self.structure.attacks[item]
        standing = (Label.ACCEPTED, Label.UNDECIDED)
        pp, pm = NONE, NONE
        if self.structure.is_leaf(item) and not bare:
            pp, pm = (held - 1.0 for held in _PRESUMED[self.stance.open])
        return Forces(
            max(pp, self._greatest(self.of(supports, Label.ACCEPTED))),
            max(pm, self._greatest(self.of(supports, *standing))),
            self._greatest(self.of(attacks, Label.ACCEPTED)),
            self._greatest(self.of(attacks, *standing)),
        )

    def _greatest(self, relations: Iterable[int]) -> float:
        return max((self.structure.weight[relation] for relation in relations), default=NONE)

    def basis(self, item: int) -> LabelBasis:
        """Return the first basis that fits."""
        if item in self.judged:
            return LabelBasis.JUDGED
        if self.labels[item] is Label.ACCEPTED:
            leaf = self.structure.is_leaf(item)
            return LabelBasis.PRESUMED if leaf else LabelBasis.SUPPORTED
        if self.labels[item] is Label.REJECTED:
            return self._basis_of_rejected(item)
        return self._basis_of_undecided(item)

    def _basis_of_rejected(self, item: int) -> LabelBasis:
        if any(item in unfounded for unfounded in self.rounds):
            return LabelBasis.CIRCULAR
        return LabelBasis.REFUTED if self.is_refuted(item) else LabelBasis.UNSUPPORTED

    def is_refuted(self, item: int) -> bool:
        """Whether accepted attacks (on a relation: an accepted undercut) outweigh."""
        if not self.structure.is_statement[item]:
            return Label.ACCEPTED in self.labels_of(self.structure.attacks[item])
        forces = self.forces(item)
        ties_lose = self.stance.ties is Ties.REJECTED
        return forces.np > forces.pm or (ties_lose and forces.np == forces.pm > NONE)

    def _basis_of_undecided(self, item: int) -> LabelBasis:
        if not self.structure.is_statement[item]:
            return LabelBasis.DEPENDS
        forces = self.forces(item)
        if NONE < forces.pp == forces.pm == forces.np == forces.nm:
            return LabelBasis.CONTESTED
        if self.structure.is_leaf(item) and forces.nm == NONE:
            return LabelBasis.OPEN
        return LabelBasis.DEPENDS

    def in_tension(self, item: int) -> bool:
        """Whether the rest of the map speaks against the judgement of a statement."""
        judgement = self.judged.get(item)
        if judgement is None or not self.structure.is_statement[item]:
            return False
        forces = self.forces(item, bare=True)
        if judgement is Judgement.ACCEPTED:
            return forces.np > forces.pm
        return forces.pp > forces.nm
