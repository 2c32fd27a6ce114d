"""The head of a block: its cards, the joint in which their lines meet, its sign and its anchor.

ROW, TOP       ROW, LEFT        COLUMN, TOP     COLUMN, LEFT
|                            |
__o__       --o____ ____       o                 +-[a]
|     |          |  |           +-[a]          --o|
[a]   [b]        [a][b]          +-[b]             +-[b]
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from itertools import pairwise

from argmap.frozen import slotted
from argmap.placing.arrangement import Form
from argmap.placing.courses import Point
from argmap.placing.metrics import CORNER, HALO, JOINT, OFF_EDGE, RADIUS, Metrics, runs
from argmap.placing.nodes import LEFT, SIDE, TOP, Cell, Node

HALF = JOINT / 2
ARM = 10
"""From a card's edge to a joint at its corner."""
SPINE = 8
"""From linked premises in a column to the line that ties them."""
AIR = 4
"""Between a line and the sign beside it."""
UNDER_LINE = 3
"""Between a title and the line over it, which in a picture turned upside down is at its top."""
BESIDE_JOINT = 10
"""Between a title and the joint beside it."""
AROUND_JOINT = HALF + 3
"""How far the halo of linked cards reaches from the middle of their joint."""
ABOVE = 9
"""From a joint at the left up to the line of what bears on it from the right."""


@slotted
class Head:
    """The cards of a unit with where they stand, and what is drawn about them."""

    cards: list[tuple[Cell, float, float]] = field(default_factory=list)
    joint: Point | None = None
    lines: list[tuple[int, list[Point]]] = field(default_factory=list)
    """From each premise, by its number in the relation, to the joint."""
    sign: tuple[float, float] | None = None
    """The top left corner of the sign."""
    anchor: Point = (0, 0)
    stub: list[Point] = field(default_factory=list)
    x0: float = 0
    x1: float = 0
    y0: float = 0
    y1: float = 0
    middle: float = 0


def linked_gap(one: Cell, other: Cell, metrics: Metrics) -> float:
    """Return the gap between two linked cards: those of one halo, or of none, stand close."""
    later = one if one.number > other.number else other
    return max(metrics.linked, later.apart)


def row_width(node: Node, metrics: Metrics) -> float:
    """Return how wide the cards of a node are beside each other, without room left of the first."""
    cells = node.cells
    if not cells:
        return JOINT
    wide = sum(cell.wide for cell in cells) + sum(cell.left for cell in cells[1:])
    return wide + sum(linked_gap(a, b, metrics) for a, b in pairwise(cells))


def middle_of_row(node: Node, metrics: Metrics) -> float:
    """Return the x half-way between the middles of the first and the last card of a row."""
    first, last = node.cells[0], node.cells[-1]
    return (first.wide / 2 + row_width(node, metrics) - last.wide / 2) / 2


def column_height(node: Node, metrics: Metrics) -> float:
    """Return how high the cards of a node are below each other, without room over the first."""
    cells = node.cells[::-1] if metrics.flipped else node.cells
    high = sum(cell.high for cell in cells) + sum(cell.over for cell in cells[1:])
    return high + sum(linked_gap(a, b, metrics) for a, b in pairwise(cells))


def first_of_column(node: Node, metrics: Metrics) -> Cell:
    """Return the card that stands first in a column."""
    return node.cells[-1] if metrics.flipped else node.cells[0]


def last_of_column(node: Node, metrics: Metrics) -> int:
    """Return the number of the cell that stands last in a column, whose kids may hang below."""
    return 0 if metrics.flipped else len(node.cells) - 1


def _middle_of_column(node: Node, metrics: Metrics) -> float:
    """Return the y half-way between the middles of the first and the last card of a column."""
    first, last = first_of_column(node, metrics), node.cells[last_of_column(node, metrics)]
    return (first.high / 2 + column_height(node, metrics) - last.high / 2) / 2


