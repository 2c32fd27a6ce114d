"""A block that stands crosswise: placed as in a picture turned the other way, x and y exchanged.

--o_______     becomes     |             So in a picture from left to right linked premises may
 [a]    [b]                o--[a]--[kid]   stand side by side, with what bears on them below.
  |                        |             Around such a block all is as it always is, and inside
[kid]                      +--[b]        it nothing knows that it is turned.
"""

from __future__ import annotations

from argmap.placing.block import Block, Box
from argmap.placing.courses import Point
from argmap.placing.metrics import Metrics
from argmap.placing.nodes import LEFT
from argmap.placing.outline import Corners, Outline, rectangle
from argmap.placing.shaping.forms import BEFORE_SIGN


def crosswise(inside: Block, mode: str, metrics: Metrics) -> Block:
    """Return a block around one that is to stand crosswise, its arrow leaving as in this mode.

    The metrics are those of what stands around it. The outline of what is inside is a whole one.
    """
    made = Block(inside.form, inside=inside, leaf=inside.leaf)
    made.stub = tuple([turned_point(point) for point in inside.stub])
    made.sign = inside.sign and turned_box(inside.sign)
    made.x0, made.y0, made.x1, made.y1 = inside.y0, inside.x0, inside.y1, inside.x1
    made.middle = inside.anchor[1]
    made.reach = max([y + high for _, (_, y, _, high) in inside.cards], default=inside.y1)
    start, last = made.stub[0], made.stub[-1]
    if mode == LEFT:
        made.anchor = (made.x0, last[1])
    else:
        if made.sign:  # it stands beside the block there, and belongs to it here
            made.y0 = min(made.y0, made.sign[1] - BEFORE_SIGN)
            made.x0 = min(made.x0, made.sign[0])
        made.anchor = (last[0], made.y0)
    left, right, top, bottom = inside.outline
    assert top
    assert bottom
    made.outline = Outline(top, bottom, left, right)
    way = _around(start, made.anchor, made.sign)
    made.outline = made.outline.joined(
        rectangle(way, metrics.clear, metrics.gap / 2, whole=True), 0, 0
    )
    return made


def top_with_halos(block: Block, metrics: Metrics) -> float:
    """Return how far up a block reaches, with the halos of what hangs in it where it is crosswise.

    Elsewhere that is further down than its first card, over which there is room for halos.
    """
    if block.inside is None or not metrics.nesting:
        return block.y0
    hanging = [kid.x0 + right for _, kid, right, _ in block.inside.items]
    return min(block.y0, min(hanging, default=0) - metrics.reach)


def turned_point(point: Point) -> Point:
    """Return a point with x and y exchanged."""
    return point[1], point[0]


def turned_box(box: Box) -> Box:
    """Return a box with x and y exchanged."""
    x, y, wide, high = box
    return y, x, high, wide


def _around(start: Point, end: Point, sign: Box | None) -> Corners:
    """Return what the arrow of a unit and its sign take up."""
    xs, ys = [start[0], end[0]], [start[1], end[1]]
    if sign:
        xs += [sign[0], sign[0] + sign[2]]
        ys += [sign[1], sign[1] + sign[3]]
    return min(xs), min(ys), max(xs), max(ys)
