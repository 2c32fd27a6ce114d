"""What is a group's own: what a bridge between two of its grounds may lie under."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from argmap.frozen import frozen
from argmap.placing.pieces import Pieces
from argmap.placing.placed import Rect
from argmap.placing.tree import Forest

NONE: frozenset[str] = frozenset()


@frozen
class Own:
    """Of one group: its grounds, and the relations between its cards."""

    grounds: set[Rect]
    relations: AbstractSet[str]


class Owned:
    """What is a group's own: its grounds and those around and in it, and arrows between its cards.

    An arrow that leads to a group, or away from it, is not.
    """

    def __init__(self, pieces: Pieces, forest: Forest) -> None:
        self.pieces = pieces
        self.near: dict[str, set[str]] = {}
        self.arrows: dict[str, set[str]] = {}
        around = {numbers: self._groups(numbers) for numbers in set(pieces.around.values())}
        for groups in around.values():
            for group in groups:
                self.near.setdefault(group, set()).update(groups)
        shared: dict[str, frozenset[str]] = {}

        def groups_around(card: str) -> frozenset[str]:
            return around.get(pieces.around.get(card, ()), NONE)

        for unit in forest.units:
            if unit.relation is not None:
                ends = (unit.relation.target, *unit.relation.premises)
                both = [shared.get(end) or groups_around(end) for end in ends]
                shared[unit.id] = both[0].intersection(*both[1:])
                for group in shared[unit.id]:
                    self.arrows.setdefault(group, set()).add(unit.id)

    def _groups(self, numbers: Sequence[int]) -> frozenset[str]:
        return frozenset([self.pieces.groups[number] for number in numbers])

    def by(self, group: str, rects: Sequence[Sequence[Rect]]) -> Own:
        """Return what is a group's own, of the rectangles of all pieces."""
        near = self.near.get(group, NONE)
        kinds = zip(self.pieces.groups, rects, strict=True)
        grounds = {rect for kind, some in kinds if kind in near for rect in some}
        return Own(grounds, self.arrows.get(group, NONE))
