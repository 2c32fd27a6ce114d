"""Rows of the outline that are dragged, and what becomes of the map where they are let go."""

from __future__ import annotations

from collections.abc import Container, Iterable

from PySide6.QtCore import QByteArray, QMimeData

from argmap.desktop.outline import dropping
from argmap.desktop.outline.row_tree import OutlineRow, RowTree
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.walk import Branch

MIME = "application/x-argmap-outline"


@frozen
class RowDrop:
    """Rows let go below another or at the top, in front of a row there or at the end."""

    rows: tuple[OutlineRow, ...]
    target: Branch | None
    before: Branch | None

    def move(self, argument_map: ArgumentMap) -> ArgumentMap:
        """Return the map with the rows there."""
        for row in self.rows:
            home = row.parent.branch if row.parent else None
            argument_map = dropping.drop(argument_map, row.branch, home, self.target, self.before)
        return argument_map

    @property
    def ids(self) -> list[str]:
        """The ids of what is moved: of a reference, the relation that refers."""
        branches = [row.branch for row in self.rows]
        return [branch.via if branch.reference else branch.id for branch in branches]


def carrying(tree: RowTree, rows: Iterable[OutlineRow]) -> QMimeData:
    """Return data that carry rows, by their numbers."""
    data = QMimeData()
    numbers = " ".join(str(row.number) for row in rows)
    data.setData(MIME, QByteArray(f"{id(tree)} {numbers}".encode()))
    return data


def drop_of(
    tree: RowTree, data: QMimeData, target: OutlineRow | None, at: int = -1
) -> RowDrop | None:
    """Return the drop of what data carry at a place below a row, -1 for the end.

    None for rows of another tree, and at the top for what cannot stand alone.
    """
    rows, goal = _carried(tree, data), target.branch if target else None
    if not (rows and all(dropping.may_drop(row.branch, goal) for row in rows)):
        return None
    moved = _with_whole_steps(rows, target)
    following = tree.below(target)[at:] if at >= 0 else []
    before = next((row.branch for row in following if row not in moved), None)
    return RowDrop(tuple(moved), goal, before)


def _carried(tree: RowTree, data: QMimeData) -> list[OutlineRow]:
    """Return the rows that data carry, but none that goes with another one."""
    words = bytes(data.data(MIME).data()).decode().split()
    if words[:1] != [str(id(tree))]:
        return []
    rows = [row for word in words[1:] if (row := tree.by_number.get(int(word)))]
    return [row for row in rows if not any(above in rows for above in row.above)]


def _with_whole_steps(rows: list[OutlineRow], target: OutlineRow | None) -> list[OutlineRow]:
    """Return what goes below a row: a step as such where all its premises are dragged.

    Among themselves, and at the top, where no step can be, they go one by one.
    """
    whole = {
        id(step): step
        for row in rows
        if (step := row.parent) and step is not target and target and _is_whole(step, rows)
    }
    if not whole:
        return rows
    steps = (whole.get(id(row.parent), row) for row in rows)
    return list({id(row): row for row in steps}.values())


def _is_whole(step: OutlineRow, rows: Container[OutlineRow]) -> bool:
    """Whether a row is that of a step of which all premises are among some rows."""
    premises = [row for row in step.rows if row.branch.via == step.branch.id == step.branch.via]
    return bool(premises) and all(row in rows for row in premises)
