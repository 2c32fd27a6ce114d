r"""The picture: blocks put into each other, and turned so that the conclusion is in its place.

top            bottom          left             right
[c]           [a] [b]            -[a]          [a]-
/ \            \ /           [c]                 [c]
[a] [b]          [c]              -[b]          [b]-
"""

from __future__ import annotations

from collections.abc import Iterable

from argmap.placing.arrangement import Arrangement, Fold, Form, Yard
from argmap.placing.block import Block
from argmap.placing.courses import Point
from argmap.placing.metrics import MARGIN, Metrics
from argmap.placing.placed import Course, Rect, Stroke


class Turned:
    """The places of everything in the tree, in the picture."""

    def __init__(self, items: Iterable[tuple[Block, float, float]], metrics: Metrics) -> None:
        items = list(items)
        left = min((block.x0 + x for block, x, _ in items), default=0)
        top = min((block.y0 + y for block, _, y in items), default=0)
        wide = max((block.x1 + x for block, x, _ in items), default=0) - left + 2 * MARGIN
        high = max((block.y1 + y for block, _, y in items), default=0) - top + 2 * MARGIN
        self.metrics = metrics
        self.wide, self.high = wide, high
        self.cards: dict[str, Rect] = {}
        self.joints: dict[str, Point] = {}
        self.courses: dict[Stroke, Course] = {}
        self.signs: dict[str, Rect] = {}
        self.titles: dict[tuple[str, int], Rect] = {}
        self.forms: dict[str, Form] = {}
        self.folds: dict[str, Fold] = {}
        todo = [(block, x - left + MARGIN, y - top + MARGIN) for block, x, y in items]
        while todo:
            block, x, y = todo.pop()
            self._put(block, x, y)
            todo += [(kid, x + right, y + down) for kid, right, down in block.items]

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

    def _put(self, block: Block, x: float, y: float) -> None:
        for id_, (right, down, wide, high) in block.cards:
            self.cards[id_] = self.rect(x + right, y + down, wide, high)
        for id_, (right, down) in block.joints:
            self.joints[id_] = self.point(x + right, y + down)
        for id_, (right, down, wide, high) in block.signs:
            self.signs[id_] = self.rect(x + right, y + down, wide, high)
        for card, number, (right, down, wide, high) in block.titles:
            self.titles[card, number] = self.rect(x + right, y + down, wide, high)
        if block.lines:
            left, top = self.point(x, y)
            for stroke, line in block.lines:
                self.courses[stroke] = Course(left, top, line)
        self.forms[block.id] = block.form
        self.folds.update(block.folds)

    def arrangement(self, yard: Yard) -> Arrangement:
        """Return what holds this picture still."""
        return Arrangement(self.forms, self.folds, yard)
