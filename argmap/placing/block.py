"""A block: a unit placed with all that hangs from it, ready to be put into the block above it.

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

from dataclasses import dataclass, field

from argmap.placing.arrangement import Fold, Form
from argmap.placing.courses import Line, Point
from argmap.placing.outline import Outline
from argmap.placing.placed import Stroke

Box = tuple[float, float, float, float]
"""Left, top, width, height."""


NOTHING = Outline(([0, 0], [0]), ([0, 0], [0]))


@dataclass(slots=True, eq=False)
class Block:
    """A placed unit; in the end nothing of it changes any more."""

    id: str = ""
    form: Form = Form.ROW
    folds: list[tuple[str, Fold]] = field(default_factory=list)
    """How the kids of its cards stand."""
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
    cards: list[tuple[str, Box]] = field(default_factory=list)
    joints: list[tuple[str, Point]] = field(default_factory=list)
    signs: list[tuple[str, Box]] = field(default_factory=list)
    titles: list[tuple[str, int, Box]] = field(default_factory=list)
    """By the card that a group begins with, and how many groups that begin there lie inside it."""
    lines: list[tuple[Stroke, Line]] = field(default_factory=list)
    items: list[tuple[Block, float, float]] = field(default_factory=list)
