r"""The picture: blocks put into each other, and turned so that the conclusion is in its place.

top            bottom          left             right
[c]           [a] [b]            -[a]          [a]-
/ \            \ /           [c]                 [c]
[a] [b]          [c]              -[b]          [b]-
"""

from __future__ import annotations

from collections.abc import Sequence

from argmap.placing.arrangement import Arrangement, Fold, Form, Yard
from argmap.placing.block import OWN, Block, Item
from argmap.placing.courses import Point
from argmap.placing.metrics import MARGIN, Metrics
from argmap.placing.placed import Course, Rect, Stroke
from argmap.placing.tree import Unit


class Turned:
    """The places of everything in the tree, in the picture."""

    def __init__(self, roots: Sequence[Unit], items: Sequence[Item], metrics: Metrics) -> None:
        left = min((block.x0 + x for _, block, x, _ in items), default=0)
        top = min((block.y0 + y for _, block, _, y in items), default=0)
        wide = max((block.x1 + x for _, block, x, _ in items), default=0) - left + 2 * MARGIN
        high = max((block.y1 + y for _, block, _, y in items), default=0) - top + 2 * MARGIN
        self.metrics = metrics
        self.wide, self.high = wide, high
        self.cards: dict[str, Rect] = {}
        self.joints: dict[str, Point] = {}
        self.courses: dict[Stroke, Course] = {}
        self.signs: dict[str, Rect] = {}
        self.titles: dict[tuple[str, int], Rect] = {}
        self.forms: dict[str, Form] = {}
        self.folds: dict[str, Fold] = {}
        todo = [(roots[n], b, x - left + MARGIN, y - top + MARGIN) for n, b, x, y in items]
        while todo:
            unit, block, x, y = todo.pop()
            hanging = unit.hanging
            self._put(unit, hanging, block, x, y)
            todo += [(hanging[n], kid, x + right, y + down) for n, kid, right, down in block.items]

    @property
    def size(self) -> tuple[float, float]:
        """The size of the picture."""
        return (self.high, self.wide) if self.metrics.sideways else (self.wide, self.high)

    def point(self, x: float, y: float) -> Point:
        """Return a point in the picture."""
        if self.metrics.flipped:
            y = self.high - y
        return (y, x) if self.metrics.sideways else (x, y)

    def rect(self, x: float, y: float, wide: float, high: float) -> Rect:
        """Return a rectangle in the picture."""
        if self.metrics.flipped:
            y = self.high - y - high
        return Rect(y, x, high, wide) if self.metrics.sideways else Rect(x, y, wide, high)

    def _put(self, unit: Unit, hanging: Sequence[Unit], block: Block, x: float, y: float) -> None:
        cards = unit.cards
        for place, (right, down, wide, high) in block.cards:
            self.cards[cards[place]] = self.rect(x + right, y + down, wide, high)
        if block.joint:
            self.joints[unit.id] = self.point(x + block.joint[0], y + block.joint[1])
        if block.sign:
            right, down, wide, high = block.sign
            self.signs[unit.id] = self.rect(x + right, y + down, wide, high)
        for place, number, (right, down, wide, high) in block.titles:
            self.titles[cards[place], number] = self.rect(x + right, y + down, wide, high)
        if block.lines:
            left, top = self.point(x, y)
            for which, part, line in block.lines:
                id_ = unit.id if which == OWN else hanging[which].id
                self.courses[id_, part] = Course(left, top, line)
        self.forms[unit.id] = block.form
        for place, hang, columns in block.folds:
            ids = tuple([tuple([kid.id for kid in hanging[a:b]]) for a, b in columns])
            self.folds[cards[place]] = Fold(hang, ids)

    def arrangement(self, yard: Yard) -> Arrangement:
        """Return what holds this picture still."""
        return Arrangement(self.forms, self.folds, yard)
