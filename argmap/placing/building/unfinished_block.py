"""A draft: a block on its way, with what it takes up so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from argmap.placing.block import OWN, Block, Item
from argmap.placing.courses import Line, Point
from argmap.placing.heads import Head, head, title_level
from argmap.placing.metrics import TITLE, UNTITLED, Metrics
from argmap.placing.nodes import LEFT, Cell, Node
from argmap.placing.outline import Corners, Outline, rectangle
from argmap.placing.shaping.choices import Choice


class UnfinishedBlock:
    """The head of a block, to which kids and sides are added."""

    def __init__(
        self,
        node: Node,
        mode: str,
        chosen: Choice,
        metrics: Metrics,
        *,
        whole: bool,
        depths: Mapping[int, float] = MappingProxyType({}),
    ) -> None:
        self.node = node
        self.mode = mode
        self.chosen = chosen
        self.metrics = metrics
        self.whole = whole
        """Whether top and bottom of the outline will be asked for."""
        self.head: Head = head(node, chosen.form, mode, metrics, depths)
        self.block = Block(chosen.form)
        _fill(self.block, self.head, node, mode, metrics)
        for number, points in self.head.lines:
            self.draw(OWN, number, points)
        x0, x1 = self.head.x0, self.head.x1
        if self.head.sign and mode != LEFT:
            x0 = min(x0, self.head.sign[0])
            x1 = max(x1, self.head.sign[0] + node.sign[0])
        self.x0, self.x1, self.y0, self.y1 = x0, x1, self.head.y0, self.head.y1
        self.outline: Outline = self._rectangle((x0, self.y0, x1, self.y1))

    def draw(self, which: int, part: int | None, corners: Sequence[Point]) -> None:
        """Draw a line of what hangs here, or an own one, through corners."""
        flipped, sideways = self.metrics.flipped, self.metrics.sideways
        if self.metrics.turned:
            corners, sideways = [(y, x) for x, y in corners], not sideways
        line = Line(corners, flipped=flipped, sideways=sideways)
        self.block.lines.append((which, part, line))

    def add(self, item: Item) -> None:
        """Put a block in, whose outline is added apart."""
        self.block.items.append(item)

    def cover(self, box: Corners) -> None:
        """Take up a rectangle as well."""
        self.enclose(self._rectangle(box), 0, 0, box)

    def enclose(self, outline: Outline, x: float, y: float, box: Corners) -> None:
        """Take up an outline at (x, y), which reaches as far as the box, given without (x, y)."""
        self.outline = self.outline.joined(outline, x, y)
        self.stretch(x, y, box)

    def stretch(self, x: float, y: float, box: Corners) -> None:
        """Reach as far as a box at (x, y)."""
        self.x0, self.y0 = min(self.x0, box[0] + x), min(self.y0, box[1] + y)
        self.x1, self.y1 = max(self.x1, box[2] + x), max(self.y1, box[3] + y)

    def put(self, which: int, block: Block, x: float, y: float) -> None:
        """Put the block of what hangs here at (x, y)."""
        self.enclose(block.outline, x, y, (block.x0, block.y0, block.x1, block.y1))
        self.block.items.append((which, block, x, y))

    def finished(self) -> Block:
        """Return the block, with its anchor where it ends in the end."""
        made, found = self.block, self.head
        if self.mode == LEFT and self.x0 < found.x0:  # its arrow passes what reaches further
            self.cover((self.x0, found.y0, found.x0, max(found.y1, made.anchor[1])))
        made.outline = self.outline
        made.x0, made.x1, made.y0, made.y1 = self.x0, self.x1, self.y0, self.y1
        made.leaf = not made.items
        x, y = made.anchor
        made.anchor = (made.x0, y) if self.mode == LEFT else (x, made.y0)
        return made

    def _rectangle(self, box: Corners) -> Outline:
        metrics = self.metrics
        return rectangle(box, metrics.clear, metrics.gap / 2, whole=self.whole)


def _fill(block: Block, found: Head, node: Node, mode: str, metrics: Metrics) -> None:
    """Put cards, titles, joint and sign of a head into a block."""
    lift = title_level(node, block.form, mode, metrics)
    for number, (cell, x, y) in enumerate(found.cards):
        block.cards.append((cell.place, (x, y, cell.wide, cell.high)))
        if cell.titles:
            _title(block, cell, x, y if number else y + lift, metrics)
    block.joint = found.joint
    if found.sign and node.look:
        block.sign = (*found.sign, *node.sign)
    block.anchor = found.anchor
    block.stub = tuple(found.stub)
    block.middle = found.middle
    block.reach = found.x1


def _title(block: Block, cell: Cell, x: float, y: float, metrics: Metrics) -> None:
    """Put the titles of groups that begin with a card one over the other."""
    used = 0.0
    for number, (wide, high) in enumerate(cell.titles):
        room = TITLE if wide else UNTITLED
        used += room
        air = (room - high) / 2
        if metrics.sideways:
            box = (x - used + air, y + 1, high, wide)
        else:
            box = (x + 1, y - used + air, wide, high)
        block.titles.append((cell.place, number, box))
