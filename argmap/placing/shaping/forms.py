r"""Forms: all the ways in which a unit with what hangs from it can stand, as shapes.

    row          column       kids under a card:    row         stack      folded
    [a][b] (s)   +-[a]                             [card]      [card]     [card]
     |  |        +-[b]                             / | \        |-[ ]     /    \
                  |-(s)                          [ ][ ][ ]      |-[ ]   |-[ ] |-[ ]
                                                                |-[ ]   |-[ ] |-[ ]

Sizes here add up boxes; placing by outlines makes it smaller still. The order never changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

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
from argmap.placing.nodes import LEFT, SIDE, TOP, Held, Node
from argmap.placing.shapes import Shapes, below, beside, best
from argmap.placing.shaping.folds import (
    WHOLE,
    all_folds,
    balanced,
    chained,
    folded,
    row,
    unrolled,
)

MOST_COLUMNS = 6
"""Into how many columns many kids are folded, if not into a row."""
ASIDE_AIR = 5
"""Between the lanes of what hangs aside and its blocks."""
HUNG_ODD, ASIDE_ODD, STACK_ODD, COLUMN_ODD, BELOW_ODD = 3, 3, 2, 2, 2
"""How far each of these departs from a plain tree, which is preferred where there is room."""


class FoldChoice(NamedTuple):
    """How the kids of a card stand: each column from which kid to which, with their shapes."""

    hang: Hang
    columns: tuple[tuple[int, int, tuple[int, ...]], ...]


class Choice(NamedTuple):
    """What makes a shape of a unit: the form, the folds card by card, the shapes of its sides."""

    form: Form
    folds: tuple[FoldChoice | None, ...]
    sides: tuple[int, ...]


def find_shapes(node: Node, metrics: Metrics, keep: int) -> None:
    """Find the shapes of a node in both modes; those of its kids and sides are known."""
    node.level = level_of(node, metrics)
    if node.is_leaf:
        for mode in (TOP, LEFT):
            cell = node.cells[0]
            high = room_over(node, Form.ROW, mode, metrics) + cell.high
            node.set_shapes(mode, [(cell.left + cell.wide, high, 0, (Form.ROW, None, None))])
        return
    forms = _possible(node, metrics)
    inner = _inner(node, forms, metrics)
    aside = _aside(node, metrics, keep)
    only_aside = bool(aside) and node.fold[-1] is not None
    several = [
        _fold_shapes(kids, held, metrics, keep) if len(kids) > 1 else []
        for kids, held in zip(node.kids, node.fold, strict=True)
    ]
    for mode in (TOP, LEFT):
        folds = [
            many or best(_only_kid(node, n, LEFT if n in inner else mode, metrics), keep)
            for n, many in enumerate(several)
            if node.kids[n]
        ]
        found: Shapes = []
        if Form.ROW in forms and not only_aside:
            found += _rows(node, mode, folds, metrics)
        if Form.COLUMN in forms:
            found += _columns(node, mode, folds, metrics, keep)
        if aside:
            found += _rows(node, mode, folds[:-1], metrics, aside)
        node.set_shapes(mode, best(found, keep))


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


def choice(node: Node, mode: str, number: int) -> Choice:
    """Return what makes a shape of a node, unrolled."""
    form, folds, sides = node.shapes[TOP if mode == SIDE else mode][number][3]
    records = iter(unrolled(folds))
    return Choice(
        form,
        tuple(_fold_choice(next(records)) if kids else None for kids in node.kids),
        tuple(unrolled(sides)),
    )


def _fold_choice(record: Any) -> FoldChoice:
    hang, columns = record
    return FoldChoice(
        hang, tuple((a, b, tuple(unrolled(picks))) for a, b, picks in unrolled(columns))
    )


def choices_below(node: Node, chosen: Choice) -> Iterator[tuple[Node, str, int]]:
    """Return the units right below a node, each with the mode and shape it has got."""
    for kids, fold in zip(node.kids, chosen.folds, strict=True):
        if fold is None:
            continue
        for start, stop, picks in fold.columns:
            upwards = fold.hang is Hang.ASIDE or (fold.hang is Hang.UNDER and stop - start == 1)
            mode = TOP if upwards else LEFT
            for kid, pick in zip(kids[start:stop], picks, strict=True):
                yield kid, mode, pick
    mode = SIDE if chosen.form is Form.ROW else LEFT
    for side, pick in zip(node.sides, chosen.sides, strict=True):
        yield side, mode, pick


def _rows(
    node: Node,
    mode: str,
    folds: Sequence[Shapes],
    metrics: Metrics,
    aside: Shapes | None = None,
) -> Shapes:
    """Return the shapes of cards beside each other, kids below or aside, sides at the right."""
    wide = row_width(node, metrics) + room_left(node, Form.ROW, mode, metrics)
    high = room_over(node, Form.ROW, mode, metrics)
    high += max((cell.high for cell in node.cells), default=0)
    kids: Shapes = [(0.0, 0.0, 0, None)]
    if folds:
        kids = chained(folds[0])
        for fold in folds[1:]:
            kids = beside(kids, fold, metrics.gap)
    core = [(max(wide, w), high + h, odd, pick) for w, h, odd, pick in kids]
    if aside:
        core = beside(core, aside, 0)
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
    if mode != LEFT:
        return under
    hung = _hung(kids, kids[0].numbered[LEFT], metrics)
    if len(kids[0].cells) == 1 or (held is not None and held.hang is not Hang.UNDER):
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


def _aside(node: Node, metrics: Metrics, keep: int) -> Shapes:
    """Return the shapes of the last card's kids beside it, in a picture that is to be turned."""
    if not metrics.sideways or not node.kids or not node.kids[-1] or node.form is Form.COLUMN:
        return []
    kids, held = node.kids[-1], node.fold[-1]
    lanes = runs([kid.look for kid in kids])
    if held is not None and held.hang is not Hang.ASIDE:
        return []
    if aside_room(lanes, metrics) > node.cells[-1].high:  # its lanes have to end on the card
        return []
    found = chained(kids[0].numbered[TOP])
    for kid in kids[1:]:
        found = beside(found, kid.numbered[TOP], metrics.stack)
    over = aside_room(lanes, metrics)
    wide = metrics.head + metrics.foot + 2
    return [
        (w + wide, h + over, odd + ASIDE_ODD, (Hang.ASIDE, (None, (0, len(kids), pick))))
        for w, h, odd, pick in best(found, keep)
    ]


def aside_room(lanes: int, metrics: Metrics) -> float:
    """Return how far below a card's upper edge what hangs aside begins."""
    return metrics.first + (lanes - 1) * metrics.lane + ASIDE_AIR


def _hung(kids: Sequence[Node], stack: Shapes, metrics: Metrics) -> Shapes:
    """Return the shapes of one stack that hangs from the card."""
    high = metrics.head + metrics.foot + 2
    wide = metrics.first + _inset(kids, metrics)
    count = len(kids)
    if count == 1:
        stack = chained(stack)
    return [
        (w + wide, h + high, odd + HUNG_ODD, (Hang.HUNG, (None, (0, count, pick))))
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
    return [(w + wide, h, odd + STACK_ODD, (start, stop, pick)) for w, h, odd, pick in stack]


def _under(found: Sequence[Shapes], kids: Sequence[Node], metrics: Metrics) -> Shapes:
    """Return shapes of kids with the channel above them."""
    levels = runs([kid.look for kid in kids]) / 2 if len(kids) > 1 else 0
    high = metrics.head + metrics.foot + metrics.level * levels
    return [(w, h + high, odd, (Hang.UNDER, pick)) for some in found for w, h, odd, pick in some]
