r"""Trees side by side: where the roots of a map stand, and loose cards in a block of their own.

[claim]     [claim]     [loose] [loose]       Trees keep the order of the file. Cards tied to
/   \         |        [loose]               nothing stand beside the trees or below them,
[ ]   [ ]      [ ]                             never above the main claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from argmap.placing.arrangement import Columns, Yard, held_columns
from argmap.placing.block import Item
from argmap.placing.building.group import packed, together
from argmap.placing.metrics import Metrics
from argmap.placing.nodes import TOP, Node
from argmap.placing.outline import Outline, apart
from argmap.placing.shapes import Shapes, below, beside, best
from argmap.placing.shaping.folds import (
    WHOLE,
    all_folds,
    balanced,
    chained,
    folded,
    row,
    unrolled,
)

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


def _loose(roots: Sequence[Node], ids: Sequence[str], held: Yard | None) -> list[int]:
    """Return which roots stand among the loose cards: where they stood, or where they belong."""
    stood: dict[str, bool] = {}
    for columns, loose in ((held.trees, False), (held.loose, True)) if held else ():
        stood |= {id_: loose for column in columns for id_ in column}
    return [
        n
        for n, (root, id_) in enumerate(zip(roots, ids, strict=True))
        if (stood[id_] if id_ in stood else is_loose(root))
    ]


def root_shapes(
    roots: Sequence[Node], ids: Sequence[str], held: Yard | None, metrics: Metrics
) -> Shapes:
    """Return in which ways all roots can stand, given with their ids; a choice is a RootChoice."""
    loose = _loose(roots, ids, held)
    trees = [n for n in range(len(roots)) if n not in set(loose)]

    def folds(some: Sequence[int], stood: tuple[tuple[str, ...], ...] | None) -> Shapes:
        columns = held_columns(stood, [ids[n] for n in some]) if stood else None
        return _folds(roots, some, columns, metrics)

    if not trees or not loose:
        found = folds(trees or loose, held.trees if held else None)
        return [(w, h, odd, _chosen(pick, None, under=False)) for w, h, odd, pick in found]
    wholes = folds(trees, held.trees if held else None)
    rest = folds(loose, held.loose if held else None)
    found = []
    if not held or not held.under or not held.loose:
        both = beside(wholes, rest, metrics.between)
        found += [(w, h, odd, _chosen(*pick, under=False)) for w, h, odd, pick in both]
    if (not found or not held or not held.loose) and not metrics.upside_down:  # or above the claim
        both = below(wholes, rest, metrics.between)
        found += [(w, h, odd, _chosen(*pick, under=True)) for w, h, odd, pick in both]
    return found


def _chosen(trees: Any, loose: Any, *, under: bool) -> RootChoice:
    def picked(chain: Any) -> Picked:
        return tuple(tuple(unrolled(column)) for column in unrolled(chain))

    return RootChoice(picked(trees), picked(loose), under)


def _folds(
    roots: Sequence[Node],
    some: Sequence[int],
    held: Columns | None,
    metrics: Metrics,
) -> Shapes:
    """Return the shapes of some roots in columns, those that are held if there are such."""
    lists = [
        [(w, h, o, (n, k)) for k, (w, h, o, _) in enumerate(roots[n].shapes[TOP])] for n in some
    ]

    def column(start: int, stop: int) -> Shapes:
        here = range(start, stop)[:: -1 if metrics.flipped else 1]
        found = chained(lists[here[0]])
        for one, other in pairwise(here):
            gap = _between(roots, some[one], some[other], metrics)
            found = below(found, lists[other], gap)
        return best(found, KEEP)

    count = len(some)
    if held:
        return folded(held, column, metrics.between)
    if count <= WHOLE:
        return all_folds(count, column, metrics.between, KEEP, stack=True)
    found: Shapes = folded(((0, count),), column, metrics.between)
    for columns in (row(count), *balanced(lists, min(MOST, count - 1), metrics.between)):
        found += folded(columns, column, metrics.between)
    return best(found, KEEP)


def _between(roots: Sequence[Node], one: int, other: int, metrics: Metrics) -> float:
    """Return how far apart two roots stand in a column: loose cards of one group stand close."""
    if is_loose(roots[one]) and is_loose(roots[other]):
        after = min(one, other) if metrics.upside_down else max(one, other)
        return max(metrics.loose, roots[after].cells[0].apart)
    return metrics.between


def set_out(roots: Sequence[Node], chosen: RootChoice, metrics: Metrics) -> list[Item]:
    """Return the blocks of the roots with their places; all of them are built."""
    if not chosen.trees:
        return []
    trees, whole = _set_columns(roots, chosen.trees, metrics)
    if not chosen.loose:
        return trees
    loose, rest = _set_columns(roots, chosen.loose, metrics)
    if chosen.under:
        down = max(b.y1 + y for _, b, _, y in trees) - min(b.y0 + y for _, b, _, y in loose)
        down += metrics.between
        right = min(x + b.x0 for _, b, x, _ in trees) - min(x + b.x0 for _, b, x, _ in loose)
    else:
        down = min(b.y0 + y for _, b, _, y in trees) - min(b.y0 + y for _, b, _, y in loose)
        right = max(apart(whole.right, rest.left, down), trees[0][1].x1) + metrics.between
    return [*trees, *((n, block, x + right, y + down) for n, block, x, y in loose)]


def _set_columns(
    roots: Sequence[Node], columns: Picked, metrics: Metrics
) -> tuple[list[Item], Outline]:
    """Return blocks in columns that stand close to each other, and the outline of all."""
    made = [_set_column(roots, column, metrics) for column in columns]
    outlines = [outline for _, outline in made]
    places = packed(outlines, metrics.between)
    items = [
        (number, block, right + x, y)
        for (blocks, _), x in zip(made, places, strict=True)
        for number, block, right, y in blocks
    ]
    return items, together(outlines, places)


def _set_column(
    roots: Sequence[Node], column: Sequence[tuple[int, int]], metrics: Metrics
) -> tuple[list[Item], Outline]:
    """Return blocks below each other, their left sides (of loose cards, the cards') in one line.

    With them, return their outline.
    """
    items: list[Item] = []
    outline: Outline | None = None
    before = 0
    for number, pick in column:
        block = roots[number].blocks[TOP, pick]
        x = 0 if is_loose(roots[number]) else -block.x0
        if outline is None:
            items.append((number, block, x, 0))
            outline, before = block.outline.moved(x, 0), number
            continue
        assert outline.bottom
        assert block.outline.top
        gap = _between(roots, before, number, metrics)
        y = apart(outline.bottom, block.outline.top, x) + gap
        before = number
        items.append((number, block, x, y))
        outline = outline.joined(block.outline, x, y)
    assert outline is not None
    return items, outline
