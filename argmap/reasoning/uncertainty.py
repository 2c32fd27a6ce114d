"""Why an undecided item is undecided: the way to what it waits for.

Whatever is undecided waits for something undecided that could still tip it, or is a root: an open
leaf, or a stand-off of equally strong reasons. From each item the shortest way to a root is
taken; where none leads to a root, items wait for one another in a loop.
"""

from __future__ import annotations

from collections import deque

from argmap.frozen import frozen
from argmap.reasoning.label import Label, LabelBasis
from argmap.reasoning.labelling import Labelling

_ROOTS = (LabelBasis.OPEN, LabelBasis.CONTESTED)


@frozen
class Way:
    """Items from the one that is asked about to a root; or to a loop, of which it is part."""

    path: tuple[int, ...]
    loop: tuple[int, ...] = ()


def way_to_root(labelling: Labelling, goal: int) -> Way:
    """Return the shortest way from an undecided item to a root, else the way into a loop."""
    came_from = {goal: goal}
    waiting = deque([goal])
    while waiting:
        item = waiting.popleft()
        if labelling.structure.is_statement[item] and labelling.basis(item) in _ROOTS:
            return Way(_path(came_from, goal, item))
        for other in waits_for(labelling, item):
            if other not in came_from:
                came_from[other] = item
                waiting.append(other)
    return _way_to_loop(labelling, goal)


def waits_for(labelling: Labelling, item: int) -> list[int]:
    """Return the undecided inputs that could still change anything, in reading order.

    A relation no stronger than an accepted one on the same side could not.
    """
    structure = labelling.structure
    if not structure.is_statement[item]:
        inputs = structure.premises[item] + structure.attacks[item]
        return list(labelling.of(inputs, Label.UNDECIDED))
    forces = labelling.forces(item)
    sides = ((structure.supports[item], forces.pp), (structure.attacks[item], forces.np))
    return [
        relation
        for relations, settled in sides
        for relation in labelling.of(relations, Label.UNDECIDED)
        if structure.weight[relation] > settled
    ]


def _path(came_from: dict[int, int], goal: int, root: int) -> tuple[int, ...]:
    path = [root]
    while path[-1] != goal:
        path.append(came_from[path[-1]])
    return tuple(reversed(path))


def _way_to_loop(labelling: Labelling, goal: int) -> Way:
    place: dict[int, int] = {}
    item = goal
    while item not in place:
        place[item] = len(place)
        item = waits_for(labelling, item)[0]
    path = tuple(place)
    entry = place[item]
    return Way(path[: entry + 1], path[entry:])