def is_lifted(node: Node, form: Form, mode: str, metrics: Metrics) -> bool:
    """Whether the titles over the first card of a row stand higher, over the bracket."""
    if not node.joint or form is Form.COLUMN or not node.cells or not node.cells[0].over:
        return False
    if mode == LEFT:
        return not node.sides
    first, middle = node.cells[0], middle_of_row(node, metrics)
    longest = max(wide for wide, _ in first.titles)
    taken = BESIDE_JOINT + (node.sign[0] if node.sides else 0)
    alone = any(cell.reach < first.reach for cell in node.cells)
    if alone and first.wide + first.reach > middle:  # the joint would stand on its edge
        return False
    return mode == TOP and longest < middle - taken


def bar_level(node: Node, mode: str, metrics: Metrics) -> float:
    """Return the y of the line that ties the cards of a row."""
    cells = node.cells[1:] if is_lifted(node, Form.ROW, mode, metrics) else node.cells
    return -max((cell.over for cell in cells), default=0) - metrics.bar


def title_level(node: Node, form: Form, mode: str, metrics: Metrics) -> float:
    """Return the y of the lower edge of the titles over the first card."""
    if not (node.joint and is_lifted(node, form, mode, metrics)):
        return 0
    return bar_level(node, mode, metrics) - (UNDER_LINE if metrics.flipped else 0)


def joint_level(node: Node, mode: str, metrics: Metrics) -> float:
    """Return the y of the joint of a row: level with the joints beside it, if it can be."""
    if not node.cells:
        return _highest_side(node)
    bar = bar_level(node, mode, metrics)
    return bar if mode == LEFT else min(bar - metrics.drop, _highest_side(node))


def side_level(node: Node, mode: str, metrics: Metrics) -> float:
    """Return the y of the first line from what stands beside the cards of a row."""
    level = joint_level(node, mode, metrics)
    return min(level - ABOVE, _highest_side(node)) if mode == LEFT else level


def _highest_side(node: Node) -> float:
    """Return the y of the highest joint or sign of what stands beside the cards of a row."""
    return min([side.level for side in node.sides], default=0)


def level_of(node: Node, metrics: Metrics) -> float:
    """Return the y of what the line of a unit that stands beside others has to pass over.

    It is the level of its joint, so that joints are level; without one, that of its sign.
    """
    if node.joint:
        return joint_level(node, SIDE, metrics)
    cell = node.cells[0]
    return -max(cell.over, cell.reach - 2) - node.sign[1] - AIR


def room_over(node: Node, form: Form, mode: str, metrics: Metrics) -> float:
    """Return how far a block reaches up from its first card's upper edge."""
    sign = node.sign[1] + AIR if node.look else 0
    if form is Form.COLUMN:
        over = first_of_column(node, metrics).over
        if mode == LEFT:
            return max(over, sign - _middle_of_column(node, metrics))
        return max(over, ARM + HALF) + sign
    if not node.joint:
        cell = node.cells[0]
        return max(cell.over, sign - cell.high / 2) if mode == LEFT else cell.over + sign
    titles = _titles_over(node, mode, metrics)
    level = -joint_level(node, mode, metrics)
    if mode == LEFT:
        line = 1 - side_level(node, mode, metrics) if node.sides else 0
        return max(titles, level + HALF + 1, line)
    under_sign = titles + OFF_EDGE if _is_under_sign(node, metrics) else 0
    return max(titles, max(level + HALF, under_sign) + sign)


def _titles_over(node: Node, mode: str, metrics: Metrics) -> float:
    """Return how far up titles reach that stand over the bracket of a row; 0 if none do."""
    if not is_lifted(node, Form.ROW, mode, metrics):
        return 0
    return node.cells[0].over - title_level(node, Form.ROW, mode, metrics)


def _is_under_sign(node: Node, metrics: Metrics) -> bool:
    """Whether the halo of the first card of a row reaches under the sign beside the joint."""
    if not node.cells or not node.cells[0].reach:
        return False
    first = node.cells[0]
    sign = node.sign[0] if node.sides else -2 * AIR
    return first.wide + first.reach + OFF_EDGE > middle_of_row(node, metrics) - AIR - sign


