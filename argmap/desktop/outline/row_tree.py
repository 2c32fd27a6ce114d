"""The rows of the outline: the branches of a map in their places.

Rows are known by numbers that are never used twice, so that whoever remembers the number of a row
that is gone finds nothing instead of another row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from argmap.model import walk
from argmap.model.argument_map import ArgumentMap
from argmap.model.walk import Branch

Key = tuple[str, str]


@dataclass(slots=True, eq=False)
class OutlineRow:
    """A branch with its place among the rows; the root's rows have no parent."""

    number: int
    branch: Branch
    parent: OutlineRow | None
    at: int
    rows: list[OutlineRow] = field(default_factory=list)

    @property
    def key(self) -> Key:
        """What stays the same about a row when the map changes."""
        return (self.branch.id, self.branch.via if self.branch.reference else "")

    @property
    def above(self) -> Iterator[OutlineRow]:
        """The rows above it, the nearest first."""
        row = self.parent
        while row is not None:
            yield row
            row = row.parent


class RowTree:
    """All rows of a map."""

    def __init__(self, argument_map: ArgumentMap, numbers: Iterator[int]) -> None:
        self.top: list[OutlineRow] = []
        self.by_number: dict[int, OutlineRow] = {}
        self.by_key: dict[Key, OutlineRow] = {}
        waiting: list[tuple[OutlineRow | None, tuple[Branch, ...]]]
        waiting = [(None, walk.outline(argument_map))]
        while waiting:
            parent, branches = waiting.pop()
            siblings = self.top if parent is None else parent.rows
            for at, branch in enumerate(branches):
                row = OutlineRow(next(numbers), branch, parent, at)
                siblings.append(row)
                self.by_number[row.number] = self.by_key[row.key] = row
                waiting.append((row, branch.branches))

    def of(self, ids: Iterable[str]) -> Iterator[OutlineRow]:
        """Return all rows of these statements and relations, references to them too."""
        wanted = set(ids)
        return (row for row in self.by_number.values() if row.branch.id in wanted)
