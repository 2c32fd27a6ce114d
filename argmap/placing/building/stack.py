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
from dataclasses import field
from typing import NamedTuple

from argmap.frozen import slotted
from argmap.placing.block import Block, Box, Item
from argmap.placing.courses import Point
from argmap.placing.metrics import Metrics, inset, runs
from argmap.placing.outline import Outline, Side, apart, joined


class Row(NamedTuple):
    """What is to stand in a stack: which of all that hangs here it is, and how it is drawn."""

    which: int
    look: str
    sign: float
    """The width of its sign."""
    block: Block


@slotted
class Lane:
    """A line upwards that one or several units share."""

    x: float
    look: str
    members: list[tuple[int, list[Point]]] = field(default_factory=list)
    """Whose arrows run here, and the points of each from its start up to the lane."""


@slotted
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


def alone(which: int, look: str, block: Block) -> Column:
    """Return a column of one unit whose arrow goes straight up."""
    x, y = block.anchor
    lane = Lane(x, look, [(which, [*block.stub, (x, y)])])
    return Column(
        [(which, block, 0, 0)], [lane], block.outline,
        block.x0, block.x1, block.y0, block.y1, (0, block.reach),
    )  # fmt: skip


def stacked(rows: Sequence[Row], metrics: Metrics) -> Column:
    """Return a stack of rows."""
    looks = [row.look for row in rows]
    room = inset(looks, max([row.sign for row in rows]), metrics)
    items, *sides = _below_each_other(rows, metrics)
    lanes: list[Lane] = []
    x = (runs(looks) - 1) * metrics.lane - room
    for (which, look, _, _), (_, block, right, down) in zip(rows, items, strict=True):
        if not lanes or lanes[-1].look != look:
            lanes.append(Lane(x - metrics.lane * len(lanes), look))
        points = [(px + right, py + down) for px, py in block.stub]
        lanes[-1].members.append((which, [*points, (lanes[-1].x, block.anchor[1] + down)]))
    lanes.reverse()
    (_, last, _, down), first = items[-1], items[0][1]
    end = max(last.anchor[1], _end_of_sign(last)) + down
    return Column(
        items,
        lanes,
        _with_lanes(items, (sides[0], sides[1], sides[2]), (-room, first.y0, 0, end), metrics),
        x0=-room,
        x1=max([block.x1 + x for _, block, x, _ in items]),
        y0=first.y0,
        y1=max([block.y1 + y for _, block, _, y in items]),
        first=(-first.x0, first.reach - first.x0),
    )


def _below_each_other(rows: Sequence[Row], metrics: Metrics) -> tuple[list[Item], Side, Side, Side]:
    """Return blocks as close below each other as they can be, with right, top and bottom side."""
    first = rows[0].block
    items: list[Item] = [(rows[0].which, first, -first.x0, 0)]
    _, right, top, bottom = first.outline.moved(-first.x0, 0)
    widest = first.x1 - first.x0
    for which, _, _, block in rows[1:]:
        outline = block.outline
        assert top
        assert bottom
        assert outline.top
        assert outline.bottom
        x = -block.x0
        y = apart(bottom, outline.top, x) + metrics.stack
        if not items[-1][1].leaf:
            y += metrics.branch
        y = max(y, first.y0 - block.y0)  # beside the one before, but not over all of them
        items.append((which, block, x, y))
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
    reach = max([block.reach + x for _, block, x, _ in items])
    if reach > items[0][1].reach + items[0][2]:
        right = joined(right, ([0, 1], [reach]))
    x0, y0, _, y1 = strip
    outer = x0 - metrics.gap / 2
    left = ([y0 - metrics.clear, max(right[0][-1], y1 + metrics.clear)], [-x0])
    top = [outer, *top[0]], [-y0, *top[1]]
    bottom = [outer, *bottom[0]], [y1, *bottom[1]]
    return Outline(left, right, top, bottom)


def _end_of_sign(block: Block) -> float:
    """Return the lower edge of the sign beside a unit's arrow, which is outside of its block."""
    assert block.sign
    _, top, _, high = block.sign
    return top + high
