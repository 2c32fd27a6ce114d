"""What holds a picture still: which form each unit has, and how the kids of each card are folded.

With them goes how wide some cards are, since what is narrower leaves room that others move into.

The arrangement of one picture is handed in to place the next one; what both have keeps its form.
A new unit joins the sibling before it, so nobody else changes sides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from typing import TypeAlias

from argmap.frozen import frozen

Columns: TypeAlias = tuple[tuple[int, int], ...]
"""A fold: from which kid to which (exclusive) each column reaches."""


class Form(StrEnum):
    """How the premises of a unit stand, and what bears on the relation with them."""

    ROW = "row"
    """Side by side; what bears on the relation stands beside them."""
    COLUMN = "column"
    """Below each other; what bears on the relation stands below them."""


class Hang(StrEnum):
    """How the kids of a card stand under it."""

    UNDER = "under"
    """In columns, of which each is one kid under the card or a stack."""
    HUNG = "hung"
    """In one stack that hangs from the card's left side."""


@frozen
class Fold:
    """How the kids of one card were arranged: the ids of their relations, column by column."""

    hang: Hang
    columns: tuple[tuple[str, ...], ...]

    @property
    def only(self) -> bool:
        """Whether it was a single kid: with another one, both may be folded as they fit best."""
        return len(self.columns) == 1 and len(self.columns[0]) == 1


@frozen
class Yard:
    """How the roots stood: ids of roots column by column, of trees and of loose cards."""

    trees: tuple[tuple[str, ...], ...]
    loose: tuple[tuple[str, ...], ...]
    under: bool
    """Whether the loose cards are below the trees, not beside them."""


@frozen
class Arrangement:
    """The forms of units, by relation or root card; folds of kids, by card; the yard of roots."""

    forms: Mapping[str, Form] = field(default_factory=dict)
    folds: Mapping[str, Fold] = field(default_factory=dict)
    yard: Yard | None = None
    crosswise: Mapping[str, bool] = field(default_factory=dict)
    """Whether a unit stands crosswise in its picture; of single cards on which nothing bears, it is
    not known."""
    wide: frozenset[str] = frozenset()
    """Cards that are as wide as those of several lines, however short their texts."""

    @property
    def is_free(self) -> bool:
        """Whether nothing is held in its place."""
        return not (self.forms or self.folds or self.yard or self.crosswise)


NEW = Arrangement()
"""Nothing is held: everything may be arranged as it fits best."""


def held_columns(held: tuple[tuple[str, ...], ...], kids: Sequence[str]) -> Columns:
    """Return the columns of kids as they were; a new one joins the column of the kid before it.

    In a row, in which every kid has a column of its own, a new one gets its own as well.
    """
    if not kids:
        return ()
    column_of = {kid: n for n, column in enumerate(held) for kid in column}
    if len(column_of) == len(held) > 1:
        return tuple((n, n + 1) for n in range(len(kids)))
    found: list[tuple[int, int]] = []
    start, last = 0, None
    for number, kid in enumerate(kids):
        column = column_of.get(kid, last)
        if number and last is not None and column is not None and column > last:
            found.append((start, number))
            start = number
        last = column if last is None or column is None else max(last, column)
    return (*found, (start, len(kids)))
