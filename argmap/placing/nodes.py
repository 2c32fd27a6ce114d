"""Nodes: what there is to place of a unit, without whose it is, each made once and kept.

Two units that are alike down to their last leaf, but for their ids, are one and the same node. So
what has been found out for it (its shapes, its blocks) serves both; and it serves the next picture:
after an edit only the way from the edited card up to the root is new.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from argmap.placing.arrangement import Arrangement, Columns, Fold, Form, Hang, held_columns
from argmap.placing.block import Block
from argmap.placing.metrics import HALO, NESTED, TITLE, UNTITLED, Metrics
from argmap.placing.pieces import Pieces, alone
from argmap.placing.placed import SIGN, Size, Sizes
from argmap.placing.shapes import Shapes
from argmap.placing.tree import Unit

BESIDE_HALO = 4
"""From a linked premise to the halo of another one."""
TOP = "top"
"""A mode: the arrow leaves at the top, straight up."""
LEFT = "left"
"""A mode: the arrow leaves at the left, towards a lane."""
SIDE = "side"
"""A mode: like TOP, but a joint's arrow leaves for the joint beside it."""
CROSSWISE = {TOP: LEFT, LEFT: TOP, SIDE: LEFT}
"""The mode that each mode becomes when x and y are exchanged."""


class Cell(NamedTuple):
    """A card with the room that titles of groups need over it."""

    place: int
    """Which of the node's cards it is."""
    number: int
    """Which of the relation's premises it is."""
    wide: float
    high: float
    over: float
    """Room over the card, when the picture stands upright."""
    left: float
    """Room left of it, when the picture is turned (x and y are exchanged)."""
    titles: tuple[Size, ...]
    """Of the groups that begin here, the innermost first; (0, 0) where none is shown."""
    apart: float
    """How far it keeps at least from the premise before it, or as a card tied to nothing from the
    one before it, where they have not the same halos."""
    reach: float
    """How far the halos around it reach beyond it; 0 if there are none."""


class Held(NamedTuple):
    """How the kids of a card stood: on which side, and there in which columns."""

    hang: Hang
    columns: Columns = ()
    """Empty where several may stand as they fit best: not under the card, or there was one only."""

    def backwards(self) -> Held:
        """Return the same for kids in the opposite order."""
        return Held(self.hang, backwards(self.columns))


class Parts(NamedTuple):
    """What a node is made of; what is the same in two nodes makes them one."""

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
    fold: tuple[Held | None, ...]
    crosswise: bool | None
    """Whether it has to stand crosswise, if that is held."""


class Node:
    """What there is to place of a unit; never changed, but for what has been found out about it."""

    __slots__ = (
        "blocks",
        "cells",
        "crosswise",
        "first_kids",
        "first_side",
        "fold",
        "form",
        "hangs",
        "held_crosswise",
        "is_free",
        "is_free_below",
        "is_leaf",
        "joint",
        "kids",
        "level",
        "look",
        "numbered",
        "shapes",
        "sides",
        "sign",
        "variants",
    )  # fmt: skip

    def __init__(self, parts: Parts) -> None:
        self.look, self.joint, self.cells, self.kids, self.sides, self.sign, *_ = parts
        self.form, self.fold, self.held_crosswise = parts[-3:]
        self.crosswise: Node | None = None
        """The same unit where it stands crosswise in its picture, x and y exchanged."""
        self.hangs = any(self.kids) or bool(self.sides)
        """Whether something hangs from it."""
        self.is_leaf = not self.joint and not any(self.kids)
        self.is_free: bool = _is_free(self)
        """Whether it may stand in several ways, as nothing says how."""
        below = (*self.sides, *(kid for kids in self.kids for kid in kids))
        self.is_free_below: bool = self.is_free or any(one.is_free_below for one in below)
        """Whether it, or something below it, may."""
        self.first_kids: list[int] = []
        """For each card, which of all that hangs here (`Unit.hanging`) is its first kid."""
        self.first_side = 0
        for kids in self.kids:
            self.first_kids.append(self.first_side)
            self.first_side += len(kids)
        self.level = 0.0
        """The y, from its first card, of what a line from further right has to pass over."""
        self.shapes: dict[str, Shapes] = {}
        """By mode; what is chosen is what makes the shape."""
        self.numbered: dict[str, Shapes] = {}
        """The same; what is chosen is the number of the shape."""
        self.variants: dict[str, list[Any]] = {}
        """By mode, numbered after the shapes: choices that differ from a shape's below the node."""
        self.blocks: dict[tuple[str, int], Block] = {}
        """By mode and number of the shape."""

    def set_shapes(self, mode: str, shapes: Shapes) -> None:
        """Keep the shapes that have been found for a mode."""
        self.shapes[mode] = shapes
        self.numbered[mode] = [(w, h, odd, n) for n, (w, h, odd, _) in enumerate(shapes)]


def _is_free(node: Node) -> bool:
    """Whether neither form nor fold of a unit, where it has any, is all held."""
    if node.form is None and (len(node.cells) > 1 or (node.cells and node.sides)):
        return True
    return any(
        held is None or (held.hang is Hang.UNDER and not held.columns and len(kids) > 1)
        for kids, held in zip(node.kids, node.fold, strict=True)
        if kids
    )


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
    roomy: bool
    """Whether text is large where all stands side by side."""

    @property
    def stacked(self) -> bool:
        """Whether a second reason and the first one stand in a stack, so that others stay.

        Only from top to bottom: from left to right they are below each other in any case.
        """
        return not (self.roomy or self.metrics.sideways)

    @property
    def mixed(self) -> bool:
        """Whether units may stand crosswise: what is read from left to right may go down too."""
        return self.metrics.sideways


