r"""The kids of one card: columns side by side, each of one kid or of a stack.

[a]   |-[b]   [d]          All first cards begin at the same height, y = 0 here. Columns
/ \    |       / \          stand as close as their outlines let them, and what is short
[ ] [ ] |-[c]  [ ] [ ]       stands in the middle of the room between its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence

from argmap.frozen import slotted
from argmap.placing.building.stack import Column
from argmap.placing.metrics import Metrics
from argmap.placing.outline import Outline, apart, joined, moved, rectangle


@slotted
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
    """The x over which the card should stand."""
    lead: float | None = None
    """Where the group's x = 0 should be, from the card's left edge; None: under its middle."""


def grouped(columns: Sequence[Column], metrics: Metrics) -> Group:
    """Return columns put next to each other."""
    if len(columns) == 1:
        one = columns[0]
        middle = one.items[0][1].middle + one.items[0][2]
        return Group([(one, 0)], one.outline, one.x0, one.x1, one.y0, one.y1, middle)
    top = min([column.y0 for column in columns])
    outlines = [
        risen(column.outline, (column.lanes[0].x, column.lanes[-1].x), (top, column.y0), metrics)
        for column in columns
    ]
    places = packed(outlines, metrics.gap)
    sides = list(zip(columns, places, strict=True))
    first, last = sides[0], sides[-1]
    return Group(
        sides,
        together(outlines, places),
        x0=min(column.x0 + x for column, x in sides),
        x1=max(column.x1 + x for column, x in sides),
        y0=top,
        y1=max(column.y1 for column in columns),
        middle=(first[0].first[0] + first[1] + last[0].first[1] + last[1]) / 2,
    )


def risen(
    outline: Outline, lanes: tuple[float, float], levels: tuple[float, float], metrics: Metrics
) -> Outline:
    """Return an outline with the lanes that go up from it beside a neighbour that begins higher.

    Lanes are given by the first and the last of them, levels by the neighbour's top and its own.
    """
    if levels[1] - levels[0] <= 2 * metrics.clear:  # nothing has room over it
        return outline
    whole = outline.top is not None
    strip = (lanes[0], levels[0], lanes[1], levels[1])
    return outline.joined(rectangle(strip, metrics.clear, metrics.gap / 2, whole=whole), 0, 0)


def packed(outlines: Sequence[Outline], gap: float) -> list[float]:
    """Return the x of each piece, the first at 0, so that all stand close but none closer.

    They are pushed together from the left and then from the right; half-way between the two is
    as far apart as needed too, and leaves no piece leaning to one side.
    """
    forth = pushed(outlines, gap)
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


def pushed(outlines: Sequence[Outline], gap: float) -> list[float]:
    """Return the x of each piece when all are pushed to the left, the first one at 0."""
    xs = [0.0]
    reach = outlines[0].right
    last = len(outlines) - 1
    for n, outline in enumerate(outlines[1:], 1):
        xs.append(apart(reach, outline.left) + gap)
        if n < last:
            reach = joined(reach, outline.right, 0, xs[-1])
    return xs


def near(wanted: Sequence[float], outlines: Sequence[Outline], gap: float) -> list[float]:
    """Return the x of each piece, as near to where it is wanted as its neighbours allow.

    Pushed together they would stand at `close`; the differences to that may only grow from left to
    right, and the nearest ones that do are found by taking the mean of what would not.
    """
    if len(wanted) == 1:
        return list(wanted)
    close = pushed(outlines, gap)
    pools: list[tuple[float, int]] = []
    for want, x in zip(wanted, close, strict=True):
        pools.append((want - x, 1))
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            total, count = pools.pop()
            pools[-1] = (pools[-1][0] + total, pools[-1][1] + count)
    means = [total / count for total, count in pools for _ in range(count)]
    return [x + mean for x, mean in zip(close, means, strict=True)]


def together(outlines: Sequence[Outline], xs: Sequence[float]) -> Outline:
    """Return the outline of pieces packed next to each other, the first of them at 0."""
    left, right, top, bottom = outlines[0]
    deepest = left[0][-1]
    for other, x in zip(outlines[1:], xs[1:], strict=True):
        right = joined(right, other.right, 0, x)
        if other.left[0][-1] > deepest:  # elsewhere, what is right of it adds nothing to the left
            deepest = other.left[0][-1]
            left = joined(left, other.left, 0, -x)
        if top and bottom and other.top and other.bottom:
            top = joined(top, other.top, x, 0)
            bottom = joined(bottom, other.bottom, x, 0)
        else:
            top = bottom = None
    return Outline(left, right, top, bottom)
