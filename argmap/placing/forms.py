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
from typing import Any, NamedTuple

from argmap.placing.arrangement import Form, Hang, held_columns
from argmap.placing.block import LEFT, TOP
from argmap.placing.folds import (
    WHOLE,
    all_folds,
    balanced,
    chained,
    folded,
    numbered,
    row,
    unrolled,
)
from argmap.placing.heads import column_height, last_of_column, room_left, room_over, row_width
from argmap.placing.metrics import Metrics
from argmap.placing.nodes import Node
from argmap.placing.shapes import Shapes, below, beside, best
from argmap.placing.stack import inset, runs

MOST_COLUMNS = 6
"""Into how many columns many kids are folded, if not into a row."""
ASIDE_AIR = 5
"""Between the lanes of what hangs aside and its blocks."""
HUNG_ODD, ASIDE_ODD, STACK_ODD, COLUMN_ODD, BELOW_ODD = 2, 2, 1, 1, 1
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
    forms = _possible(node, metrics)
    aside = _aside(node, metrics, keep)
    for mode in (TOP, LEFT):
        folds = [
            _fold_shapes(node, n, mode, metrics, keep) for n, kids in enumerate(node.kids) if kids
        ]
        found: Shapes = []
        for form in forms:
            found += (_rows if form is Form.ROW else _columns)(node, mode, folds, metrics)
        if aside:
            found += _rows(node, mode, folds[:-1], metrics, aside)
        node.shapes[mode] = best(found, keep)


def _possible(node: Node, metrics: Metrics) -> tuple[Form, ...]:
    """Return the forms a node may have: in a column only the last card has room for kids."""
    with_kids = [n for n, kids in enumerate(node.kids) if kids]
    several = len(node.cells) > 1 or (node.cells and node.sides)
    if not several or with_kids not in ([], [last_of_column(node, metrics)]):
        return (Form.ROW,)
    return (node.form,) if node.form else (Form.ROW, Form.COLUMN)


def choice(node: Node, mode: str, number: int, metrics: Metrics) -> Choice:
    """Return what makes a shape of a node, unrolled and in the order of the file."""
    form, folds, sides = node.shapes[mode][number][3]
    records = iter(unrolled(folds))
    picks = unrolled(sides)
    return Choice(
        form,
        tuple(_fold_choice(next(records), metrics) if kids else None for kids in node.kids),
        tuple(picks[::-1] if metrics.flipped and form is Form.COLUMN else picks),
    )


