r"""The picture: blocks put into each other, and turned so that the conclusion is in its place.

top            bottom          left             right
[c]           [a] [b]            -[a]          [a]-
/ \            \ /           [c]                 [c]
[a] [b]          [c]              -[b]          [b]-
"""

from __future__ import annotations

from collections.abc import Sequence

from argmap.placing.arrangement import Arrangement, Columns, Fold, Form, Yard
from argmap.placing.block import OWN, Block, Box, Item
from argmap.placing.building.crosswise import turned_box, turned_point
from argmap.placing.courses import Point
from argmap.placing.metrics import Metrics
from argmap.placing.placed import Course, Rect, Stroke
from argmap.placing.tree import Unit


class _Hanging:
    """A unit as a block speaks of it: crosswise, and backwards, or neither."""

    def __init__(self, unit: Unit, *, crosswise: bool, backwards: bool) -> None:
        self.unit = unit
        self.crosswise = crosswise
        self.backwards = backwards
        self.cards: Sequence[str] = unit.cards
        self.units = unit.hanging
        if backwards:
            kids = len(self.units) - len(unit.sides)
            self.cards = unit.cards[::-1]
            self.units = [*self.units[:kids][::-1], *unit.sides[::-1]]

    def at(self, start: Point, place: Point) -> Point:
        """Return where something stands that has a place in a block which starts there."""
        right, down = turned_point(place) if self.crosswise else place
        return start[0] + right, start[1] + down

    def columns(self, columns: Columns) -> tuple[tuple[str, ...], ...]:
        """Return the ids of what stands in columns, in the order of the file."""
        step = -1 if self.backwards else 1
        return tuple(
            [tuple([kid.id for kid in self.units[a:b]])[::step] for a, b in columns][::step]
        )


class Turned:
    """The places of everything in the tree, in the picture."""

    def __init__(self, roots: Sequence[Unit], items: Sequence[Item], metrics: Metrics) -> None:
        margin = metrics.margin
        left = min((block.x0 + x for _, block, x, _ in items), default=0)
        top = min((block.y0 + y for _, block, _, y in items), default=0)
        wide = max((block.x1 + x for _, block, x, _ in items), default=0) - left + 2 * margin
        high = max((block.y1 + y for _, block, _, y in items), default=0) - top + 2 * margin
        self.metrics = metrics
        self.wide, self.high = wide, high
        self.cards: dict[str, Rect] = {}
        self.joints: dict[str, Point] = {}
        self.courses: dict[Stroke, Course] = {}
        self.signs: dict[str, Rect] = {}
        self.titles: dict[tuple[str, int], Rect] = {}
        self.forms: dict[str, Form] = {}
        self.folds: dict[str, Fold] = {}
        self.crosswise: dict[str, bool] = {}
        """Whether a unit stands crosswise, where that makes a difference."""
        todo = [(roots[n], b, (x - left + margin, y - top + margin), False) for n, b, x, y in items]
        while todo:
            unit, block, at, crosswise = todo.pop()
            if block.inside:
                block, crosswise = block.inside, not crosswise
            hanging = _Hanging(unit, crosswise=crosswise, backwards=crosswise and metrics.flipped)
            self._put(hanging, block, at)
            todo += [
                (hanging.units[n], kid, hanging.at(at, (right, down)), crosswise)
                for n, kid, right, down in block.items
            ]

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

    def _put(self, hanging: _Hanging, block: Block, at: Point) -> None:
        unit, cards = hanging.unit, hanging.cards
        for place, box in block.cards:
            self.cards[cards[place]] = self._rect(hanging, at, box)
        if block.joint:
            self.joints[unit.id] = self.point(*hanging.at(at, block.joint))
        if block.sign:
            self.signs[unit.id] = self._rect(hanging, at, block.sign)
        for place, number, box in block.titles:
            self.titles[cards[place], number] = self._rect(hanging, at, box)
        if block.lines:
            left, top = self.point(*at)
            for which, part, line in block.lines:
                id_ = unit.id if which == OWN else hanging.units[which].id
                self.courses[id_, part] = Course(left, top, line)
        self.forms[unit.id] = block.form
        if block.items or len(cards) > 1:
            self.crosswise[unit.id] = hanging.crosswise
        for place, hang, columns in block.folds:
            self.folds[cards[place]] = Fold(hang, hanging.columns(columns))

    def _rect(self, hanging: _Hanging, at: Point, box: Box) -> Rect:
        _, _, wide, high = turned_box(box) if hanging.crosswise else box
        return self.rect(*hanging.at(at, box[:2]), wide, high)

    def arrangement(self, yard: Yard) -> Arrangement:
        """Return what holds this picture still."""
        return Arrangement(self.forms, self.folds, yard, self.crosswise)
