"""Choices: what makes one shape of a unit, down to which shapes the units right below it have.

While shapes are sought, a choice is a chain that others share (see `folds`); here it is unrolled.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from argmap.placing.arrangement import Columns, Form, Hang
from argmap.placing.nodes import LEFT, SIDE, TOP, Node, turned_node
from argmap.placing.shaping.folds import unrolled


class FoldChoice(NamedTuple):
    """How the kids of a card stand."""

    hang: Hang
    columns: Columns


class Choice(NamedTuple):
    """What makes a shape of a unit."""

    form: Form
    folds: tuple[FoldChoice | None, ...]
    """How the kids of each card stand."""
    picks: tuple[int, ...]
    """The number of the shape of each unit that hangs there, in the order of `Unit.hanging`."""
    crosswise: bool


class Crosswise(NamedTuple):
    """What makes a shape of a unit that stands crosswise: what makes it there, as a chain."""

    made: Any


def choice(node: Node, mode: str, number: int) -> Choice:
    """Return what makes a shape of a node."""
    shapes = node.shapes[TOP if mode == SIDE else mode]
    if number >= len(shapes):
        variant: Choice = node.variants[mode][number - len(shapes)]
        return variant
    made = shapes[number][3]
    crosswise = isinstance(made, Crosswise)
    form, folds, sides = made.made if crosswise else made
    records = iter(unrolled(folds))
    found: list[FoldChoice | None] = []
    picks: list[int] = []
    for kids in (turned_node(node) if crosswise else node).kids:
        if not kids:
            found.append(None)
            continue
        hang, chain = next(records)
        columns = unrolled(chain)
        found.append(FoldChoice(hang, tuple([(start, stop) for start, stop, _ in columns])))
        picks += [pick for _, _, some in columns for pick in unrolled(some)]
    return Choice(form, tuple(found), (*picks, *unrolled(sides)), crosswise)


def standing(node: Node, chosen: Choice) -> Node:
    """Return the node as which a unit stands for which this has been chosen."""
    return turned_node(node) if chosen.crosswise else node


def choices_below(node: Node, chosen: Choice) -> Iterator[tuple[Node, str, int]]:
    """Return the units right below a node, each with the mode and shape it has got."""
    stands = standing(node, chosen)
    picks = iter(chosen.picks)
    for kids, fold in zip(stands.kids, chosen.folds, strict=True):
        for start, stop in fold.columns if fold else ():
            mode = TOP if fold and fold.hang is Hang.UNDER and stop - start == 1 else LEFT
            for kid in kids[start:stop]:
                yield kid, mode, next(picks)
    for side in stands.sides:
        yield side, SIDE if chosen.form is Form.ROW else LEFT, next(picks)


def varied(node: Node, mode: str, number: int, which: int, pick: int) -> int:
    """Return the number of a shape that differs from another in that of one unit right below."""
    chosen = choice(node, mode, number)
    picks = (*chosen.picks[:which], pick, *chosen.picks[which + 1 :])
    made = chosen._replace(picks=picks)
    variants = node.variants.setdefault(mode, [])
    if made not in variants:
        variants.append(made)
    return len(node.shapes[TOP if mode == SIDE else mode]) + variants.index(made)
