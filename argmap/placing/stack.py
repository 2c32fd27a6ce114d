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

from argmap.placing.block import Block
from argmap.placing.metrics import CLEAR, Metrics
from argmap.placing.outline import Outline, Side, apart, joined, rectangle
from argmap.placing.placed import Point


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

    items: list[tuple[Block, float, float]]
    lanes: list[Lane]
    """From left to right."""
    outline: Outline
    x0: float
    x1: float
    y0: float
    y1: float
    middle: float


def runs(looks: Sequence[str]) -> int:
    """Return how many runs of equal looks there are."""
    return sum(1 for n, look in enumerate(looks) if not n or look != looks[n - 1])


def inset(looks: Sequence[str], sign: float, metrics: Metrics) -> float:
    """Return how far right of the outermost lane the units of a stack stand."""
    return (runs(looks) - 1) * metrics.lane + max(metrics.indent, sign + 9)


def stacked(units: Sequence[tuple[str, str, float, Block]], metrics: Metrics) -> Column:
    """Return a stack of units, each with its id, its look, the width of its sign, and its block."""
    looks = [look for _, look, _, _ in units]
    count = runs(looks)
    room = inset(looks, max(sign for _, _, sign, _ in units), metrics)
    left = -room  # of the outermost lane; cards begin at 0
    items: list[tuple[Block, float, float]] = []
    lanes: list[Lane] = []
    outline: Outline | None = None
    y = 0.0
    for id_, look, _, block in units:
        assert block.outline is not None
        x = -block.x0
        if outline is not None:
            more = metrics.branch if not items[-1][0].leaf else 0
            y = apart(outline.bottom, block.outline.top, x) + metrics.stack + more
        items.append((block, x, y))
        outline = _with(outline, block.outline, x, y)
        if not lanes or lanes[-1].look != look:
            lanes.append(Lane(left + (count - 1 - len(lanes)) * metrics.lane, look))
        lanes[-1].members.append((id_, _to_lane(block, lanes[-1].x, x, y)))
    assert outline is not None
    end = lanes[-1].members[-1][1][-1][1]
    strip = rectangle(left, items[0][0].y0, 0, end, CLEAR, metrics.gap / 2)
    # The next column begins right of all cards here, to be read after them.
    order: Side = ([0, 1], [max(block.reach + x for block, x, _ in items)])
    outline = Outline(
        joined(outline.left, strip.left),
        joined(outline.right, order),
        joined(outline.top, strip.top),
        joined(outline.bottom, strip.bottom),
    )
    lanes.reverse()
    first = items[0]
    return Column(
        items,
        lanes,
        outline,
        x0=left,
        x1=max(block.x1 + x for block, x, _ in items),
        y0=first[0].y0,
        y1=max(block.y1 + y for block, _, y in items),
        middle=first[0].middle + first[1],
    )


def _with(outline: Outline | None, other: Outline, x: float, y: float) -> Outline:
    """Return an outline with another piece added at (x, y)."""
    if outline is None:
        return shifted(other, x, y)
    return Outline(
        joined(outline.left, other.left, y, -x),
        joined(outline.right, other.right, y, x),
        joined(outline.top, other.top, x, -y),
        joined(outline.bottom, other.bottom, x, y),
    )


def shifted(outline: Outline, x: float, y: float) -> Outline:
    """Return an outline moved by (x, y)."""
    left, right, top, bottom = outline
    return Outline(
        ([at + y for at in left[0]], [far - x for far in left[1]]),
        ([at + y for at in right[0]], [far + x for far in right[1]]),
        ([at + x for at in top[0]], [far - y for far in top[1]]),
        ([at + x for at in bottom[0]], [far + y for far in bottom[1]]),
    )


def _to_lane(block: Block, lane: float, x: float, y: float) -> list[Point]:
    points = [(at[0] + x, at[1] + y) for at in block.stub]
    return [*points, (lane, block.anchor[1] + y)]
