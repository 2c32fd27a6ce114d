"""The outline of a map as an item model of Qt.

Items of Qt's own hold the structure, so that laying out ten thousand rows asks Python nothing, but
while one is written on that has several lines; what a row says is asked of the map when it is
drawn. A change of the map changes the rows that it touches, and those stay which stay in place,
with what is expanded and selected.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QStandardItem, QStandardItemModel

from argmap.desktop.draft import Drafted
from argmap.desktop.help import moving
from argmap.desktop.help.explaining import what_is
from argmap.desktop.outline import dropping
from argmap.desktop.outline.row_drag import MIME, RowDrop, carrying, drop_of
from argmap.desktop.outline.row_tree import NUMBER, Key, OutlineRow, RowTree, key_of
from argmap.desktop.outline.touched import (
    TOP,
    makes_a_circle,
    statements_moved,
    touched,
)
from argmap.desktop.session import Session
from argmap.desktop.summary import summary_of
from argmap.desktop.widgets import plain_text
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.model.history.concerned import rearranges
from argmap.model.history.patch import Patch, diff, longest_increasing
from argmap.model.walk import Branch

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

NOWHERE = QModelIndex()
_SAID = (
    Role.DisplayRole,
    Role.EditRole,
    Role.ToolTipRole,
    Role.AccessibleTextRole,
    Role.UserRole,
)

_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_WRITE = _READ | Qt.ItemFlag.ItemIsDropEnabled
_EDIT, _DRAG = Qt.ItemFlag.ItemIsEditable, Qt.ItemFlag.ItemIsDragEnabled
_NONE = Qt.ItemFlag.NoItemFlags


class OutlineModel(QStandardItemModel):
    """Rows of the outline of a session's map, in one column.

    `rebuilt` says that all rows are new ones, `grown` carries the rows that came, each with all
    that is below it. Whoever shows the rows calls `follow` with every change of the map.
    """

    rebuilt = Signal()
    grown = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows = RowTree()
        self._circles = False
        self.drafted: Drafted | None = None
        self.reset_rows()

    @property
    def _map(self) -> ArgumentMap:
        """The map that the rows are of: with the new card that is being written, if one is."""
        return self.drafted.argument_map if self.drafted else self._session.argument_map

    def branch(self, index: Index) -> Branch | None:
        """Return the branch of a row, without those below it; None for the invisible root."""
        row = self._row(index)
        return row.branch if row else None

    def key(self, index: Index) -> Key:
        """Return what identifies a row over all changes of the map."""
        row = self._row(index)
        return row.key if row else ("", "")

    def find(self, id_: str) -> QModelIndex:
        """Return the row that is a statement's or relation's own; else an invalid index."""
        row = self._rows.by_key.get((id_, ""))
        return row.item.index() if row else QModelIndex()

    def depth(self, index: Index) -> int:
        """Return how many rows a row lies below."""
        row = self._row(index)
        return sum(1 for _ in row.above) if row else 0

    def parents(self) -> Iterator[QModelIndex]:
        """Return all rows that have rows below them."""
        return (row.item.index() for row in self._rows.by_number.values() if row.rows)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return what a row says; `UserRole` gives its `Summary`."""
        if role not in _SAID:
            return super().data(index, role) if role == NUMBER else None
        branch = self.branch(index)
        argument_map = self._map
        if branch is None or argument_map.item(branch.id) is None:
            return None
        statement = argument_map.statement_by_id.get(branch.id)
        if role == Role.EditRole:
            return self._session.as_left(branch.id, statement.text) if statement else None
        shown = summary_of(argument_map, branch)
        if role == Role.UserRole:
            return shown
        if role == Role.ToolTipRole:
            said = what_is(argument_map, branch.id, self._session.marks)
            text = statement.text if statement else shown.spoken
            return plain_text.tooltip(f"{text}\n\n{said}")
        return shown.text if role == Role.DisplayRole else shown.spoken

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Set the text of a statement, as one step and without blank ends; none changes nothing."""
        branch = self.branch(index)
        if branch is None or role != Role.EditRole or not str(value).strip():
            return False
        text = str(value).strip()
        return bool(
            self._session.attempt("Edit text", lambda m: edit.set_fields(m, branch.id, text=text))
        )

    def removeRows(self, _row: int, _count: int, _parent: Index = NOWHERE) -> bool:
        """Remove nothing: after a drop Qt would remove what was dragged, which the map has done."""
        return False

    def mimeTypes(self) -> list[str]:
        """Name the one type of what is dragged, which no other program takes."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return what carries the rows that are dragged."""
        return carrying(self._rows, (row for row in map(self._row, indexes) if row))

    def supportedDropActions(self) -> Qt.DropAction:
        """Say that rows can only be moved."""
        return Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        """Whether rows of this very model may go below that row."""
        return self._drop(data, parent) is not None

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Move rows to a place, all of them in one step; row -1 is the end."""
        drop = self._drop(data, parent, row)
        return drop is not None and bool(self._session.attempt("Move", drop.move))

    def _drop(self, data: QMimeData, parent: Index, row: int = -1) -> RowDrop | None:
        return drop_of(self._rows, data, self._row(parent), row)

    def meaning(self, data: QMimeData, place: tuple[Index, int], beside: Index, side: int) -> str:
        """Return what a drop below a parent, at a row, would do, or nothing where none can be.

        That is said of what it lies on (0), before (-1) or after (+1), or at the end of everything;
        by its name, as what is dragged covers its row.
        """
        drop = self._drop(data, *place)
        if drop is None:
            return ""
        there = self.branch(beside)
        onto = there.id if there else ""
        argument_map = self._map
        card = moving.named(argument_map, onto) if onto in argument_map.statement_by_id else ""
        goal = moving.Goal(onto, side, card)
        return moving.meaning_of_all(argument_map, drop.move, drop.ids, goal)

    def show_draft(self, drafted: Drafted | None) -> None:
        """Have a row for the new card that is being written, where it will be; None takes it away.

        A change of the map takes it away as well: it has the card itself, or there is none.
        """
        before, self.drafted = self._map, drafted
        if before is not self._map:
            self._take(diff(before, self._map))

    def open(self, drafted: Drafted | None) -> None:
        """Make all rows of another map, with that of the new card that is being written there."""
        self.drafted = drafted
        self.reset_rows()

    def follow(self, patch: Patch) -> None:
        """Change the rows that a change of the map touches."""
        if self.drafted:
            self.show_draft(None)
        else:
            self._take(patch)

    def _take(self, patch: Patch) -> None:
        argument_map = self._map
        if not rearranges(patch):
            self._say_again(self._rows.of(change.id for change in patch.of("statements")))
        elif self._circles or makes_a_circle(argument_map, patch):
            self.reset_rows()
        else:
            self._follow(argument_map, patch)

    def reset_rows(self) -> None:
        """Make all rows anew."""
        argument_map = self._map
        self.clear()
        self.setColumnCount(1)
        self._rows.clear()
        everything = (*argument_map.statement_by_id, *argument_map.relation_by_id)
        self._circles = bool(walk.circle_tops(argument_map, everything))
        flags = Qt.ItemFlag.ItemIsDropEnabled if not self._session.read_only else _NONE
        self.invisibleRootItem().setFlags(flags)
        trees = walk.outline(argument_map)
        tops = [self._grow(tree, None, lambda branch: branch.branches) for tree in trees]
        self.invisibleRootItem().appendRows([row.item for row in tops])
        self.rebuilt.emit()

    def _follow(self, argument_map: ArgumentMap, patch: Patch) -> None:
        parents = touched(argument_map, patch)
        if any(map(self._top_changes, statements_moved(patch))):
            parents.add(TOP)
        for id_ in parents:
            self._drop_rows(id_)
        for id_ in parents:
            self._add_rows(id_)
        premises = (p for c in patch.of("relations") for p in getattr(c.after, "premises", ()))
        changed = {*premises, *(change.id for change in patch.changes)}
        self._say_again(self._rows.of(changed))

    def _top_changes(self, statement: str) -> bool:
        """Whether a statement comes to the top of the outline, or goes from there."""
        argument_map = self._map
        row = self._rows.by_key.get((statement, ""))
        was = row is not None and row.parent is None
        known = statement in argument_map.statement_by_id
        return was != (known and not argument_map.relations_of(statement))

    def _wanted(self, id_: str) -> tuple[Branch, ...]:
        argument_map = self._map
        if id_ == TOP:
            return tuple(Branch(root.id) for root in walk.roots(argument_map))
        return walk.rows_below(argument_map, id_) if argument_map.item(id_) else ()

    def _present(self, id_: str) -> tuple[OutlineRow | None, QStandardItem] | None:
        """Return the row under which an id's rows are, with its item; None where it has none."""
        if id_ == TOP:
            return None, self.invisibleRootItem()
        row = self._rows.by_key.get((id_, ""))
        return (row, row.item) if row else None

    def _drop_rows(self, id_: str) -> None:
        """Take away the rows below an id that are not there any more, or stand elsewhere."""
        present = self._present(id_)
        if present is None:
            return
        parent, item = present
        place = {key_of(branch): at for at, branch in enumerate(self._wanted(id_))}
        common = [row.key for row in self._rows.below(parent) if row.key in place]
        kept = longest_increasing(common, {key: place[key] for key in common})
        for row in list(self._rows.below(parent)):
            if row.key not in kept:
                at = row.item.row()
                self._rows.remove(row)
                item.takeRow(at)

    def _add_rows(self, id_: str) -> None:
        """Add the rows below an id that are not there yet, and look at what holds of the others."""
        present = self._present(id_)
        if present is None:
            return
        parent, item = present
        argument_map = self._map
        for at, branch in enumerate(self._wanted(id_)):
            siblings = self._rows.below(parent)
            if at < len(siblings) and siblings[at].key == key_of(branch):
                siblings[at].branch = branch
                continue
            row = self._grow(branch, parent, lambda b: walk.rows_below(argument_map, b.id), at)
            item.insertRow(at, row.item)
            self.grown.emit(row)

    def _grow(
        self,
        branch: Branch,
        parent: OutlineRow | None,
        below: Callable[[Branch], tuple[Branch, ...]],
        at: int | None = None,
    ) -> OutlineRow:
        """Return the row of a branch with all that are below it; its item is in no model yet."""
        first = self._rows.add(branch, parent, at)
        waiting = [first]
        while waiting:
            row = waiting.pop()
            row.item.setFlags(self._flags(row.branch))
            if not row.branch.reference:
                rows = [self._rows.add(each, row) for each in below(row.branch)]
                row.item.appendRows([each.item for each in rows])
                waiting += rows
        return first

    def _flags(self, branch: Branch) -> Qt.ItemFlag:
        if self._session.read_only:
            return _READ
        argument_map = self._map
        editable = not branch.reference and branch.id in argument_map.statement_by_id
        movable = dropping.movable(argument_map, branch)
        return _WRITE | (_EDIT if editable else _NONE) | (_DRAG if movable else _NONE)

    def _say_again(self, rows: Iterable[OutlineRow]) -> None:
        """Have rows drawn anew, since what they say has changed."""
        for row in rows:
            row.item.setFlags(self._flags(row.branch))
            index = row.item.index()
            self.dataChanged.emit(index, index)

    def _row(self, index: Index) -> OutlineRow | None:
        if not index.isValid():
            return None
        return self._rows.by_number.get(super().data(index, NUMBER))
