"""Two or more viewpoints side by side, and what their disagreement hinges on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from argmap.errors import ArgmapError
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.reasoning.label import Label
from argmap.reasoning.labelling import Labelling, as_scenarios, label_in, standing
from argmap.reasoning.scenarios import Masks, label
from argmap.reasoning.stance import Stance, stance
from argmap.reasoning.structure import structure_of


@frozen
class Comparison:
    """A table of labels: `labels[id]` has one for each of the viewpoints, in their order."""

    viewpoints: tuple[str, ...]
    labels: Mapping[str, tuple[Label, ...]]

    @property
    def differing(self) -> tuple[str, ...]:
        """The statements whose labels are not the same everywhere."""
        return tuple(id_ for id_, labels in self.labels.items() if len(set(labels)) > 1)


def compare(argument_map: ArgumentMap, viewpoints: Iterable[str]) -> Comparison:
    """Return the labels of all statements from each viewpoint; ArgmapError for an unknown one."""
    names = tuple(viewpoints)
    structure = structure_of(argument_map)
    columns = [Labelling(structure, stance(argument_map, name)).labels for name in names]
    return Comparison(
        names,
        {
            id_: tuple(column[structure.number[id_]] for column in columns)
            for id_ in argument_map.statement_by_id
        },
    )


def crux_of_disagreement(
    argument_map: ArgumentMap, one: str, other: str, claim: str
) -> tuple[str, ...]:
    """Return the leaves on which two viewpoints differ and whose swap flips the claim.

    A leaf counts if its labels differ, and if the claim's label changes in at least one of the
    two when it takes over the other's stand on that leaf: its judgement, or its want of one.
    In the order of the file. ArgmapError for a viewpoint or claim that does not exist.
    """
    structure = structure_of(argument_map)
    if claim not in structure.number:
        raise ArgmapError(f"There is no statement or relation “{claim}” in the map.")
    stances = [stance(argument_map, name) for name in (one, other)]
    mine, theirs = (Labelling(structure, held) for held in stances)
    leaves = [
        structure.number[id_]
        for id_ in argument_map.statement_by_id
        if structure.is_leaf(structure.number[id_])
    ]
    differing = [leaf for leaf in leaves if mine.labels[leaf] is not theirs.labels[leaf]]
    flipping = {
        leaf
        for labelling, taken in ((mine, stances[1]), (theirs, stances[0]))
        for leaf in _flips(labelling, taken, differing, structure.number[claim])
    }
    return tuple(structure.ids[leaf] for leaf in differing if leaf in flipping)


def _flips(labelling: Labelling, other: Stance, leaves: list[int], claim: int) -> Iterator[int]:
    """Return the leaves on which taking over the other stance changes the claim's label."""
    structure = labelling.structure
    scenarios = as_scenarios(structure, labelling.stance, len(leaves))
    judged, presumed = dict(scenarios.judged), dict(scenarios.presumed)
    for index, leaf in enumerate(leaves):
        judgement, presumption = standing(structure, other, leaf)
        judged[leaf] = _with_bit(judged.get(leaf, (0, 0)), index, judgement)
        presumed[leaf] = _with_bit(presumed[leaf], index, presumption)
    swapped = replace(scenarios, judged=judged, presumed=presumed)
    found = label(structure, swapped, range(len(structure.ids)))
    for index, leaf in enumerate(leaves):
        if label_in(found, claim, index) is not labelling.labels[claim]:
            yield leaf


def _with_bit(masks: Masks, index: int, bits: Masks) -> Masks:
    """Return the masks with one bit put into each."""
    cleared = ~(1 << index)
    return masks[0] & cleared | bits[0] << index, masks[1] & cleared | bits[1] << index
