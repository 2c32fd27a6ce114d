r"""The kids of one card: columns side by side, each of one kid or of a stack.

      [a]   |-[b]   [d]          All first cards begin at the same height, y = 0 here. Columns
     / \    |       / \          stand as close as their outlines let them, and what is short
    [ ] [ ] |-[c]  [ ] [ ]       stands in the middle of the room between its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.placing.block import Block
from argmap.placing.metrics import Metrics
from argmap.placing.outline import Outline, apart, joined, moved
from argmap.placing.stack import Column, Lane


@dataclass(slots=True)
class Group:
    """The kids of a card, placed next to each other."""

    columns: list[tuple[Column, float]]
    """Each with its x."""
    outline: Outline
    x0: float
    x1: float
    y0: float
    y1: float
    middle: float
    """The x over which the card should stand, or its left edge if the kids hang from that."""
    hung: bool = False
    lead: float | None = None
    """Where the group's x = 0 should be, from the card's left edge; None: under its middle."""


def alone(id_: str, look: str, block: Block) -> Column:
    """Return a column of one unit whose arrow goes straight up."""
    assert block.outline is not None
    x, y = block.anchor
    lane = Lane(x, look, [(id_, [*block.stub, (x, y)])])
    return Column(
        [(block, 0, 0)], [lane], block.outline,
        block.x0, block.x1, block.y0, block.y1, block.middle,
    )  # fmt: skip


def grouped(columns: Sequence[Column], metrics: Metrics) -> Group:
    """Return columns put next to each other."""
    places = packed([column.outline for column in columns], metrics.gap)
    sides = list(zip(columns, places, strict=True))
    first, last = sides[0], sides[-1]
    return Group(
        sides,
        together([(column.outline, x, 0.0) for column, x in sides]),
        x0=min(column.x0 + x for column, x in sides),
        x1=max(column.x1 + x for column, x in sides),
        y0=min(column.y0 for column in columns),
        y1=max(column.y1 for column in columns),
        middle=(first[0].middle + first[1] + last[0].middle + last[1]) / 2,
    )


def packed(outlines: Sequence[Outline], gap: float) -> list[float]:
    """Return the x of each piece, the first at 0, so that all stand close but none closer.

    They are pushed together from the left and then from the right; half-way between the two is
    as far apart as needed too, and leaves no piece leaning to one side.
    """
    forth = _pushed(outlines, gap)
    if len(outlines) < 3:
        return forth
    back = [forth[-1]]
    reach = moved(outlines[-1].left, 0, -back[0])
    for outline in outlines[-2:0:-1]:
        back.append(-apart(outline.right, reach) - gap)
        reach = joined(reach, outline.left, 0, -back[-1])
    back.append(0.0)
    back.reverse()
    return [(one + other) / 2 for one, other in zip(forth, back, strict=True)]


def _pushed(outlines: Sequence[Outline], gap: float) -> list[float]:
    """Return the x of each piece when all are pushed to the left, the first one at 0."""
    xs = [0.0]
    reach = outlines[0].right
    for outline in outlines[1:]:
        xs.append(apart(reach, outline.left) + gap)
        reach = joined(reach, outline.right, 0, xs[-1])
    return xs


def near(wanted: Sequence[float], outlines: Sequence[Outline], gap: float) -> list[float]:
    """Return the x of each piece, as near to where it is wanted as its neighbours allow.

    Pushed together they would stand at `close`; the differences to that may only grow from left to
    right, and the nearest ones that do are found by taking the mean of what would not.
    """
    if len(wanted) == 1:
        return list(wanted)
    close = _pushed(outlines, gap)
    pools: list[tuple[float, int]] = []
    for want, x in zip(wanted, close, strict=True):
        pools.append((want - x, 1))
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            total, count = pools.pop()
            pools[-1] = (pools[-1][0] + total, pools[-1][1] + count)
    means = [total / count for total, count in pools for _ in range(count)]
    return [x + mean for x, mean in zip(close, means, strict=True)]


def together(pieces: Sequence[tuple[Outline, float, float]]) -> Outline:
    """Return the outline of several, each at its (x, y)."""
    outline, x, y = pieces[0]
    left, right = moved(outline.left, y, -x), moved(outline.right, y, x)
    top, bottom = moved(outline.top, x, -y), moved(outline.bottom, x, y)
    for outline, x, y in pieces[1:]:
        left, right = joined(left, outline.left, y, -x), joined(right, outline.right, y, x)
        top, bottom = joined(top, outline.top, x, -y), joined(bottom, outline.bottom, x, y)
    return Outline(left, right, top, bottom)


def lanes_of(group: Group, x: float, y: float) -> list[Lane]:
    """Return the lanes of a group from left to right, the group being at (x, y)."""
    return [
        Lane(
            lane.x + at + x,
            lane.look,
            [(id_, [(p[0] + at + x, p[1] + y) for p in points]) for id_, points in lane.members],
        )
        for column, at in group.columns
        for lane in column.lanes
    ]
