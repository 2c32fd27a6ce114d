"""A stack: units below each other, their arrows going up in lanes at the left.

|  |
|  +--[a]          One lane for each run of neighbours of one look, the last run's outermost:
|  +--[b]          so no arrow crosses the lane of another.
|      |
|     [kid]
+-----[c]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from argmap.placing.block import Block, Box
from argmap.placing.courses import Point
from argmap.placing.lanes import inset, runs
from argmap.placing.metrics import Metrics
from argmap.placing.outline import Outline, Side, apart, joined

Item = tuple[Block, float, float]
"""A block and where it stands."""


@dataclass(slots=True)
class Lane:
    """A line upwards that one or several units share."""

    x: float
    look: str
    members: list[tuple[str, list[Point]]] = field(default_factory=list)
    """The relation of each, and the points of its arrow from its start up to the lane."""


@dataclass(slots=True)
class Column:
    """What stands below each other; (0, 0) is the top left corner of its first card."""

    items: list[Item]
    lanes: list[Lane]
    """From left to right."""
    outline: Outline
    x0: float
    x1: float
    y0: float
    y1: float
    first: tuple[float, float]
    """From where to where the cards of its first unit reach."""


def alone(id_: str, look: str, block: Block) -> Column:
    """Return a column of one unit whose arrow goes straight up."""
    x, y = block.anchor
    lane = Lane(x, look, [(id_, [*block.stub, (x, y)])])
    return Column(
        [(block, 0, 0)], [lane], block.outline,
        block.x0, block.x1, block.y0, block.y1, (0, block.reach),
    )  # fmt: skip


def stacked(units: Sequence[tuple[str, str, float, Block]], metrics: Metrics) -> Column:
    """Return a stack of units, each with its id, its look, the width of its sign, and its block."""
    looks = [unit[1] for unit in units]
    room = inset(looks, max(unit[2] for unit in units), metrics)
    items, *sides = _below_each_other([unit[3] for unit in units], metrics)
    lanes: list[Lane] = []
    x = (runs(looks) - 1) * metrics.lane - room
    for (id_, look, _, _), (block, right, down) in zip(units, items, strict=True):
        if not lanes or lanes[-1].look != look:
            lanes.append(Lane(x - metrics.lane * len(lanes), look))
        points = [(px + right, py + down) for px, py in block.stub]
        lanes[-1].members.append((id_, [*points, (lanes[-1].x, block.anchor[1] + down)]))
    lanes.reverse()
    last, first = items[-1], items[0][0]
    end = max(last[0].anchor[1], _end_of_sign(last[0])) + last[2]
    return Column(
        items,
        lanes,
        _with_lanes(items, (sides[0], sides[1], sides[2]), (-room, first.y0, 0, end), metrics),
        x0=-room,
        x1=max(block.x1 + x for block, x, _ in items),
        y0=first.y0,
        y1=max(block.y1 + y for block, _, y in items),
        first=(-first.x0, first.reach - first.x0),
    )


def _below_each_other(
    blocks: Sequence[Block], metrics: Metrics
) -> tuple[list[Item], Side, Side, Side]:
    """Return blocks as close below each other as they can be, with right, top and bottom side."""
    first = blocks[0]
    items: list[Item] = [(first, -first.x0, 0)]
    _, right, top, bottom = first.outline.moved(-first.x0, 0)
    widest = first.x1 - first.x0
    for block in blocks[1:]:
        outline = block.outline
        assert top
        assert bottom
        assert outline.top
        assert outline.bottom
        x = -block.x0
        y = apart(bottom, outline.top, x) + metrics.stack
        if not items[-1][0].leaf:
            y += metrics.branch
        items.append((block, x, y))
        right = joined(right, outline.right, y, x)
        bottom = joined(bottom, outline.bottom, x, y)
        if block.x1 + x > widest:  # elsewhere, what is below adds nothing to the top
            widest = block.x1 + x
            top = joined(top, outline.top, x, -y)
    assert top
    assert bottom
    return items, right, top, bottom


def _with_lanes(
    items: Sequence[Item], sides: tuple[Side, Side, Side], strip: Box, metrics: Metrics
) -> Outline:
    """Return the outline of a stack with its lanes at the left, a strip from corner to corner.

    What comes right of the stack begins right of all its cards, to be read after them.
    """
    right, top, bottom = sides
    reach = max(block.reach + x for block, x, _ in items)
    if reach > items[0][0].reach + items[0][1]:
        right = joined(right, ([0, 1], [reach]))
    x0, y0, _, y1 = strip
    outer = x0 - metrics.gap / 2
    left = ([y0 - metrics.clear, max(right[0][-1], y1 + metrics.clear)], [-x0])
    top = [outer, *top[0]], [-y0, *top[1]]
    bottom = [outer, *bottom[0]], [y1, *bottom[1]]
    return Outline(left, right, top, bottom)


def _end_of_sign(block: Block) -> float:
    """Return the lower edge of the sign beside a unit's arrow, which is outside of its block."""
    _, (_, top, _, high) = block.signs[0]
    return top + high
