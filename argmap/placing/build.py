"""From what has been chosen for a unit to its block: cards, arrows and what hangs from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.placing.arrangement import Fold, Form, Hang
from argmap.placing.block import LEFT, SIDE, TOP, Block
from argmap.placing.channel import CORNER, STRAIGHT, Bus, Channel, channel, ports
from argmap.placing.courses import rounded, without_repeats
from argmap.placing.forms import Choice, FoldChoice, aside_room, choice
from argmap.placing.group import Group, alone, grouped, lanes_of, near, together
from argmap.placing.heads import HALF, filled, head, side_level
from argmap.placing.metrics import CLEAR, Metrics
from argmap.placing.nodes import Cell, Node
from argmap.placing.outline import Outline, apart, rectangle
from argmap.placing.placed import Point, Stroke
from argmap.placing.stack import Column, Lane, runs, stacked

WORTHWHILE = 24
"""How much narrower a block has to get for its kids not to stand right under their cards."""
FAN = 10
"""How far from a joint the lines that end on it begin to turn towards it."""


def build(node: Node, mode: str, chosen: Choice, metrics: Metrics) -> Block:
    """Return the block of a node whose kids and sides are built in what is chosen for them."""
    building = _Building(node, mode, chosen, metrics)
    upright = building.block()
    room = building.room_to_lean()
    if room < WORTHWHILE:
        return upright
    leaning = _Building(node, mode, chosen, metrics, lean=room).block()
    bending = _Building(node, mode, chosen, metrics, bend=room).block()
    best = min(leaning, bending, key=_width)
    return best if _width(upright) - _width(best) >= WORTHWHILE else upright


def _width(block: Block) -> float:
    return block.x1 - block.x0


class _Hanging(NamedTuple):
    """A card with its kids: where the card stands, and the group of what bears on it."""

    cell: Cell
    x: float
    bottom: float
    group: Group


class _Building:
    """A block on its way."""

    def __init__(
        self,
        node: Node,
        mode: str,
        chosen: Choice,
        metrics: Metrics,
        *,
        lean: float = 0,
        bend: float = 0,
    ) -> None:
        self.lean = lean
        """How much further right than under their cards the kids stand."""
        self.bend = bend
        """How much further right than under them, at most, the kids of single kids stand."""
        self.kids: tuple[float, float] | None = None
        self.node = node
        self.mode = mode
        self.chosen = chosen
        self.metrics = metrics
        self.made = Block(node.id, chosen.form, _folds(node, chosen))
        self.head = head(node, chosen.form, mode, metrics)
        self.pieces: list[tuple[Outline, float, float]] = []
        self.boxes: list[tuple[float, float, float, float]] = []

    def block(self) -> Block:
        made, found = self.made, self.head
        filled(made, found, self.node, self.mode, self.metrics)
        for number, points in found.lines:
            self._draw((self.node.id, number), points)
        self._own_outline()
        self._hang()
        self._aside()
        if self.node.sides:
            if self.chosen.form is Form.ROW:
                self._beside()
            else:
                self._below()
        made.x0 = min(box[0] for box in self.boxes)
        if self.mode == LEFT and made.x0 < found.x0:  # its arrow has to pass what reaches further
            self._rectangle(made.x0, found.y0, found.x0, max(found.y1, made.anchor[1]))
        made.outline = together(self.pieces)
        made.y0 = min(box[1] for box in self.boxes)
        made.x1 = max(box[2] for box in self.boxes)
        made.y1 = max(box[3] for box in self.boxes)
        made.leaf = not made.items
        x, y = made.anchor
        made.anchor = (made.x0, y) if self.mode == LEFT else (x, made.y0)
        return made

    def _own_outline(self) -> None:
        found = self.head
        x0, y0, x1, y1 = found.x0, found.y0, found.x1, found.y1
        if found.sign and self.mode != LEFT:
            x0 = min(x0, found.sign[0])
            x1 = max(x1, found.sign[0] + self.node.sign[0])
        self._rectangle(x0, y0, x1, y1)

    def _rectangle(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.pieces.append((rectangle(x0, y0, x1, y1, CLEAR, self.metrics.gap / 2), 0, 0))
        self.boxes.append((x0, y0, x1, y1))

    def _add(self, column: Column | Group, x: float, y: float) -> None:
        self.pieces.append((column.outline, x, y))
        self.boxes.append((column.x0 + x, column.y0 + y, column.x1 + x, column.y1 + y))

    def _draw(self, stroke: Stroke, corners: Sequence[Point]) -> None:
        points = rounded(without_repeats(corners))
        metrics = self.metrics
        if metrics.sideways:
            turned = tuple((-y, x) if metrics.flipped else (y, x) for x, y in points)
        else:
            turned = tuple((x, -y) for x, y in points) if metrics.flipped else tuple(points)
        self.made.courses.append((stroke, turned))

    def room_to_lean(self) -> float:
        """Return how far the kids could move towards what stands beside the cards.

        They reach further left than the cards then, and what stands beside reaches further right
        than they do: the whole gets narrower by as much.
        """
        beside = self.node.sides and self.chosen.form is Form.ROW and self.mode != LEFT
        if self.kids is None or not beside:
            return 0
        return min(self.head.x0 - self.kids[0], self.made.x1 - self.kids[1])

    # What bears on the cards.

    def _hang(self) -> None:
        """Put the kids of all cards below, and draw their arrows through one channel."""
        place = {cell.id: (x, y) for cell, x, y in self.head.cards}
        hanging = [
            _Hanging(cell, place[cell.id][0], place[cell.id][1] + cell.high, self._group(kids, fold))
            for cell, kids, fold in zip(self.node.cells, self.node.kids, self.chosen.folds, strict=True)
            if fold is not None and fold.hang is not Hang.ASIDE
        ]
        if not hanging:
            return
        xs = near([_wanted(one) + self.lean for one in hanging], [one.group.outline for one in hanging], self.metrics.gap)
        if self.mode == LEFT or self.chosen.form is Form.COLUMN:
            over = max(0.0, max(-one.group.x0 - x for one, x in zip(hanging, xs, strict=True)))
            xs = [x + over for x in xs]
        self.kids = (
            min(one.group.x0 + x for one, x in zip(hanging, xs, strict=True)),
            max(one.group.x1 + x for one, x in zip(hanging, xs, strict=True)),
        )
        buses: list[Bus] = []
        shared: list[tuple[_Hanging, list[Lane]]] = []
        for one, x in zip(hanging, xs, strict=True):
            for bus, lanes in _buses(one, x):
                buses.append(bus)
                shared.append((one, lanes))
        through = channel(buses, self.metrics)
        top = self.head.y1
        base = top + through.height - min(one.group.y0 for one in hanging)
        self._arrows(through, shared, base)
        for one, x in zip(hanging, xs, strict=True):
            self._add(one.group, x, base)
            for column, at in one.group.columns:
                self.made.items += [(b, x + at + bx, base + by) for b, bx, by in column.items]

    def _group(self, kids: Sequence[Node], fold: FoldChoice) -> Group:
        columns = [self._column(kids, a, b, picks, fold.hang) for a, b, picks in fold.columns]
        group = grouped(columns, self.metrics)
        if fold.hang is Hang.HUNG:
            group.lead = self.metrics.first - group.x0
        elif len(kids) == 1 and len(kids[0].cells) > 0:
            anchor = columns[0].lanes[0].x
            if anchor < 0:  # it leaves at the corner of a column: that is right under the card
                group.lead = self.metrics.first - anchor
        return group

    def _column(
        self, kids: Sequence[Node], start: int, stop: int, picks: Sequence[int], hang: Hang
    ) -> Column:
        if stop - start == 1 and hang is Hang.UNDER:
            kid, block = kids[start], kids[start].blocks[TOP, picks[0]]
            if self.bend and len(kids) == 1:
                block = self._bent(kid, picks[0])
            return alone(kid.id, kid.look, block)
        return self._stack(kids[start:stop], picks)

    def _bent(self, kid: Node, pick: int) -> Block:
        """Return the block of a kid whose own kids stand further right under it."""
        chosen = choice(kid, TOP, pick, self.metrics)
        upright = _Building(kid, TOP, chosen, self.metrics)
        block = upright.block()
        room = upright.head.x0 - upright.kids[0] if upright.kids else 0
        if room <= 0:
            return block
        return _Building(kid, TOP, chosen, self.metrics, lean=min(room, self.bend)).block()

    def _stack(self, units: Sequence[Node], picks: Sequence[int]) -> Column:
        rows = [(u.id, u.look, u.sign[0], u.blocks[LEFT, n]) for u, n in zip(units, picks, strict=True)]
        return stacked(rows[::-1] if self.metrics.flipped else rows, self.metrics)

    def _arrows(
        self, through: Channel, shared: Sequence[tuple[_Hanging, list[Lane]]], base: float
    ) -> None:
        bottom = self.head.y1 + through.height
        reach: list[float] = []
        for number, (bus, (one, lanes)) in enumerate(zip(through.buses, shared, strict=True)):
            y = through.level(number, bottom, self.metrics)
            if not bus.straight:
                reach += [bus.port, *bus.lanes]
            for lane in lanes:
                for id_, points in lane.members:
                    way = [(px, py + base) for px, py in points]
                    if not bus.straight:
                        way += [(lane.x, y), (bus.port, y)]
                    way.append((bus.port, one.bottom))
                    self._draw((id_, None), way)
        if reach:
            self._rectangle(min(reach), self.head.y1, max(reach), bottom)

    def _aside(self) -> None:
        """Put the kids of the last card beside it, their lanes ending on its right edge."""
        fold = self.chosen.folds[-1] if self.chosen.folds else None
        if fold is None or fold.hang is not Hang.ASIDE:
            return
        kids = self.node.kids[-1]
        cell, left, _ = self.head.cards[-1]
        edge = left + cell.wide
        count = runs([kid.look for kid in kids])
        blocks = [kid.blocks[TOP, pick] for kid, pick in zip(kids, fold.columns[0][2], strict=True)]
        y = aside_room(count, self.metrics) + max(-block.y0 for block in blocks)
        x = edge + self.metrics.head + self.metrics.foot + 2 - blocks[0].x0
        lane = count
        before: Node | None = None
        for kid, block in zip(kids, blocks, strict=True):
            assert block.outline is not None
            outline = together(self.pieces)
            if before is not None:
                x = apart(outline.right, block.outline.left, y) + self.metrics.stack
            else:
                x = max(x, apart(outline.right, block.outline.left, y) + self.metrics.stack)
            if before is None or before.look != kid.look:
                lane -= 1
            at = self.metrics.first + lane * self.metrics.lane
            way = [(px + x, py + y) for px, py in block.stub]
            self._draw((kid.id, None), [*way, (block.anchor[0] + x, at), (edge, at)])
            self.pieces.append((block.outline, x, y))
            self.boxes.append((block.x0 + x, block.y0 + y, block.x1 + x, block.y1 + y))
            self.made.items.append((block, x, y))
            before = kid
        bottom = aside_room(count, self.metrics)
        self._rectangle(edge, self.metrics.first, blocks[-1].anchor[0] + x, bottom)

    # What bears on the relation itself.

    def _beside(self) -> None:
        """Put it right of the cards; its lines run above them to the joint."""
        joint = self.head.joint
        assert joint is not None
        level = side_level(self.node, self.mode, self.metrics)
        tops: list[float] = []
        before: Node | None = None
        for side, pick in zip(self.node.sides, self.chosen.sides, strict=True):
            block = side.blocks[SIDE, pick]
            assert block.outline is not None
            outline = together(self.pieces)
            x = max(0.0, apart(outline.right, block.outline.left)) + self.metrics.beside
            if before is not None and (before.joint or before.look != side.look):
                level = min(level, *tops) - CLEAR
            if block.form is Form.COLUMN and side.sides:  # lines come to its joint from above
                level = min(level, block.y0 - 2)
            self._to_joint(side, block, x, level)
            self.pieces.append((block.outline, x, 0))
            self.boxes.append((block.x0 + x, block.y0, block.x1 + x, block.y1))
            self._rectangle(joint[0], level - 1, block.stub[0][0] + x, joint[1])
            self.made.items.append((block, x, 0))
            tops.append(block.y0)
            before = side

    def _to_joint(self, side: Node, block: Block, x: float, level: float) -> None:
        """Draw the arrow of what stands beside, along a level and into the joint."""
        assert self.head.joint is not None
        jx, jy = self.head.joint
        start_x, start_y = block.stub[0][0] + x, block.stub[0][1]
        if side.joint and block.form is Form.ROW:
            start = (start_x - HALF, start_y + HALF)
            turn = x - self.metrics.beside / 2
            way = [start, (turn, start[1]), (turn, level)]
        else:
            way = [(start_x, start_y), (start_x, level)]
        self._draw((side.id, None), [*way, *_into_joint(jx, jy, jx + FAN, level)])

    def _below(self) -> None:
        """Put it below the cards, its lanes going up to the joint at their left."""
        joint = self.head.joint
        assert joint is not None
        jx, jy = joint
        column = self._stack(self.node.sides, self.chosen.sides)
        innermost = column.lanes[-1].x
        x = (jx if self.mode == LEFT else jx - self.metrics.lane) - innermost
        outline = together(self.pieces)
        more = self.metrics.branch if self.made.items else 0
        y = apart(outline.bottom, column.outline.top, x) + self.metrics.stack + more
        for number, lane in enumerate(reversed(column.lanes)):
            at = lane.x + x
            for id_, points in lane.members:
                way = [(px + x, py + y) for px, py in points]
                if self.mode != LEFT:
                    level = jy - number * CLEAR
                    way += [(at, level), *_into_joint(jx, jy, jx - FAN, level)]
                elif number:
                    way += [(at, jy + FAN), *_into_joint(jx, jy, at, jy + FAN)]
                else:
                    way.append((jx, jy + HALF))
                self._draw((id_, None), way)
        self._add(column, x, y)
        self._rectangle(column.lanes[0].x + x, jy, jx, y)
        self.made.items += [(block, bx + x, by + y) for block, bx, by in column.items]


def _folds(node: Node, chosen: Choice) -> list[tuple[str, Fold]]:
    """Return how the kids of each card stand that has several."""
    return [
        (cell.id, Fold(fold.hang, tuple(tuple(k.id for k in kids[a:b]) for a, b, _ in fold.columns)))
        for cell, kids, fold in zip(node.cells, node.kids, chosen.folds, strict=True)
        if fold is not None and len(kids) > 1
    ]


def _into_joint(jx: float, jy: float, x: float, y: float) -> list[Point]:
    """Return the end of a line that comes to a joint from (x, y), on the joint's border."""
    right, down = x - jx, y - jy
    length = (right * right + down * down) ** 0.5
    return [(x, y), (jx + right / length * HALF, jy + down / length * HALF)]


def _wanted(one: _Hanging) -> float:
    """Return where the x = 0 of a card's kids should be."""
    if one.group.lead is not None:
        return one.x + one.group.lead
    return one.x + one.cell.wide / 2 - one.group.middle


def _buses(one: _Hanging, x: float) -> list[tuple[Bus, list[Lane]]]:
    """Return the lanes of a card's kids, neighbours of one look together, with their ports."""
    shared: list[list[Lane]] = []
    for lane in lanes_of(one.group, x, 0):
        if shared and shared[-1][0].look == lane.look:
            shared[-1].append(lane)
        else:
            shared.append([lane])
    lanes = [[lane.x for lane in bus] for bus in shared]
    found: list[tuple[Bus, list[Lane]]] = []
    room = min(CORNER, one.cell.wide / 2)
    low, high = one.x + room, one.x + one.cell.wide - room
    for bus, xs, port in zip(shared, lanes, ports(one.x, one.cell.wide, lanes), strict=True):
        straight = len(xs) == 1 and abs(xs[0] - port) <= STRAIGHT and low <= xs[0] <= high
        found.append((Bus(xs[0] if straight else port, tuple(xs), straight), bus))
    return found