def room_left(node: Node, form: Form, mode: str, metrics: Metrics) -> float:
    """Return how far a block reaches left from its first card's left edge."""
    if not node.joint:
        return node.cells[0].left
    left = max((cell.left for cell in node.cells), default=0)
    lanes = runs([side.look for side in node.sides])
    if form is Form.COLUMN:
        if mode == LEFT:
            spine = SPINE + 1 if len(node.cells) > 1 else 0
            return left + spine + SPINE + HALF + metrics.lane * max(0, lanes - 1)
        return left + SPINE + HALF + metrics.lane * lanes
    if not node.cells:
        return 0
    return left + ARM + HALF if mode == LEFT else node.cells[0].left


def head(node: Node, form: Form, mode: str, metrics: Metrics, depths: Mapping[int, float]) -> Head:
    """Return the head of a node in a form and mode, its first card at (0, 0).

    In a column, `depths` are left free below some cards, for what hangs from them.
    """
    if not node.joint:
        return _left_alone(node) if mode == LEFT else _alone(node, metrics)
    if form is Form.COLUMN:
        found = _column_of_cards(node, metrics, depths)
    else:
        found = _row_of_cards(node, metrics)
    found.y0 = -room_over(node, form, mode, metrics)
    found.x0 = -room_left(node, form, mode, metrics)
    _join(found, node, form, mode, metrics)
    return found


def _alone(node: Node, metrics: Metrics) -> Head:
    """Return the head of a single card whose arrow leaves at the top."""
    cell = node.cells[0]
    x = cell.wide / 2
    found = Head([(cell, 0, 0)], x0=-cell.left, x1=cell.wide, y0=-cell.over, y1=cell.high, middle=x)
    if node.look:
        wide, high = node.sign
        bottom = -max(cell.over + 2, cell.reach)
        found.sign = (x - AIR - wide if metrics.sideways else x + AIR, bottom - high)
        found.y0 -= high + AIR
    found.anchor = (x, found.y0)
    found.stub = [(x, _top_start(cell, x))]
    return found


def _left_alone(node: Node) -> Head:
    """Return the head of a single card whose arrow leaves at the left."""
    cell = node.cells[0]
    y = cell.high / 2
    wide, high = node.sign
    return Head(
        [(cell, 0, 0)],
        sign=(-max(cell.left + 3, cell.reach and cell.reach + OFF_EDGE) - wide, y - 3 - high),
        anchor=(-cell.left, y),
        stub=[(_left_start(cell, y), y)],
        x0=-cell.left,
        x1=cell.wide,
        y0=-max(cell.over, high + AIR - y),
        y1=cell.high,
        middle=cell.wide / 2,
    )


def _row_of_cards(node: Node, metrics: Metrics) -> Head:
    found = Head()
    x = 0.0
    for number, cell in enumerate(node.cells):
        if number:
            x += linked_gap(node.cells[number - 1], cell, metrics) + cell.left
        found.cards.append((cell, x, 0))
        x += cell.wide
    found.x1 = x or JOINT
    found.y1 = max((cell.high for cell in node.cells), default=HALF + 1)
    found.middle = found.x1 / 2
    return found


def _column_of_cards(node: Node, metrics: Metrics, depths: Mapping[int, float]) -> Head:
    found = Head()
    cells = node.cells[::-1] if metrics.flipped else node.cells
    y = 0.0
    for number, cell in enumerate(cells):
        if number:
            before = cells[number - 1]
            y += linked_gap(before, cell, metrics) + cell.over + depths.get(before.place, 0)
        found.cards.append((cell, 0, y))
        y += cell.high
        found.x1 = max(found.x1, cell.wide)
    found.y1 = y
    found.middle = cells[0].wide / 2
    return found


def _top_start(cell: Cell, x: float) -> float:
    """Return the y where a line upwards from a card starts: at the card, or over its title."""
    return 0 if not cell.over or x > _longest(cell) + AIR else -cell.over


