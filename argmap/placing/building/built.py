"""Blocks of units with all that is below them, in what has been chosen, kids first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from argmap.placing.arrangement import Form
from argmap.placing.block import Block
from argmap.placing.building.build import build
from argmap.placing.building.crosswise import crosswise
from argmap.placing.metrics import Metrics
from argmap.placing.nodes import CROSSWISE, LEFT, Node
from argmap.placing.shaping.choices import Choice, choice, choices_below, standing

Wanted: TypeAlias = tuple[Node, str, int, bool]
"""What is to be built: its mode, its shape, and whether its outline has top and bottom too."""
_Step: TypeAlias = tuple[Node, str, int, bool, Choice | None, Metrics]
"""The same, its choice once all below it stands, and the distances around it."""


def build_all(wanted: Iterable[Wanted], distances: Metrics) -> None:
    """Build the blocks of units and of everything below them.

    Whatever is in a stack, or crosswise, has to be whole, with all that hangs from it.
    """
    todo: list[_Step] = [(*one, None, distances) for one in wanted]
    while todo:
        node, mode, pick, whole, made, metrics = todo.pop()
        block = node.blocks.get((mode, pick))
        if block is not None and (block.outline.top or not whole):
            continue
        if made is not None:
            node.blocks[mode, pick] = _built(node, mode, made, metrics, whole=whole)
            continue
        made = choice(node, mode, pick)
        whole = whole or mode == LEFT or made.crosswise
        whole = whole or (bool(node.sides) and made.form is Form.COLUMN)
        todo.append((node, mode, pick, whole, made, metrics))
        inner = metrics.crosswise if made.crosswise else metrics
        todo += [(*below, whole, None, inner) for below in choices_below(node, made)]


def _built(node: Node, mode: str, chosen: Choice, metrics: Metrics, *, whole: bool) -> Block:
    stands = standing(node, chosen)
    if not chosen.crosswise:
        return build(stands, mode, chosen, metrics, whole=whole)
    inside = build(stands, CROSSWISE[mode], chosen, metrics.crosswise, whole=True)
    return crosswise(inside, mode, metrics)
