r"""The plain tree: how a small map stands where there is room for it on its page in full size.

  [claim]         Linked premises stand side by side, what bears on a card in one row under it, and
  /  |  \         nothing is stacked, hung or crosswise: what everybody expects. It is tried first,
[ ] [ ] [ ]       as the search for large text drops it where some other shape is smaller.
"""

from __future__ import annotations

from argmap.placing.arrangement import Arrangement, Fold, Form, Hang
from argmap.placing.pages import Page
from argmap.placing.placed import Sizes
from argmap.placing.tree import Forest

FULL = 0.6
"""Which share of its page the cards of a plain tree may take up, if it is to have room there."""


def may_fit(sizes: Sizes, page: Page) -> bool:
    """Whether cards are few and small enough that a plain tree of them may have room on a page."""
    most = FULL * page.width * page.height
    taken = 0.0
    for wide, high in sizes.cards.values():
        taken += wide * high
        if taken > most:
            return False
    return True


def plain_tree(grown: Forest) -> Arrangement:
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