def _longest(cell: Cell) -> float:
    return max((wide for wide, _ in cell.titles), default=0)


def _left_start(cell: Cell, y: float) -> float:
    return 0 if not cell.left or y > _longest(cell) + AIR else -cell.left


def _join(found: Head, node: Node, form: Form, mode: str, metrics: Metrics) -> None:
    """Draw the joint, the lines to it, and its arrow up to the anchor."""
    if form is Form.COLUMN:
        x, y = _spine(found, mode)
    else:
        x, y = _bracket(found, node, mode, metrics)
    found.joint = (x, y)
    wide, high = node.sign
    if mode == LEFT:
        found.anchor = (found.x0, y)
        found.stub = [(x - HALF, y)]
        top = y - 3 - high if form is Form.COLUMN else y + 3
        found.sign = (found.x0 - max(3, _halo_of_joint(node) + OFF_EDGE - HALF) - wide, top)
        found.y1 = max(found.y1, found.sign[1] + high)
        return
    found.anchor = (x, found.y0)
    found.stub = [(x, y - HALF)]
    leftwards = form is Form.ROW and (mode == SIDE or node.sides or metrics.sideways)
    over = y - HALF
    if form is Form.COLUMN:
        over = min(over, -max(found.cards[0][0].over, found.cards[0][0].reach))
    elif _is_under_sign(node, metrics):
        over = min(over, -_titles_over(node, mode, metrics) - OFF_EDGE + 1)
    bottom = over - max(1, _halo_of_joint(node) + 1 - HALF)
    found.sign = (x - AIR - wide if leftwards else x + AIR, bottom - high)


def _halo_of_joint(node: Node) -> float:
    """Return how far the halos around linked cards may reach from their joint; 0 without one."""
    inner = min((cell.reach for cell in node.cells), default=0)
    return AROUND_JOINT + inner - HALO if inner else 0


def _bracket(found: Head, node: Node, mode: str, metrics: Metrics) -> Point:
    """Draw lines from the cards of a row up to a bar and to the joint; return the joint."""
    level = joint_level(node, mode, metrics)
    if not found.cards:
        return (HALF, level)
    bar = bar_level(node, mode, metrics)
    if mode == LEFT:
        joint = (-max(cell.left for cell, _, _ in found.cards) - ARM, level)
    else:
        found.middle = middle_of_row(node, metrics)
        joint = (found.middle, level)
    lifted = is_lifted(node, Form.ROW, mode, metrics)
    for number, (cell, x, _) in enumerate(found.cards):
        at = _straight(x + cell.wide / 2, joint[0], (x, x + cell.wide))
        start = 0 if lifted and not number else _top_start(cell, at - x)
        found.lines.append((cell.number, [(at, start), (at, bar), (joint[0], bar), joint]))
    return joint


def _spine(found: Head, mode: str) -> Point:
    """Draw lines from the cards of a column left to a spine and to the joint; return the joint."""
    left = max(cell.left for cell, _, _ in found.cards)
    middles = [y + cell.high / 2 for cell, _, y in found.cards]
    spine = -left - SPINE
    if mode == LEFT:
        x = spine - SPINE - 1 if len(middles) > 1 else spine
        joint = (x, (middles[0] + middles[-1]) / 2)
    else:
        joint = (spine, -ARM)
    for (cell, _, top), middle in zip(found.cards, middles, strict=True):
        y = _straight(middle, joint[1], (top, top + cell.high))
        start = (_left_start(cell, y - top), y)
        found.lines.append((cell.number, [start, (spine, y), (spine, joint[1]), joint]))
    return joint


def _straight(middle: float, joint: float, edge: tuple[float, float]) -> float:
    """Return where a line leaves a card: in the middle, or straight to a joint that is close by.

    A step that is too short for its two corners looks like a slip of the pen.
    """
    free = edge[0] + CORNER <= joint <= edge[1] - CORNER
    return joint if free and abs(middle - joint) < 2 * RADIUS else middle
