"""What bears on the cards of a unit: groups of kids below them.

[a]     [b]        Every group stands as near under its card as the others let it. All arrows
|_____  |___      run through one channel between the cards and the kids.
| |   |    |
[ ][ ][ ]  [ ]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.placing.arrangement import Form, Hang
from argmap.placing.block import Block
from argmap.placing.building.channel import (
    STRAIGHT,
    Bus,
    Channel,
    between_corners,
    channel,
    ports,
)
from argmap.placing.building.crosswise import top_with_halos
from argmap.placing.building.group import Group, grouped, near, risen, together
from argmap.placing.building.stack import Column, Lane, Row, alone, stacked
from argmap.placing.building.unfinished_block import UnfinishedBlock
from argmap.placing.heads import SPINE
from argmap.placing.metrics import HALO, Metrics
from argmap.placing.nodes import LEFT, TOP, Cell, Node
from argmap.placing.outline import Corners, Outline, Side, joined, over
from argmap.placing.shaping.choices import Choice

AIR = 2
"""Between the lane of what bears on a relation, and the halo of what hangs beside it."""


class Hanging(NamedTuple):
    """A card with its kids: where the card stands, and the group of what bears on it."""

    cell: Cell
    x: float
    bottom: float
    group: Group


class Shared(NamedTuple):
    """The lanes that lead to one port of a card, with how far right each has been moved."""

    bus: Bus
    card: Hanging
    lanes: tuple[tuple[Lane, float], ...]


def hang(
    draft: UnfinishedBlock, groups: Mapping[int, Group], lean: float = 0
) -> tuple[float, float] | None:
    """Put the kids of all cards below them, and draw their arrows through one channel.

    `lean` moves them further right than under their cards. Return from where to where they reach.
    """
    hanging = [
        Hanging(cell, x, y + cell.high, groups[cell.place])
        for cell, x, y in draft.head.cards
        if cell.place in groups
    ]
    if not hanging:
        return None
    if draft.chosen.form is Form.ROW:
        return _hang(draft, hanging, draft.head.y1, None if draft.mode != LEFT else 0, lean)
    for one in hanging[:-1]:
        _hang(draft, [one], one.bottom, draft.metrics.indent)
    inner = hanging[-1].cell is not draft.head.cards[-1][0]
    bound = draft.metrics.reach + AIR - SPINE if draft.node.sides else 0
    bound = draft.metrics.indent if inner else max(0, bound)
    return _hang(draft, hanging[-1:], hanging[-1].bottom, bound)


def _hang(
    draft: UnfinishedBlock,
    hanging: Sequence[Hanging],
    top: float,
    bound: float | None,
    lean: float = 0,
) -> tuple[float, float]:
    """Hang kids through one channel that begins at `top`, none of them left of a bound."""
    gap = draft.metrics.gap
    outlines = _outlines(hanging, draft.metrics)
    xs = near([_wanted(one) + lean for one in hanging], outlines, gap)
    if bound is not None:
        left = min(one.group.x0 + x for one, x in zip(hanging, xs, strict=True))
        xs = [x + max(0.0, bound - left) for x in xs]
    shared = [bus for one, x in zip(hanging, xs, strict=True) for bus in _shared(one, x)]
    through = channel([one.bus for one in shared], draft.metrics)
    bottom = top + through.height
    base = bottom + _rise(hanging, shared, draft.metrics)
    _arrows(draft, through, shared, bottom, base)
    outline = outlines[0]
    if len(hanging) > 1:
        outline = together(outlines, [x - xs[0] for x in xs])
    _take_up(draft, outline.moved(xs[0], base), shared, (top, bottom))
    _add(draft, hanging, xs, base)
    return (
        min(one.group.x0 + x for one, x in zip(hanging, xs, strict=True)),
        max(one.group.x1 + x for one, x in zip(hanging, xs, strict=True)),
    )


def _rise(hanging: Sequence[Hanging], shared: Sequence[Shared], metrics: Metrics) -> float:
    """Return how far below the channel the first cards stand."""
    rise = max(-one.group.y0 for one in hanging)
    if all(one.bus.straight for one in shared):
        return rise
    crosswise = [
        -top_with_halos(block, metrics) - down
        for one in hanging
        for column, _ in one.group.columns
        for _, block, _, down in column.items
        if block.inside
    ]
    return max(rise, HALO, *crosswise)


def groups_of(
    node: Node, chosen: Choice, metrics: Metrics, bent: Block | None = None
) -> dict[int, Group]:
    """Return the kids of each card that has some below it, `bent` in place of an only kid."""
    return {
        place: _group(node, chosen, place, metrics, bent)
        for place, fold in enumerate(chosen.folds)
        if fold is not None
    }


def depths_of(node: Node, groups: Mapping[int, Group], metrics: Metrics) -> dict[int, float]:
    """Return how much room the kids of each card take up below it in a column."""
    found: dict[int, float] = {}
    for cell in node.cells:
        if cell.place in groups:
            one = Hanging(cell, 0, 0, groups[cell.place])
            shared = _shared(one, max(_wanted(one), metrics.indent - one.group.x0))
            through = channel([bus.bus for bus in shared], metrics)
            rise = _rise([one], shared, metrics)
            found[cell.place] = through.height + rise + one.group.y1 + metrics.stack
    return found


def _group(node: Node, chosen: Choice, place: int, metrics: Metrics, bent: Block | None) -> Group:
    """Return the kids of one card that has some."""
    kids, fold, first = node.kids[place], chosen.folds[place], node.first_kids[place]
    assert fold is not None
    columns: list[Column] = []
    for start, stop in fold.columns:
        picks = chosen.picks[first + start : first + stop]
        if stop - start == 1 and fold.hang is Hang.UNDER:
            block = bent or kids[start].blocks[TOP, picks[0]]
            columns.append(alone(first + start, kids[start].look, block))
        else:
            columns.append(stack(kids[start:stop], picks, first + start, metrics))
    group = grouped(columns, metrics)
    if fold.hang is Hang.HUNG:
        group.lead = metrics.first - group.x0
    elif len(kids) == 1 and kids[0].cells and columns[0].lanes[0].x < 0:
        group.lead = metrics.first - columns[0].lanes[0].x  # its arrow leaves at a corner
    return group


def stack(units: Sequence[Node], picks: Sequence[int], number: int, metrics: Metrics) -> Column:
    """Return a stack of units in their order, from top to bottom in the picture.

    The first of them is `number` of all that hangs here.
    """
    rows = [
        Row(n, unit.look, unit.sign[0], unit.blocks[LEFT, pick])
        for n, (unit, pick) in enumerate(zip(units, picks, strict=True), number)
    ]
    return stacked(rows[::-1] if metrics.flipped else rows, metrics)


def _wanted(one: Hanging) -> float:
    """Return where the x = 0 of a card's kids should be."""
    if one.group.lead is not None:
        return one.x + one.group.lead
    return one.x + one.cell.wide / 2 - one.group.middle


