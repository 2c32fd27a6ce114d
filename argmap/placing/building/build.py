"""From what has been chosen for a unit to its block: cards, arrows and what hangs from it."""

from __future__ import annotations

from argmap.placing.arrangement import Columns, Form, Hang
from argmap.placing.block import Block
from argmap.placing.building.kids import depths_of, groups_of, hang
from argmap.placing.building.sides import put_below, put_beside
from argmap.placing.building.unfinished_block import UnfinishedBlock
from argmap.placing.metrics import Metrics
from argmap.placing.nodes import LEFT, TOP, Node
from argmap.placing.shaping.choices import Choice, choice

WORTHWHILE = 24
"""How much narrower a block has to get for its kids not to stand right under their cards."""


def build(node: Node, mode: str, chosen: Choice, metrics: Metrics, *, whole: bool) -> Block:
    """Return the block of a node whose kids and sides are built in what is chosen for them.

    If it is to be `whole`, its outline has a top and a bottom too, as theirs have.
    """
    if node.is_leaf:
        return UnfinishedBlock(node, mode, chosen, metrics, whole=whole).finished()
    groups = groups_of(node, chosen, metrics)
    depths = depths_of(node, groups, metrics) if chosen.form is Form.COLUMN else {}
    draft = UnfinishedBlock(node, mode, chosen, metrics, whole=whole, depths=depths)
    draft.block.folds = _folds(node, chosen)
    kids = hang(draft, groups)
    if not node.sides:
        return draft.finished()
    if chosen.form is Form.COLUMN:
        put_below(draft)
        return draft.finished()
    put_beside(draft)
    upright = draft.finished()
    if mode == LEFT or kids is None:
        return upright
    # The kids reach further left than the cards, and what stands beside further right than they
    # do: by as much the whole may become narrower if they move.
    room = min(draft.head.x0 - kids[0], upright.x1 - kids[1])
    return upright if room < WORTHWHILE else _narrower(upright, draft, room)


def _narrower(upright: Block, draft: UnfinishedBlock, room: float) -> Block:
    """Return a block whose kids, or the kids of whose only kid, stand further right."""
    found = [upright, _leaning(draft, room)]
    bent = _bent_kid(draft, room)
    if bent is not None:
        found.append(_leaning(draft, 0, bent))
    best = min(found, key=_width)
    return best if _width(upright) - _width(best) >= WORTHWHILE else upright


def _leaning(draft: UnfinishedBlock, lean: float, bent: Block | None = None) -> Block:
    other = UnfinishedBlock(draft.node, draft.mode, draft.chosen, draft.metrics, whole=draft.whole)
    other.block.folds = _folds(draft.node, draft.chosen)
    groups = groups_of(draft.node, draft.chosen, draft.metrics, bent)
    hang(other, groups, lean)
    if other.node.sides:
        put_beside(other)
    return other.finished()


def _bent_kid(draft: UnfinishedBlock, room: float) -> Block | None:
    """Return an only kid that stands under its card, its own kids moved further right."""
    kids = [kid for some in draft.node.kids for kid in some]
    if len(kids) != 1 or (TOP, draft.chosen.picks[0]) not in kids[0].blocks:
        return None
    kid, pick = kids[0], draft.chosen.picks[0]
    chosen = choice(kid, TOP, pick)
    if chosen.form is Form.COLUMN or chosen.crosswise:
        return None
    upright = UnfinishedBlock(kid, TOP, chosen, draft.metrics, whole=draft.whole)
    reach = hang(upright, groups_of(kid, chosen, draft.metrics))
    lean = min(upright.head.x0 - reach[0], room) if reach else 0
    if lean <= 0:
        return None
    return _leaning(upright, lean)


def _width(block: Block) -> float:
    return block.x1 - block.x0


def _folds(node: Node, chosen: Choice) -> list[tuple[int, Hang, Columns]]:
    """Return how the kids of each card stand."""
    return [
        (place, fold.hang, tuple([(first + a, first + b) for a, b in fold.columns]))
        for place, (first, fold) in enumerate(zip(node.first_kids, chosen.folds, strict=True))
        if fold is not None
    ]
