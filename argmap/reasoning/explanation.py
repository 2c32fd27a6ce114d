"""Why a label is as it is, in plain words: lines that form a tree.

A line says one thing and names the items it speaks of, so that a window can jump to them and light
them up. Lines come in reading order with their depth, which is a tree that even a chain of ten
thousand premises does not make deep in memory. What a line merely passes on is not said again: a
step that holds has no line of its own, its premises have. A part that is used twice is named once.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.reasoning.derivation import Derivation, Ground, derive
from argmap.reasoning.label import Label, LabelBasis
from argmap.reasoning.labelling import Labelling
from argmap.reasoning.uncertainty import way_to_root
from argmap.reasoning.wording import Wording


@frozen
class Reason:
    """One reason: `subject` names the item `id`, and `text` says its label and why.

    `ids` are all statements and relations that the line speaks of, its own first.
    """

    depth: int
    id: str
    label: Label
    subject: str
    text: str
    ids: tuple[str, ...]

    def __str__(self) -> str:
        return f"{'  ' * self.depth}{self.subject}: {self.text}"


@frozen
class Explanation:
    """Why one item has its label: a tree as lines in reading order, with their depths."""

    id: str
    label: Label
    lines: tuple[Reason, ...]

    def __str__(self) -> str:
        return "\n".join(str(line) for line in self.lines)


def explain(argument_map: ArgumentMap, labelling: Labelling, item: int) -> Explanation:
    """Return why an item has its label."""
    structure = labelling.structure
    derivation = derive(labelling, structure.leads_to(item, labelling.judged))
    explainer = _Explainer(labelling, derivation, Wording(argument_map, labelling, derivation))
    return Explanation(
        structure.ids[item], labelling.labels[item], tuple(explainer.reasons_for(item))
    )


class _Explainer:
    def __init__(self, labelling: Labelling, derivation: Derivation, wording: Wording) -> None:
        self.labelling = labelling
        self.derivation = derivation
        self.wording = wording
        self.explained: set[int] = set()

    def reasons_for(self, item: int) -> Iterator[Reason]:
        if self.labelling.labels[item] is Label.UNDECIDED:
            yield from self._undecided(item)
        else:
            yield from self._decided([(item, 0)], asked=item)

    def _decided(
        self, waiting: list[tuple[int, int]], asked: int | None = None
    ) -> Iterator[Reason]:
        """Return derivations, depth first; `waiting` holds items with their depths, last first."""
        while waiting:
            item, depth = waiting.pop()
            if item in self.explained:
                continue
            self.explained.add(item)
            below = depth
            if item == asked or self._has_line(item):
                yield self._line(item, depth, *self.wording.of_decided(item))
                below += 1
            body = self.derivation.steps[item].body
            waiting += ((other, below) for other in reversed(body))

    def _has_line(self, item: int) -> bool:
        """Whether an item says more than what it rests on does."""
        silent = {Ground.HOLDS, Ground.PREMISE_FAILS}
        return item >= 0 and self.derivation.steps[item].ground not in silent

    def _undecided(self, item: int) -> Iterator[Reason]:
        way = way_to_root(self.labelling, item)
        statements = self.labelling.structure.is_statement
        stops = [place for place, i in enumerate(way.path) if i == item or statements[i]]
        for depth, (start, end) in enumerate(pairwise(stops)):
            said = self.wording.of_waiting(way.path[start + 1 : end + 1])
            yield self._line(way.path[start], depth, *said)
        last, depth = way.path[stops[-1]], len(stops) - 1
        if way.loop:
            yield self._line(last, depth, *self.wording.of_loop(way.loop))
        elif self.labelling.basis(last) is LabelBasis.OPEN:
            yield self._line(last, depth, *self.wording.of_open(last))
        else:
            sides = self.wording.sides(last)
            yield self._line(last, depth, *self.wording.of_stand_off(*sides))
            yield from self._decided([(side, depth + 1) for side in reversed(sides)])

    def _line(self, item: int, depth: int, text: str, named: tuple[int, ...]) -> Reason:
        ids = self.labelling.structure.ids
        about = tuple(dict.fromkeys(ids[i] for i in (item, *named)))
        label = self.labelling.labels[item]
        return Reason(depth, ids[item], label, self.wording.name(item), f"{label}: {text}", about)