def nodes(
    units: Sequence[Unit], making: Making, memory: Memory
) -> tuple[dict[int, Node], list[Node]]:
    """Return the node of each unit, by the unit's identity, and those that are new, kids first.

    Units are given parents first. What the memory holds and nobody uses any more is let go.
    """
    known, memory.nodes = memory.nodes, {}
    found: dict[int, Node] = {}
    new: list[Node] = []
    signs, forms, sideways = making.sizes.signs, making.held.forms, making.metrics.sideways
    crosswise = making.held.crosswise if making.mixed else {}
    for unit in reversed(units):
        kids = tuple([tuple([found[id(kid)] for kid in kids]) for kids in unit.kids])
        sides = tuple([found[id(side)] for side in unit.sides])
        sign = signs.get(unit.id, SIGN)
        key = Parts(
            unit.look,
            unit.joint,
            _cells(unit, making),
            kids,
            sides,
            sign[::-1] if sideways else sign,
            forms.get(unit.id),
            _folds(unit, making),
            crosswise.get(unit.id),
        )
        node = memory.nodes.get(key)
        if node is None:
            node = known.get(key)
            if node is None:
                node = Node(key)
                if making.mixed:
                    node.crosswise = _crosswise(key, backwards=making.metrics.flipped)
                    node.crosswise.crosswise = node
                new.append(node)
            memory.nodes[key] = node
        found[id(unit)] = node
    return found, new


def _crosswise(parts: Parts, *, backwards: bool) -> Node:
    """Return the node of the same unit where it stands crosswise.

    In a picture that is flipped its left side becomes the right one, so all is placed backwards.
    """
    step = -1 if backwards else 1
    cells, kids, fold = parts.cells[::step], parts.kids[::step], parts.fold[::step]
    return Node(
        parts._replace(
            cells=tuple([_turned(cell, place) for place, cell in enumerate(cells)]),
            kids=tuple([tuple([turned_node(kid) for kid in some[::step]]) for some in kids]),
            sides=tuple([turned_node(side) for side in parts.sides[::step]]),
            sign=parts.sign[::-1],
            fold=tuple([held and held.backwards() for held in fold]) if backwards else fold,
        )
    )


def turned_node(node: Node) -> Node:
    """Return the node of the same unit crosswise, in a picture in which units may be that."""
    assert node.crosswise is not None
    return node.crosswise


def _turned(cell: Cell, place: int) -> Cell:
    return cell._replace(
        place=place, wide=cell.high, high=cell.wide, over=cell.left, left=cell.over
    )


def backwards(columns: Columns) -> Columns:
    """Return the columns that hold the same things where those are in the opposite order."""
    count = columns[-1][1] if columns else 0
    return tuple([(count - stop, count - start) for start, stop in reversed(columns)])


def _folds(unit: Unit, making: Making) -> tuple[Held | None, ...]:
    """Return how the kids of each card stood, as far as that is still to hold."""
    held = making.held.folds
    return tuple(
        [
            _held(held[card], kids, making) if kids and card in held else None
            for card, kids in zip(unit.cards, unit.kids, strict=True)
        ]
    )


def _held(fold: Fold, kids: Sequence[Unit], making: Making) -> Held:
    if len(kids) == 1:  # the last one of a stack still hangs
        stacked = any(len(column) > 1 and kids[0].id in column for column in fold.columns)
        return Held(Hang.HUNG if stacked else fold.hang)
    if fold.only and len(kids) == 2 and fold.hang is Hang.UNDER and making.stacked:
        return Held(fold.hang, ((0, 2),))
    if fold.hang is not Hang.UNDER or fold.only:
        return Held(fold.hang)
    return Held(fold.hang, held_columns(fold.columns, [kid.id for kid in kids]))


def _cells(unit: Unit, making: Making) -> tuple[Cell, ...]:
    around = making.pieces.around
    sizes, sideways = making.sizes.cards, making.metrics.sideways
    found: list[Cell] = []
    before: tuple[int, ...] = ()
    for place, (card, number) in enumerate(zip(unit.cards, unit.numbers, strict=True)):
        wide, high = sizes[card]
        titles: tuple[Size, ...] = ()
        room, apart, reach = 0, 0.0, 0
        if around:
            here = around.get(card, ())
            begun = making.pieces.begun.get(card, ())
            titles = tuple([_title(piece, wide, making) for piece in reversed(begun)])
            room = sum([TITLE if title[0] else UNTITLED for title in titles])
            if place or unit.is_loose:
                apart = _apart(*making.pieces.alone.get(card) or alone(before, here))
            before = here
            reach = HALO + NESTED * (len(here) - 1) if here else 0
        if sideways:
            found.append(Cell(place, number, high, wide, 0, room, titles, apart, reach))
        else:
            found.append(Cell(place, number, wide, high, room, 0, titles, apart, reach))
    return tuple(found)


def _apart(one: int, other: int) -> float:
    """Return how far two cards keep apart that have so many halos which only one of them has."""
    halos = [HALO + NESTED * (count - 1) for count in (one, other)]
    reaches = [reach for reach in halos if reach >= HALO]
    return sum(reaches) + (BESIDE_HALO if len(reaches) == 1 else 0)


def _title(piece: int, wide: float, making: Making) -> Size:
    """Return the size of a piece's title, no wider than its card; (0, 0) if it shows none."""
    size = making.sizes.titles.get(making.pieces.groups[piece])
    if size is None or piece not in making.pieces.titled:
        return (0, 0)
    return (min(size[0], wide - 2), size[1])