def _fold_choice(record: Any, metrics: Metrics) -> FoldChoice:
    hang, columns = record
    order = -1 if metrics.flipped and hang is not Hang.ASIDE else 1
    return FoldChoice(
        hang, tuple((a, b, tuple(unrolled(picks)[::order])) for a, b, picks in unrolled(columns))
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
    mode = TOP if chosen.form is Form.ROW else LEFT
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
    sides = chained(numbered(node.sides[0].shapes[TOP]))
    for side in node.sides[1:]:
        sides = beside(sides, numbered(side.shapes[TOP]), metrics.beside)
    both = beside(core, sides, metrics.beside)
    return [(w, h, odd, (Form.ROW, *pick)) for w, h, odd, pick in both]


def _columns(node: Node, mode: str, folds: Sequence[Shapes], metrics: Metrics) -> Shapes:
    """Return the shapes of cards below each other, kids of the last and then sides below."""
    left = room_left(node, Form.COLUMN, mode, metrics)
    wide = max(cell.wide for cell in node.cells) + left
    high = room_over(node, Form.COLUMN, mode, metrics) + column_height(node, metrics)
    kids: Shapes = chained(folds[0]) if folds else [(0.0, 0.0, 0, None)]
    odd_here = COLUMN_ODD if len(node.cells) > 1 else 0
    core = [(max(wide, left + w), high + h, odd + odd_here, pick) for w, h, odd, pick in kids]
    core = best(core, len(core))
    if not node.sides:
        return [(w, h, odd, (Form.COLUMN, pick, None)) for w, h, odd, pick in core]
    sides = [(w + left, h, odd, pick) for w, h, odd, pick in _stack(node.sides, metrics)]
    both = below(core, sides, metrics.stack)
    return [(w, h, odd + BELOW_ODD, (Form.COLUMN, *pick)) for w, h, odd, pick in both]


def _fold_shapes(node: Node, number: int, mode: str, metrics: Metrics, keep: int) -> Shapes:
    """Return the shapes of the kids of one card, with the channel above them."""
    kids = node.kids[number]
    held = node.fold[number]
    count = len(kids)

    def column(start: int, stop: int) -> Shapes:
        return _column(kids, start, stop, metrics, keep)

    if count == 1:
        return _hung(kids, metrics, keep) if mode == LEFT else _under(column(0, 1), kids, metrics)
    if held is not None and held.hang is not Hang.UNDER:
        return _hung(kids, metrics, keep)
    if held is not None:
        columns = held_columns(held.columns, [kid.id for kid in kids])
        return best(_under(folded(columns, column, metrics.gap), kids, metrics), keep)
    found = _hung(kids, metrics, keep)
    if count <= WHOLE:
        shapes = all_folds(count, column, metrics.gap, keep, stack=False)
        return best(found + _under(shapes, kids, metrics), keep)
    lists = [kid.shapes[LEFT] for kid in kids]
    for columns in (row(count), *balanced(lists, MOST_COLUMNS, metrics.stack)):
        found += _under(folded(columns, column, metrics.gap), kids, metrics)
    return best(found, keep)


def _aside(node: Node, metrics: Metrics, keep: int) -> Shapes:
    """Return the shapes of the last card's kids beside it, in a picture that is to be turned."""
    if not metrics.sideways or not node.kids or not node.kids[-1] or node.form is Form.COLUMN:
        return []
    kids, held = node.kids[-1], node.fold[-1]
    lanes = runs([kid.look for kid in kids])
    if held is not None and held.hang is not Hang.ASIDE:
        return []
    if held is None and aside_room(lanes, metrics) > node.cells[-1].high:
        return []
    found = chained(numbered(kids[0].shapes[TOP]))
    for kid in kids[1:]:
        found = beside(found, numbered(kid.shapes[TOP]), metrics.stack)
    over = aside_room(lanes, metrics)
    wide = metrics.head + metrics.foot + 2
    return [
        (w + wide, h + over, odd + ASIDE_ODD, (Hang.ASIDE, (None, (0, len(kids), pick))))
        for w, h, odd, pick in best(found, keep)
    ]


def aside_room(lanes: int, metrics: Metrics) -> float:
    """Return how far below a card's upper edge what hangs aside begins."""
    return metrics.first + (lanes - 1) * metrics.lane + ASIDE_AIR


def _hung(kids: Sequence[Node], metrics: Metrics, keep: int) -> Shapes:
    """Return the shapes of one stack that hangs from the card."""
    high = metrics.head + metrics.foot + 2
    stack = best(_stack(kids, metrics), keep)
    return [
        (w + metrics.first, h + high, odd + HUNG_ODD, (Hang.HUNG, (None, (0, len(kids), pick))))
        for w, h, odd, pick in stack
    ]


def _stack(units: Sequence[Node], metrics: Metrics) -> Shapes:
    """Return the shapes of units below each other with lanes at the left."""
    room = inset([u.look for u in units], max(u.sign[0] for u in units), metrics)
    lists = [unit.shapes[LEFT] for unit in (units[::-1] if metrics.flipped else units)]
    found = chained(numbered(lists[0]))
    for shapes in lists[1:]:
        found = below(found, numbered(shapes), metrics.stack)
    return [(w + room, h, odd, pick) for w, h, odd, pick in found]


def _column(kids: Sequence[Node], start: int, stop: int, metrics: Metrics, keep: int) -> Shapes:
    """Return the shapes of one column: a single kid under the card, or a stack."""
    if stop - start == 1:
        shapes = kids[start].shapes[TOP]
        return [(w, h, odd, (start, stop, (None, n))) for n, (w, h, odd, _) in enumerate(shapes)]
    stack = best(_stack(kids[start:stop], metrics), keep)
    return [(w, h, odd + STACK_ODD, (start, stop, pick)) for w, h, odd, pick in stack]


def _under(shapes: Shapes, kids: Sequence[Node], metrics: Metrics) -> Shapes:
    """Return shapes of kids with the channel above them."""
    levels = runs([kid.look for kid in kids]) / 2 if len(kids) > 1 else 0
    high = metrics.head + metrics.foot + metrics.level * levels
    if len(kids) == 1:
        shapes = chained(shapes)
    return [(w, h + high, odd, (Hang.UNDER, pick)) for w, h, odd, pick in shapes]
