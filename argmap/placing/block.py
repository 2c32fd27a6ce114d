"""A block: a unit placed with all that hangs from it, ready to be put into the block above it.

It does not know whose it is, so that units that are alike share it: cards are told by which of the
unit's they are, and what hangs from it by which it is of all that does (`Unit.hanging`).

        |          anchor: where its arrow leaves it, at the top (mode TOP) or at the left (LEFT)
     ___o___
    |       |      (0, 0) is the top left corner of its first card
    [a]    [b]
     |             items: the blocks of what hangs from it, each with its place
    [kid]

The conclusion is at the top here. A block that only moves is not worked on again: what is drawn
of it is relative to the block, and known in the direction of the picture.
"""

from __future__ import annotations

from dataclasses import field

from argmap.frozen import slotted
from argmap.placing.arrangement import Columns, Form, Hang
from argmap.placing.courses import Line, Point
from argmap.placing.outline import Outline

Box = tuple[float, float, float, float]
"""Left, top, width, height."""


NOTHING = Outline(([0, 0], [0]), ([0, 0], [0]))
OWN = -1
"""Whose an arrow is that is the unit's own: its lines from premises to the joint."""


@slotted
class Block:
    """A placed unit; in the end nothing of it changes any more."""

    form: Form = Form.ROW
    folds: list[tuple[int, Hang, Columns]] = field(default_factory=list)
    """How the kids of its cards stand, from which of all that hangs here to which."""
    x0: float = 0
    x1: float = 0
    y0: float = 0
    y1: float = 0
    anchor: Point = (0, 0)
    stub: tuple[Point, ...] = ()
    """The points of its arrow from where it starts up to the anchor."""
    middle: float = 0
    """The x over which a card should stand that has only this below it."""
    reach: float = 0
    """The right edge of its cards."""
    leaf: bool = True
    """Whether nothing hangs from it."""
    outline: Outline = NOTHING
    cards: list[tuple[int, Box]] = field(default_factory=list)
    joint: Point | None = None
    sign: Box | None = None
    titles: list[tuple[int, int, Box]] = field(default_factory=list)
    """By the card that a group begins with, and how many groups that begin there lie inside it."""
    lines: list[tuple[int, int | None, Line]] = field(default_factory=list)
    """Whose each is, and from which premise to the joint, or None for the one to the target."""
    items: list[Item] = field(default_factory=list)
    inside: Block | None = None
    """What stands crosswise in it: then it has no cards, lines or items of its own."""


Item = tuple[int, Block, float, float]
"""Which of all that hangs here it is, its block, and where the block stands."""
