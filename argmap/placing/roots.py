r"""Trees side by side: where the roots of a map stand, and loose cards in a block of their own.

     [claim]     [claim]     [loose] [loose]       Trees keep the order of the file. Cards tied to
      /   \         |        [loose]               nothing stand beside the trees or below them,
    [ ]   [ ]      [ ]                             never above the main claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from argmap.placing.arrangement import Yard, held_columns
from argmap.placing.block import TOP, Block
from argmap.placing.folds import (
    WHOLE,
    all_folds,
    balanced,
    chained,
    folded,
    numbered,
    row,
    unrolled,
)
from argmap.placing.group import packed, together
from argmap.placing.metrics import Metrics
from argmap.placing.nodes import Node
from argmap.placing.outline import Outline, apart
from argmap.placing.shapes import Shapes, below, beside, best

BETWEEN = 24
"""Between trees, in points."""
MOST = 12
"""Into how many columns many of them are put."""
KEEP = 60

Picked = tuple[tuple[tuple[int, int], ...], ...]
"""Columns of (number of the root, its shape)."""


class RootChoice(NamedTuple):
    """How the roots stand: columns of trees, columns of loose cards, whether those are below."""

    trees: Picked
    loose: Picked
    under: bool


def is_loose(node: Node) -> bool:
    """Whether a root has nothing to do with anything."""
    return not node.joint and not any(node.kids)


def root_shapes(roots: Sequence[Node], held: Yard | None, metrics: Metrics) -> Shapes:
    """Return in which ways all roots can stand; each choice is a RootChoice."""
    trees = [n for n, root in enumerate(roots) if not is_loose(root)]
    loose = [n for n, root in enumerate(roots) if is_loose(root)]
    if not trees or not loose:
        some = _folds(roots, trees or loose, held.trees if held else None, metrics)
        return [(w, h, odd, _chosen(pick, None, under=False)) for w, h, odd, pick in some]
    wholes = _folds(roots, trees, held.trees if held else None, metrics)
    rest = _folds(roots, loose, held.loose if held else None, metrics)
    found: Shapes = []
    if not held or not held.under or not held.loose:
        both = beside(wholes, rest, BETWEEN)
        found += [(w, h, odd, _chosen(*pick, under=False)) for w, h, odd, pick in both]
    upside_down = metrics.flipped and not metrics.sideways  # below would be above the claim
    if (not found or not held or not held.loose) and not upside_down:
        both = below(wholes, rest, BETWEEN)
        found += [(w, h, odd, _chosen(*pick, under=True)) for w, h, odd, pick in both]
    return found


def _chosen(trees: Any, loose: Any, *, under: bool) -> RootChoice:
    def picked(chain: Any) -> Picked:
        return tuple(tuple(unrolled(column)) for column in unrolled(chain))

    return RootChoice(picked(trees), picked(loose), under)


def _folds(
    roots: Sequence[Node],
    some: Sequence[int],
    held: tuple[tuple[str, ...], ...] | None,
    metrics: Metrics,
) -> Shapes:
    """Return the shapes of some roots in columns."""
    lists = [[(w, h, o, (n, k)) for k, (w, h, o, _) in enumerate(roots[n].shapes[TOP])] for n in some]

    def column(start: int, stop: int) -> Shapes:
        here = lists[start:stop]
        if metrics.flipped:
            here = here[::-1]
        found = chained(here[0])
        for shapes in here[1:]:
            found = below(found, shapes, BETWEEN)
        return best(found, KEEP)

    count = len(some)
    if held:
        columns = held_columns(held, [roots[n].id for n in some])
        return folded(columns, column, BETWEEN)
    if count <= WHOLE:
        return all_folds(count, column, BETWEEN, KEEP, stack=True)
    found: Shapes = folded(((0, count),), column, BETWEEN)
    for columns in (row(count), *balanced(lists, min(MOST, count - 1), BETWEEN)):
        found += folded(columns, column, BETWEEN)
    return best(found, KEEP)


def set_out(roots: Sequence[Node], chosen: RootChoice) -> list[tuple[Block, float, float]]:
    """Return the blocks of the roots with their places; all of them are built."""
    trees = _set_columns(roots, chosen.trees)
    if not chosen.loose:
        return [item for item, _ in trees]
    loose = _set_columns(roots, chosen.loose)
    whole = together([piece for _, piece in trees])
    rest = together([piece for _, piece in loose])
    if chosen.under:
        down = max(whole.bottom[1]) + BETWEEN + max(rest.top[1])
        right = min(x + b.x0 for (b, x, _), _ in trees) - min(x + b.x0 for (b, x, _), _ in loose)
    else:
        down = max(rest.top[1]) - max(whole.top[1])
        right = apart(whole.right, rest.left, down) + BETWEEN
        right = max(right, min(b.x1 for (b, *_), _ in trees))
    moved = [(block, x + right, y + down) for (block, x, y), _ in loose]
    return [*(item for item, _ in trees), *moved]


Piece = tuple[Outline, float, float]


def _set_columns(
    roots: Sequence[Node], columns: Picked
) -> list[tuple[tuple[Block, float, float], Piece]]:
    """Return blocks in columns, close to each other, each with its outline where it stands."""
    made: list[tuple[list[tuple[Block, float]], Outline]] = []
    for column in columns:
        blocks: list[tuple[Block, float]] = []
        outline: Outline | None = None
        for number, pick in column:
            block = roots[number].blocks[TOP, pick]
            assert block.outline is not None
            y = 0.0
            x = -block.x0
            if outline is not None:
                y = apart(outline.bottom, block.outline.top, x) + BETWEEN
            blocks.append((block, y))
            pieces = [(b.outline, -b.x0, at) for b, at in blocks if b.outline]
            outline = together(pieces)
        assert outline is not None
        made.append((blocks, outline))
    places = packed([outline for _, outline in made], BETWEEN)
    return [
        ((block, x - block.x0, y), (block.outline, x - block.x0, y))
        for (blocks, _), x in zip(made, places, strict=True)
        for block, y in blocks
        if block.outline
    ]
