"""The rows of the outline: the branches of a map in their places, each with its item of Qt.

Rows are known by numbers that are never used twice, so that whoever remembers the number of a row
that is gone finds nothing instead of another row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import count

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem

from argmap.frozen import slotted
from argmap.model.walk import Branch

Key = tuple[str, str]
"""What stays the same about a row when the map changes: its id, and for a reference by what."""

NUMBER = Qt.ItemDataRole.UserRole + 1


def key_of(branch: Branch) -> Key:
    """Return the key of the row of a branch."""
    return (branch.id, branch.via if branch.reference else "")


@slotted
class OutlineRow:
    """A branch with its place among the rows; the rows at the top have no parent."""

    number: int
    branch: Branch
    parent: OutlineRow | None
    item: QStandardItem
    rows: list[OutlineRow] = field(default_factory=list)

    @property
    def key(self) -> Key:
        """What stays the same about the row when the map changes."""
        return key_of(self.branch)

    @property
    def above(self) -> Iterator[OutlineRow]:
        """The rows above it, the nearest first."""
        row = self.parent
        while row is not None:
            yield row
            row = row.parent

    @property
    def all(self) -> Iterator[OutlineRow]:
        """The row and all that are below it."""
        waiting = [self]
        while waiting:
            row = waiting.pop()
            yield row
            waiting += row.rows


class RowTree:
    """All rows of a map, to be found by number, by key and by id."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self.clear()

    def clear(self) -> None:
        """Forget all rows; their numbers are not used again."""
        self.top: list[OutlineRow] = []
        self.by_number: dict[int, OutlineRow] = {}
        self.by_key: dict[Key, OutlineRow] = {}
        self._by_id: dict[str, dict[int, OutlineRow]] = {}

    def add(self, branch: Branch, parent: OutlineRow | None, at: int | None = None) -> OutlineRow:
        """Add a row among those of its parent, at the end or at a place, and return it."""
        row = OutlineRow(next(self._numbers), branch, parent, QStandardItem())
        row.item.setData(row.number, NUMBER)
        row.item.setColumnCount(1)  # or else the first row below would bring a column with it
        siblings = self.below(parent)
        siblings.insert(len(siblings) if at is None else at, row)
        self.by_number[row.number] = self.by_key[row.key] = row
        self._by_id.setdefault(branch.id, {})[row.number] = row
        return row

    def remove(self, row: OutlineRow) -> None:
        """Remove a row with all that are below it."""
        self.below(row.parent).remove(row)
        for gone in row.all:
            del self.by_number[gone.number], self.by_key[gone.key]
            del self._by_id[gone.branch.id][gone.number]

    def below(self, parent: OutlineRow | None) -> list[OutlineRow]:
        """Return the rows right below a row, or at the top."""
        return self.top if parent is None else parent.rows

    def of(self, ids: Iterable[str]) -> Iterator[OutlineRow]:
        """Return all rows of these statements and relations, references to them too."""
        for id_ in ids:
            yield from list(self._by_id.get(id_, {}).values())
