"""What stands: the labels of a map, seen from a viewpoint, and all that can be asked about them.

The definition, with worked cases, is in docs/evaluation.md: the grounded labelling, the most
cautious one, which exists for every map and is unique.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from argmap.errors import ArgmapError, Problem
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Open, Ties
from argmap.reasoning.changes import Changes, changes
from argmap.reasoning.explanation import Explanation, explain
from argmap.reasoning.label import Label, LabelBasis, as_label
from argmap.reasoning.labelling import Labelling
from argmap.reasoning.stance import Stance, stance
from argmap.reasoning.strength import Crux, Strength, Strengths, credence_hints
from argmap.reasoning.structure import structure_of


class Evaluation:
    """The labels of a map's statements and relations, and why they are so.

    `circles` are the knots of statements that support one another, in the map as drawn.
    """

    def __init__(self, argument_map: ArgumentMap, held: Stance) -> None:
        self.argument_map = argument_map
        self.stance = held
        structure = structure_of(argument_map)
        self._labelling = Labelling(structure, held)
        self.circles = structure.circles

    @cached_property
    def statements(self) -> Mapping[str, Label]:
        """Labels of statements by id, in the order of the file."""
        return {id_: self._label(id_) for id_ in self.argument_map.statement_by_id}

    @cached_property
    def relations(self) -> Mapping[str, Label]:
        """Labels of relations by id, in the order of the file."""
        return {id_: self._label(id_) for id_ in self.argument_map.relation_by_id}

    @cached_property
    def basis(self) -> Mapping[str, LabelBasis]:
        """What each label rests on; by id, statements first."""
        ids = (*self.argument_map.statement_by_id, *self.argument_map.relation_by_id)
        return {id_: self._labelling.basis(self._number(id_)) for id_ in ids}

    @cached_property
    def tensions(self) -> tuple[str, ...]:
        """Judged statements that the rest of the map speaks against, in the order of the file."""
        return tuple(
            id_
            for id_ in self.argument_map.statement_by_id
            if self._labelling.in_tension(self._number(id_))
        )

    @property
    def hints(self) -> tuple[Problem, ...]:
        """Credences that are not used."""
        return credence_hints(self.argument_map)

    def why(self, id_: str) -> Explanation:
        """Return why an item has its label: the smallest tree of reasons, as lines."""
        return explain(self.argument_map, self._labelling, self._number(id_))

    def strength(self, id_: str) -> Strength:
        """Return the shares of scenarios in which an item is accepted, rejected and undecided."""
        return self._strengths.of(self._number(id_))

    def strengths(self) -> Mapping[str, Strength]:
        """Return the strengths of all statements by id, in the order of the file."""
        # Conclusions first: what leads to them is settled in the same go.
        for number in reversed(range(len(self._labelling.structure.ids))):
            self._strengths.of(number)
        return {id_: self.strength(id_) for id_ in self.argument_map.statement_by_id}

    def cruxes(self, id_: str) -> tuple[Crux, ...]:
        """Return the open leaves that lead to an item, those that matter most first."""
        return tuple(self._strengths.cruxes(self._number(id_)))

    def changes(self, id_: str, wanted: Label | str, seconds: float = 1.0) -> Changes:
        """Return the smallest sets of judgements on leaves that give an item the wanted label.

        The search ends after about so many seconds, and its answer says so.
        """
        return changes(self._labelling, self._number(id_), as_label(wanted), seconds)

    @cached_property
    def _strengths(self) -> Strengths:
        return Strengths(self.argument_map, self._labelling)

    def _label(self, id_: str) -> Label:
        return self._labelling.labels[self._number(id_)]

    def _number(self, id_: str) -> int:
        number = self._labelling.structure.number.get(id_)
        if number is None:
            raise ArgmapError(f"There is no statement or relation “{id_}” in the map.")
        return number


def evaluate(
    argument_map: ArgumentMap,
    open: Open | str | None = None,
    ties: Ties | str | None = None,
    viewpoint: str | None = None,
) -> Evaluation:
    """Return the labels of a map from a viewpoint (the author's, unless another is given).

    Options that are given win over the viewpoint's own. Raises ArgmapError for a viewpoint or an
    option that does not exist.
    """
    return Evaluation(argument_map, stance(argument_map, viewpoint, open, ties))