def _shared(one: Hanging, x: float) -> list[Shared]:
    """Return the lanes of a card's kids, neighbours of one look together, with their ports."""
    together: list[list[tuple[Lane, float]]] = []
    for column, at in one.group.columns:
        for lane in column.lanes:
            if together and together[-1][0][0].look == lane.look:
                together[-1].append((lane, at + x))
            else:
                together.append([(lane, at + x)])
    xs = [tuple(lane.x + at for lane, at in bus) for bus in together]
    low, high = between_corners(one.x, one.cell.wide, len(xs))
    found: list[Shared] = []
    for bus, lanes, port in zip(together, xs, ports(one.x, one.cell.wide, xs), strict=True):
        straight = len(lanes) == 1 and abs(lanes[0] - port) <= STRAIGHT and low <= lanes[0] <= high
        found.append(Shared(Bus(lanes[0] if straight else port, lanes, straight), one, tuple(bus)))
    return found


def _arrows(
    draft: UnfinishedBlock, through: Channel, shared: Sequence[Shared], bottom: float, base: float
) -> None:
    for number, (bus, card, lanes) in enumerate(shared):
        level = through.level(number, bottom, draft.metrics)
        for lane, at in lanes:
            for which, points in lane.members:
                way = [(px + at, py + base) for px, py in points]
                if not bus.straight:
                    way += [(lane.x + at, level), (bus.port, level)]
                draft.draw(which, None, [*way, (bus.port, card.bottom)])


def _outlines(hanging: Sequence[Hanging], metrics: Metrics) -> list[Outline]:
    """Return the outlines of groups that stand beside each other, with the lanes up from each."""
    top = min(one.group.y0 for one in hanging)
    found: list[Outline] = []
    for _, _, _, group in hanging:
        (first, _), (last, right) = group.columns[0], group.columns[-1]
        lanes = (first.lanes[0].x, last.lanes[-1].x + right)
        found.append(risen(group.outline, lanes, (top, group.y0), metrics))
    return found


def _take_up(
    draft: UnfinishedBlock, kids: Outline, shared: Sequence[Shared], levels: tuple[float, float]
) -> None:
    """Add the room that the kids take up, and the channel, whose top and bottom are given."""
    top, bottom = levels
    reach = [at for one in shared for at in (one.bus.port, *one.bus.lanes)]
    low, high = min(reach), max(reach)
    head = draft.outline
    if top < draft.head.y1 or (kids.top and kids.top[0][0] > draft.x1):
        draft.cover((low, top, high, bottom))  # the kids are beside the head, not below all of it
        draft.outline = draft.outline.joined(kids, 0, 0)
    else:
        start = top + draft.metrics.clear
        draft.outline = Outline(
            over(head.left, (start, -low), kids.left),
            over(head.right, (start, high), kids.right),
            *(_ends(draft, (low, top, high, bottom), kids) or ()),
        )
    draft.stretch(0, 0, (low, top, high, bottom))


def _add(
    draft: UnfinishedBlock, hanging: Sequence[Hanging], xs: Sequence[float], base: float
) -> None:
    """Add the kids, the first cards of which stand at `base`."""
    for (_, _, _, group), x in zip(hanging, xs, strict=True):
        draft.stretch(x, base, (group.x0, group.y0, group.x1, group.y1))
        for column, at in group.columns:
            for which, block, right, down in column.items:
                draft.add((which, block, x + at + right, base + down))


def _ends(draft: UnfinishedBlock, way: Corners, below: Outline) -> tuple[Side, Side] | None:
    """Return top and bottom of a head with something below it, and a way between the two."""
    top, bottom = draft.outline.top, draft.outline.bottom
    if not (top and bottom and below.top and below.bottom):
        return None
    left, right = top[0][0], top[0][-1]
    if below.top[0][0] < left or below.top[0][-1] > right:  # else the head covers it
        top = joined(top, below.top)
    if way[0] < left or way[2] > right:
        air = draft.metrics.gap / 2
        top = joined(top, ([way[0] - air, way[2] + air], [-way[1]]))
    if below.bottom[0][0] <= bottom[0][0] and below.bottom[0][-1] >= bottom[0][-1]:
        return top, below.bottom  # it covers the head
    return top, joined(bottom, below.bottom)
