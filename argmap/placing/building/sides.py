r"""What bears on a relation itself: beside its premises, or below them.

___o_______________          Beside: lines run along above, into the joint from the right, the
|     |        |   \         next one above the one before. Below: lanes go up to the joint at
[a]   [b]     (s1)  (s2)      the left, the next one left of the one before.
"""

from __future__ import annotations

from argmap.placing.arrangement import Form
from argmap.placing.block import Block
from argmap.placing.building.kids import stack
from argmap.placing.building.unfinished_block import UnfinishedBlock
from argmap.placing.courses import Point
from argmap.placing.heads import HALF, side_level
from argmap.placing.metrics import RUN
from argmap.placing.nodes import LEFT, SIDE, Node
from argmap.placing.outline import apart

FAN = 10
"""How far from a joint the lines that end on it begin to turn towards it."""


def put_beside(draft: UnfinishedBlock) -> None:
    """Put what bears on the relation right of the cards."""
    assert draft.head.joint is not None
    jx, jy = draft.head.joint
    level = side_level(draft.node, draft.mode, draft.metrics)
    highest = level
    before: Node | None = None
    first = draft.node.first_side
    chosen = zip(draft.node.sides, draft.chosen.picks[first:], strict=True)
    for which, (side, pick) in enumerate(chosen, first):
        block = side.blocks[SIDE, pick]
        x = max(0.0, apart(draft.outline.right, block.outline.left)) + draft.metrics.beside
        if before is not None and (before.joint or before.look != side.look):
            level = min(level, highest) - RUN
        if block.inside or (block.form is Form.COLUMN and side.sides):  # more lies over its joint
            level = min(level, block.y0 - 2)
        draft.draw(which, None, _to_joint(draft, side, block, x, level))
        draft.put(which, block, x, 0)
        draft.cover((jx, level - 1, block.stub[0][0] + x, jy))
        highest = min(highest, _top(side, block))
        before = side


def _top(side: Node, block: Block) -> float:
    """Return how far up a block and its sign reach, and those of what stands beside in it."""
    inner = [] if block.inside else [item for item in block.items if item[0] >= side.first_side]
    return min(
        block.y0,
        block.sign[1] if block.sign else 0,
        *(down + _top(side.sides[which - side.first_side], one) for which, one, _, down in inner),
    )


def _to_joint(
    draft: UnfinishedBlock, side: Node, block: Block, x: float, level: float
) -> list[Point]:
    """Return the arrow of what stands beside, along a level and into the joint."""
    assert draft.head.joint is not None
    jx, jy = draft.head.joint
    start_x, start_y = block.stub[0][0] + x, block.stub[0][1]
    if side.joint and block.form is Form.ROW and not block.inside:
        start = (start_x - HALF, start_y + HALF)
        metrics = draft.metrics  # past the halo of what stands before it
        turn = x - min(metrics.beside / 2, metrics.beside - metrics.reach)
        way = [start, (turn, start[1]), (turn, level)]
    else:
        way = [(start_x, start_y), (start_x, level)]
    return [*way, *_into_joint(jx, jy, jx + FAN, level)]


def put_below(draft: UnfinishedBlock) -> None:
    """Put what bears on the relation below the cards, its lanes going up left of them."""
    assert draft.head.joint is not None
    jx, jy = draft.head.joint
    metrics = draft.metrics
    first = draft.node.first_side
    column = stack(draft.node.sides, draft.chosen.picks[first:], first, metrics)
    x = (jx if draft.mode == LEFT else jx - metrics.lane) - column.lanes[-1].x
    more = metrics.branch if draft.block.items else 0
    assert draft.outline.bottom
    assert column.outline.top
    y = apart(draft.outline.bottom, column.outline.top, x) + metrics.stack + more
    for number, lane in enumerate(reversed(column.lanes)):
        at = lane.x + x
        for which, points in lane.members:
            way = [(px + x, py + y) for px, py in points]
            if draft.mode != LEFT:
                level = jy - number * RUN
                way += [(at, level), *_into_joint(jx, jy, jx - FAN, level)]
            elif number:
                way += [(at, jy + FAN), *_into_joint(jx, jy, at, jy + FAN)]
            else:
                way.append((jx, jy + HALF))
            draft.draw(which, None, way)
    draft.enclose(column.outline, x, y, (column.x0, column.y0, column.x1, column.y1))
    draft.cover((column.lanes[0].x + x, jy, jx, y))
    for which, block, right, down in column.items:
        draft.add((which, block, right + x, down + y))


def _into_joint(jx: float, jy: float, x: float, y: float) -> list[Point]:
    """Return the end of a line that comes to a joint from (x, y), on the joint's border."""
    right, down = x - jx, y - jy
    length = (right * right + down * down) ** 0.5
    return [(x, y), (jx + right / length * HALF, jy + down / length * HALF)]
