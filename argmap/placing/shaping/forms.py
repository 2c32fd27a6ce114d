r"""Forms: all the ways in which a unit with what hangs from it can stand, as shapes.

    row          column       kids under a card:    row         stack      folded
    [a][b] (s)   +-[a]                             [card]      [card]     [card]
     |  |        +-[b]                             / | \        |-[ ]     /    \
                  |-(s)                          [ ][ ][ ]      |-[ ]   |-[ ] |-[ ]
                                                                |-[ ]   |-[ ] |-[ ]

Where units may stand crosswise, each may have any of these forms with x and y exchanged too, so
that in a picture from left to right what hangs from it stands below it. The order never changes.
Sizes here add up boxes; placing by outlines makes it smaller still.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from argmap.placing.arrangement import Form, Hang
from argmap.placing.heads import (
    column_height,
    last_of_column,
    level_of,
    room_left,
    room_over,
    row_width,
)
from argmap.placing.metrics import Metrics, inset, runs
from argmap.placing.nodes import CROSSWISE, LEFT, TOP, Held, Node
from argmap.placing.shapes import Shapes, below, beside, best
from argmap.placing.shaping.choices import Crosswise
from argmap.placing.shaping.folds import WHOLE, all_folds, balanced, chained, folded, row

MOST_COLUMNS = 6
"""Into how many columns many kids are folded, if not into a row."""
BEFORE_SIGN = 4
"""Between a unit that stands crosswise and its sign, if that is outside of it, and before that."""
HUNG_ODD, CROSSWISE_ODD, STACK_ODD, COLUMN_ODD, BELOW_ODD = 3, 3, 3, 1, 1
"""How far each of these departs from a plain tree, which is preferred where there is room."""


def find_shapes(node: Node, metrics: Metrics, keep: int) -> None:
    """Find the shapes of a node in both modes; those of its kids and sides are known."""
    other = node.crosswise
    held = None if node.is_leaf else node.held_crosswise
    for one, distances in ((node, metrics), (other, metrics.crosswise)):
        if one is not None:
            one.level = level_of(one, distances)
    here = {} if held else _own(node, metrics, keep)
    there = {} if held is False or other is None else _own(other, metrics.crosswise, keep)
    mixed = held is not None or node.hangs
    for mode in (TOP, LEFT):
        node.set_shapes(mode, _both(node, mode, here, there if mixed else {}, keep))
        if other is not None:
            other.set_shapes(mode, _both(other, mode, there, here if mixed else {}, keep))


def _both(
    node: Node, mode: str, own: Mapping[str, Shapes], turned: Mapping[str, Shapes], keep: int
) -> Shapes:
    """Return the shapes of a node in a mode, with those of the node that stands crosswise."""
    sign = node.sign[1] + 2 * BEFORE_SIGN if mode == TOP and node.look else 0
    found = [
        (high, wide + sign, odd + CROSSWISE_ODD, Crosswise(made))
        for wide, high, odd, made in turned.get(CROSSWISE[mode], ())
    ]
    return best([*own.get(mode, ()), *found], keep) if found else own[mode]


def _own(node: Node, metrics: Metrics, keep: int) -> dict[str, Shapes]:
    """Return the shapes of a node that does not stand crosswise, by mode."""
    if node.is_leaf:
        return {mode: _leaf(node, mode, metrics) for mode in (TOP, LEFT)}
    forms = _possible(node, metrics)
    inner = _inner(node, forms, metrics)
    several = [
        _fold_shapes(kids, held, metrics, keep) if len(kids) > 1 else []
        for kids, held in zip(node.kids, node.fold, strict=True)
    ]
    shapes: dict[str, Shapes] = {}
    for mode in (TOP, LEFT):
        folds = [
            many or best(_only_kid(node, n, LEFT if n in inner else mode, metrics), keep)
            for n, many in enumerate(several)
            if node.kids[n]
        ]
        found: Shapes = []
        if Form.ROW in forms:
            found += _rows(node, mode, folds, metrics)
        if Form.COLUMN in forms:
            found += _columns(node, mode, folds, metrics, keep)
        shapes[mode] = best(found, keep)
    return shapes


def _leaf(node: Node, mode: str, metrics: Metrics) -> Shapes:
    cell = node.cells[0]
    high = room_over(node, Form.ROW, mode, metrics) + cell.high
    return [(cell.left + cell.wide, high, 0, (Form.ROW, None, None))]


def _possible(node: Node, metrics: Metrics) -> tuple[Form, ...]:
    """Return the forms a node may have.

    It may be a column if only the last card has kids, or if it was one.
    """
    with_kids = [n for n, kids in enumerate(node.kids) if kids]
    several = len(node.cells) > 1 or (node.cells and node.sides)
    if several and node.form:
        return (node.form,)
    if not several or with_kids not in ([], [last_of_column(node, metrics)]):
        return (Form.ROW,)
    return (Form.ROW, Form.COLUMN)


def _rows(
    node: Node,
    mode: str,
    folds: Sequence[Shapes],
    metrics: Metrics,
) -> Shapes:
    """Return the shapes of cards beside each other, kids below, sides at the right."""
    wide = row_width(node, metrics) + room_left(node, Form.ROW, mode, metrics)
    high = room_over(node, Form.ROW, mode, metrics)
    high += max((cell.high for cell in node.cells), default=0)
    kids: Shapes = [(0.0, 0.0, 0, None)]
    if folds:
        kids = chained(folds[0])
        for fold in folds[1:]:
            kids = beside(kids, fold, metrics.gap)
    core = [(max(wide, w), high + h, odd, pick) for w, h, odd, pick in kids]
    core = best(core, len(core))
    if not node.sides:
        return [(w, h, odd, (Form.ROW, pick, None)) for w, h, odd, pick in core]
    sides = chained(node.sides[0].numbered[TOP])
    for side in node.sides[1:]:
        sides = beside(sides, side.numbered[TOP], metrics.beside)
    both = beside(core, sides, metrics.beside)
    return [(w, h, odd, (Form.ROW, *pick)) for w, h, odd, pick in both]


def _columns(node: Node, mode: str, folds: Sequence[Shapes], metrics: Metrics, keep: int) -> Shapes:
    """Return the shapes of cards below each other, their kids in between, and sides below."""
    left = room_left(node, Form.COLUMN, mode, metrics)
    wide = max(cell.wide for cell in node.cells) + left
    high = room_over(node, Form.COLUMN, mode, metrics) + column_height(node, metrics)
    kids: Shapes = [(0.0, 0.0, 0, None)]
    if folds:
        kids = chained(folds[0])
        for fold in folds[1:]:
            kids = below(kids, fold, metrics.branch)
    odd_here = COLUMN_ODD if len(node.cells) > 1 else 0
    core = [(max(wide, left + w), high + h, odd + odd_here, pick) for w, h, odd, pick in kids]
    core = best(core, len(core))
    if not node.sides:
        return [(w, h, odd, (Form.COLUMN, pick, None)) for w, h, odd, pick in core]
    left += _inset(node.sides, metrics)
    stack = _stacks(node.sides, metrics, keep)[-1]
    sides = [(w + left, h, odd, pick) for w, h, odd, pick in stack]
    both = below(core, sides, metrics.stack)
    return [(w, h, odd + BELOW_ODD, (Form.COLUMN, *pick)) for w, h, odd, pick in both]


def _inner(node: Node, forms: Sequence[Form], metrics: Metrics) -> range:
    """Return the numbers of cards in a column that others stand below."""
    if Form.ROW in forms:  # then only the last one has kids
        return range(0)
    last = last_of_column(node, metrics)
    return range(1, len(node.cells)) if last == 0 else range(last)


def _only_kid(node: Node, number: int, mode: str, metrics: Metrics) -> Shapes:
    """Return the shapes of a card's only kid.

    It stands under the card; but in a stack a single card hangs, or it would look like a sibling.
    """
    kids, held = node.kids[number], node.fold[number]
    under = _under([chained(_column(kids, 0, 1, [], metrics))], kids, metrics)
    hung = _hung(kids, kids[0].numbered[LEFT], metrics)
    if held is not None and held.hang is Hang.HUNG:
        return hung
    if mode != LEFT:
        return under
    if len(kids[0].cells) == 1:
        return hung
    return under if held is not None else hung + under


def _fold_shapes(kids: Sequence[Node], held: Held | None, metrics: Metrics, keep: int) -> Shapes:
    """Return the shapes of several kids of one card, with the channel above them."""
    count = len(kids)
    if held is not None and held.hang is Hang.UNDER and not held.columns:
        held = None
    if held is None and count <= WHOLE:
        stacks = [_stacks(kids[start:], metrics, keep) for start in range(count)]

        def column(start: int, stop: int) -> Shapes:
            return _column(kids, start, stop, stacks[start][stop - start - 1], metrics)

        found = [all_folds(count, column, metrics.gap, keep, stack=False)]
        return best(_hung(kids, stacks[0][-1], metrics) + _under(found, kids, metrics), keep)

    @cache
    def one_column(start: int, stop: int) -> Shapes:
        return _column(kids, start, stop, _stacks(kids[start:stop], metrics, keep)[-1], metrics)

    hung: Shapes = []
    if held is None or held.hang is not Hang.UNDER:
        hung = _hung(kids, _stacks(kids, metrics, keep)[-1], metrics)
        if held is not None:
            return hung
        lists = [kid.shapes[LEFT] for kid in kids]
        folds = [row(count), *balanced(lists, MOST_COLUMNS, metrics.stack)]
    else:
        folds = [held.columns]
    found = [folded(columns, one_column, metrics.gap) for columns in folds]
    return best(hung + _under(found, kids, metrics), keep)


def _hung(kids: Sequence[Node], stack: Shapes, metrics: Metrics) -> Shapes:
    """Return the shapes of one stack that hangs from the card."""
    high = metrics.head + metrics.foot + 2
    wide = metrics.first + _inset(kids, metrics)
    count = len(kids)
    if count == 1:
        stack = chained(stack)
    return [
        (w + wide, h + high, odd + HUNG_ODD + _pairs(count), (Hang.HUNG, (None, (0, count, pick))))
        for w, h, odd, pick in stack
    ]


def _stacks(units: Sequence[Node], metrics: Metrics, keep: int) -> list[Shapes]:
    """Return the shapes of stacks of the first unit, the first two and so on, without lanes."""
    found = [chained(units[0].numbered[LEFT])]
    for unit in units[1:]:
        found.append(best(below(found[-1], unit.numbered[LEFT], metrics.stack), keep))
    return found


def _inset(units: Sequence[Node], metrics: Metrics) -> float:
    return inset([unit.look for unit in units], max([unit.sign[0] for unit in units]), metrics)


def _column(kids: Sequence[Node], start: int, stop: int, stack: Shapes, metrics: Metrics) -> Shapes:
    """Return the shapes of one column: a single kid under the card, or a stack of these shapes."""
    if stop - start == 1:
        shapes = kids[start].numbered[TOP]
        return [(w, h, odd, (start, stop, (None, n))) for w, h, odd, n in shapes]
    wide = _inset(kids[start:stop], metrics)
    odd_here = _pairs(stop - start)
    return [(w + wide, h, odd + odd_here, (start, stop, pick)) for w, h, odd, pick in stack]


def _pairs(count: int) -> int:
    """Return how far a stack of so many departs from a plain tree: the more, the higher it is.

    It is counted by pairs, so two stacks of two are plainer than one of three and a single one.
    """
    return STACK_ODD * count * (count - 1) // 2


def _under(found: Sequence[Shapes], kids: Sequence[Node], metrics: Metrics) -> Shapes:
    """Return shapes of kids with the channel above them."""
    levels = runs([kid.look for kid in kids]) / 2 if len(kids) > 1 else 0
    high = metrics.head + metrics.foot + metrics.level * levels
    return [(w, h + high, odd, (Hang.UNDER, pick)) for some in found for w, h, odd, pick in some]
