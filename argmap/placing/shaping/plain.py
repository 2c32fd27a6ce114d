r"""The plain tree: how a small map stands where its text is still easy to read on its page.

  [claim]         Linked premises stand side by side, what bears on a card in one row under it, and
  /  |  \         nothing is stacked, hung or crosswise: what everybody expects. It is tried first,
[ ] [ ] [ ]       as the search for large text drops it where some other shape is smaller: four
                  reasons side by side on a sheet are better to look at in 10 pt than folded in 12.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from argmap.placing.arrangement import Arrangement, Fold, Form, Hang, Yard
from argmap.placing.pages import FULL, Page
from argmap.placing.placed import Sizes
from argmap.placing.tree import Forest

READABLE = 9.0
"""How small its text may be on its page, in points."""
CROWDED = 0.6
"""Which share of its page the cards of a plain tree may take up, if it is to have room there."""


def may_fit(sizes: Sizes, page: Page) -> bool:
    """Whether cards are few and small enough that a plain tree of them may have room on a page."""
    most = CROWDED * page.width * page.height * (FULL / READABLE) ** 2
    taken = 0.0
    for wide, high in sizes.cards.values():
        taken += wide * high
        if taken > most:
            return False
    return True


def plain_trees(grown: Forest) -> Iterator[Arrangement]:
    """Return the arrangements of plain trees: side by side, and as they fit best."""
    plain = _plain_tree(grown)
    trees = tuple([(root.id,) for root in grown.roots if root.joint or any(root.kids)])
    if len(trees) > 1:
        yield replace(plain, yard=Yard(trees, (), under=False))
    yield plain


def _plain_tree(grown: Forest) -> Arrangement:
    """Return the arrangement in which every unit is a row, and so are the kids of every card."""
    return Arrangement(
        forms={unit.id: Form.ROW for unit in grown.units},
        folds={
            card: Fold(Hang.UNDER, tuple([(kid.id,) for kid in kids]))
            for unit in grown.units
            for card, kids in zip(unit.cards, unit.kids, strict=True)
            if kids
        },
        crosswise={unit.id: False for unit in grown.units},
    )
