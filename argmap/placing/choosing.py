"""Choosing: of all that a map could look like, the picture with the largest text on its page.

Shapes add up boxes, but blocks close up by their outlines, and by how much is not known before they
stand. So the most promising shapes of the whole are built; then, from the root down, each unit of
the best one is tried in other shapes of about its size, and what makes the text larger is kept. No
clock decides how long to search, so the same map is placed the same way everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from argmap.placing.block import Item
from argmap.placing.building.built import build_all
from argmap.placing.metrics import Metrics
from argmap.placing.nodes import SIDE, TOP, Node
from argmap.placing.pages import Page, scale
from argmap.placing.placed import Size
from argmap.placing.roots import Picked, RootChoice, set_out
from argmap.placing.shapes import Shapes
from argmap.placing.shaping.choices import choice, choices_below, varied

NEAR = 6
"""In how many other shapes each unit is tried, those next to its own."""


class Effort(NamedTuple):
    """How much is done to make text large."""

    keep: int
    """How many shapes are kept for a unit."""
    tries: int
    """How many shapes of the whole are built."""
    changes: int
    """How many changes of the best one are built,"""
    held: int
    """and how many, if much of it is held."""


EFFORTS = (
    (60, Effort(48, 12, 50, 8)),
    (150, Effort(14, 2, 10, 8)),
    (300, Effort(8, 2, 0, 8)),
    (2000, Effort(8, 1, 0, 2)),
    (math.inf, Effort(4, 1, 0, 0)),
)
"""For maps of up to so many cards. A page is made for a hundred at most."""

Path = tuple[int, ...]
"""The way to a unit: which root column, which root in it, then which of what hangs there."""


def effort(count: int) -> Effort:
    """Return how much is done for a map of so many cards."""
    return next(effort for most, effort in EFFORTS if count <= most)


class Choosing:
    """The search for the best picture of some roots on a page."""

    def __init__(self, roots: Sequence[Node], page: Page, distances: Metrics) -> None:
        self.roots = roots
        self.page = Page(page.height, page.width) if distances.sideways else page
        self.distances = distances

    def best(self, shapes: Shapes, effort: Effort, *, held: bool) -> RootChoice:
        """Return what gives the largest text; where it is as large, the plainest tree.

        Of pictures in which much is held, the one that grows least: there, least moves.
        """
        if not shapes:
            return RootChoice((), (), under=False)
        rank = self._growth if held else self._fit
        promising = sorted(shapes, key=lambda s: rank((s[0], s[1]), s[2]))[: effort.tries]
        tried = [(self._size(made), odd, made) for _, _, odd, made in promising]
        size, _, chosen = min(tried, key=lambda t: rank(t[0], t[1]))
        if held:
            return self._closest(chosen, size, effort.held)
        return self._improved(chosen, size, effort.changes)

    def _closest(self, chosen: RootChoice, size: Size, most: int) -> RootChoice:
        """Return a choice of which less lies far away, something that is free standing otherwise.

        By boxes that cannot be told: a card that lay beside a branch may not do so with a reason.
        """
        changes = list(islice(self._changes(chosen, held=True), most))
        if not changes:
            return chosen
        least = self._reach(chosen, size)
        for changed in changes:
            reach = self._reach(changed, self._size(changed))
            if reach < least:
                chosen, least = changed, reach
        return chosen

    def _reach(self, chosen: RootChoice, size: Size) -> tuple[float, float]:
        """Return how small the text is, and how far the picture and what hangs in it reach."""
        reach = sum(size)
        todo = [
            self.roots[n].blocks[TOP, pick]
            for column in (*chosen.trees, *chosen.loose)
            for n, pick in column
        ]
        while todo:
            block = todo.pop()
            for _, kid, right, down in (block.inside or block).items:
                reach += abs(right) + abs(down)
                if not kid.leaf:
                    todo.append(kid)
        return -round(self._scale(*size), 1), reach

    def _fit(self, size: Size, odd: int) -> tuple[float, ...]:
        return -self._scale(*size), odd, size[0] * size[1]

    def _growth(self, size: Size, odd: int) -> tuple[float, ...]:
        scale = self._scale(*size)
        return -round(scale, 1), odd if scale == 1 else 0, size[0] * size[1]

    def placed(self, chosen: RootChoice) -> list[Item]:
        """Return the blocks of the roots with their places."""
        wanted = [
            (self.roots[n], TOP, pick, len(column) > 1)
            for column in (*chosen.trees, *chosen.loose)
            for n, pick in column
        ]
        build_all(wanted, self.distances)
        return set_out(self.roots, chosen, self.distances)

    def _improved(self, chosen: RootChoice, size: Size, changes: int) -> RootChoice:
        """Return a choice in which some units have other shapes, if that makes the text larger.

        A smaller picture with text as large is better too: it may make room for another change.
        """
        while changes and self._scale(*size) < 1:
            rank = self._rank(size)
            for changed in islice(self._changes(chosen), changes):
                changes -= 1
                now = self._size(changed)
                if self._rank(now) < rank:
                    chosen, size = changed, now
                    break
            else:
                return chosen
        return chosen

    def _rank(self, size: Size) -> tuple[float, float]:
        """Return what is less the better a picture of a size is, without what nobody sees."""
        return -round(self._scale(*size), 3), round(size[0] * size[1], -3)

    def _changes(self, chosen: RootChoice, *, held: bool = False) -> Iterator[RootChoice]:
        """Return choices in which one unit has another shape, from the roots down.

        If what is held is to be kept, they are those of units that may stand as they like.
        """
        columns = (*chosen.trees, *chosen.loose)
        todo: list[tuple[Path, Node, str, int]] = [
            ((c, place), self.roots[n], TOP, pick)
            for c, column in enumerate(columns)
            for place, (n, pick) in enumerate(column)
        ]
        for path, node, mode, pick in todo:
            if node.is_leaf or (held and not node.is_free_below):
                continue
            if len(path) > 2 and (
                node.is_free or not held
            ):  # the shapes of the roots have been tried together
                yield from (self._with(chosen, path, other) for other in _near(node, mode, pick))
            made = choice(node, mode, pick)
            todo += [((*path, n), *one) for n, one in enumerate(choices_below(node, made))]

    def _with(self, chosen: RootChoice, path: Path, pick: int) -> RootChoice:
        """Return a choice in which the unit at the end of a path has another shape."""
        c, place, *rest = path
        columns: list[tuple[tuple[int, int], ...]] = [*chosen.trees, *chosen.loose]
        n, number = columns[c][place]
        new = _with_below(self.roots[n], TOP, number, rest, pick)
        columns[c] = (*columns[c][:place], (n, new), *columns[c][place + 1 :])
        count = len(chosen.trees)
        trees: Picked = tuple(columns[:count])
        return chosen._replace(trees=trees, loose=tuple(columns[count:]))

    def _size(self, chosen: RootChoice) -> Size:
        items = self.placed(chosen)
        return (
            max(b.x1 + x for _, b, x, _ in items) - min(b.x0 + x for _, b, x, _ in items),
            max(b.y1 + y for _, b, _, y in items) - min(b.y0 + y for _, b, _, y in items),
        )

    def _scale(self, wide: float, high: float) -> float:
        margins = 2 * self.distances.margin
        return scale(wide + margins, high + margins, self.page)


def _near(node: Node, mode: str, pick: int) -> list[int]:
    """Return the numbers of the shapes of a node that are next to one of them, nearest first."""
    count = len(node.shapes[TOP if mode == SIDE else mode])
    others = [n for n in range(max(0, pick - NEAR), min(count, pick + NEAR + 1)) if n != pick]
    return sorted(others, key=lambda n: abs(n - pick))[:NEAR]


def _with_below(node: Node, mode: str, number: int, path: Sequence[int], pick: int) -> int:
    """Return the number of a shape in which the unit at the end of a path below has another one."""
    if not path:
        return pick
    which, *rest = path
    below = list(choices_below(node, choice(node, mode, number)))[which]
    return varied(node, mode, number, which, _with_below(*below, rest, pick))
