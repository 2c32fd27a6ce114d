"""Nodes: units with all that their placing depends on, each made once and kept.

Two units that are alike down to their last leaf are one and the same node. So what has been found
out for a node (its shapes, its blocks) holds in the next picture too, and after an edit only the
way from the edited card up to the root is new.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.placing.arrangement import Arrangement, Fold, Form
from argmap.placing.block import Block
from argmap.placing.metrics import TITLE, UNTITLED, Metrics
from argmap.placing.pieces import Pieces
from argmap.placing.placed import SIGN, Size, Sizes
from argmap.placing.shapes import Shapes
from argmap.placing.tree import Unit

TOP = "top"
"""A mode: the arrow leaves at the top, straight up."""
LEFT = "left"
"""A mode: the arrow leaves at the left, towards a lane."""
SIDE = "side"
"""A mode: like TOP, but a joint's arrow leaves for the joint beside it."""


class Cell(NamedTuple):
    """A card with the room that titles of groups need over it."""

    id: str
    number: int
    wide: float
    high: float
    over: float
    """Room over the card, when the picture stands upright."""
    left: float
    """Room left of it, when the picture is turned (x and y are exchanged)."""
    titles: tuple[Size, ...]
    """Of the groups that begin here, the innermost first; (0, 0) where none is shown."""
    apart: bool
    """Whether its halo is not that of the premise before it: then the two keep apart."""


class Parts(NamedTuple):
    """What a node is made of; what is the same in two nodes makes them one."""

    id: str
    """The relation's id, or the root card's."""
    look: str
    joint: bool
    cells: tuple[Cell, ...]
    kids: tuple[tuple[Node, ...], ...]
    """What bears on each card."""
    sides: tuple[Node, ...]
    """What bears on the relation."""
    sign: Size
    form: Form | None
    """The form that is held, if any; and so with the folds of each card's kids."""
    fold: tuple[Fold | None, ...]


class Node:
    """A unit to be placed; never changed once made, but for what has been found out about it."""

    __slots__ = (
        "blocks",
        "cells",
        "fold",
        "form",
        "id",
        "is_leaf",
        "joint",
        "kids",
        "level",
        "look",
        "numbered",
        "shapes",
        "sides",
        "sign",
    )  # fmt: skip

    def __init__(self, parts: Parts) -> None:
        (
            self.id, self.look, self.joint, self.cells, self.kids, self.sides, self.sign,
            self.form, self.fold,
        ) = parts  # fmt: skip
        self.is_leaf = not self.joint and not any(self.kids)
        self.level = 0.0
        """The y, from its first card, of what a line from further right has to pass over."""
        self.shapes: dict[str, Shapes] = {}
        """By mode; what is chosen is what makes the shape."""
        self.numbered: dict[str, Shapes] = {}
        """The same; what is chosen is the number of the shape."""
        self.blocks: dict[tuple[str, int], Block] = {}
        """By mode and number of the shape."""

    def set_shapes(self, mode: str, shapes: Shapes) -> None:
        """Keep the shapes that have been found for a mode."""
        self.shapes[mode] = shapes
        self.numbered[mode] = [(w, h, odd, n) for n, (w, h, odd, _) in enumerate(shapes)]


class Memory:
    """The nodes of the last picture, so that those of the next one need not be worked out again.

    It belongs to one set of distances; with others it forgets.
    """

    def __init__(self) -> None:
        self.metrics: Metrics | None = None
        self.keep = 0
        self.nodes: dict[Parts, Node] = {}


class Making(NamedTuple):
    """All that nodes are made from besides the tree."""

    sizes: Sizes
    pieces: Pieces
    held: Arrangement
    metrics: Metrics


def nodes(
    units: Sequence[Unit], making: Making, memory: Memory
) -> tuple[dict[int, Node], list[Node]]:
    """Return the node of each unit, by the unit's identity, and those that are new, kids first.

    Units are given parents first. What the memory holds and nobody uses any more is let go.
    """
    known, memory.nodes = memory.nodes, {}
    found: dict[int, Node] = {}
    new: list[Node] = []
    for unit in reversed(units):
        cells = _cells(unit, making)
        kids = tuple(tuple(found[id(kid)] for kid in kids) for kids in unit.kids)
        sides = tuple(found[id(side)] for side in unit.sides)
        sign = making.sizes.signs.get(unit.id, SIGN)
        if making.metrics.sideways:
            sign = sign[::-1]
        form = making.held.forms.get(unit.id)
        folds = tuple(making.held.folds.get(card) for card in unit.cards)
        key = Parts(unit.id, unit.look, unit.joint, cells, kids, sides, sign, form, folds)
        node = known.get(key) or memory.nodes.get(key)
        if node is None:
            node = Node(key)
            new.append(node)
        memory.nodes[key] = node
        found[id(unit)] = node
    return found, new


def _cells(unit: Unit, making: Making) -> tuple[Cell, ...]:
    around = [making.pieces.around.get(card, ()) for card in unit.cards]
    return tuple(
        _cell(card, number, making, apart=n > 0 and around[n] != around[n - 1])
        for n, (card, number) in enumerate(zip(unit.cards, unit.numbers, strict=True))
    )


def _cell(card: str, number: int, making: Making, *, apart: bool) -> Cell:
    wide, high = making.sizes.cards[card]
    pieces = making.pieces
    titles = tuple(_title(piece, wide, making) for piece in reversed(pieces.begun.get(card, ())))
    room = sum(TITLE if title[0] else UNTITLED for title in titles)
    if making.metrics.sideways:
        return Cell(card, number, high, wide, 0, room, titles, apart)
    return Cell(card, number, wide, high, room, 0, titles, apart)


def _title(piece: int, wide: float, making: Making) -> Size:
    """Return the size of a piece's title, no wider than its card; (0, 0) if it shows none."""
    size = making.sizes.titles.get(making.pieces.groups[piece])
    if size is None or piece not in making.pieces.titled:
        return (0, 0)
    return (min(size[0], wide - 2), size[1])
