"""The outline of a map as an item model of Qt.

An index holds the number of its row. A change of texts only repaints; a change of structure lays
the rows out anew, and Qt's persistent indexes (what is expanded, selected, at the top of the view)
move along with what they stand for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import overload

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from argmap.desktop.outline import dropping
from argmap.desktop.outline.row_tree import Key, OutlineRow, RowTree
from argmap.desktop.session import Session
from argmap.desktop.summary import summary_of
from argmap.desktop.widgets import plain_text
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.model.history.patch import Patch
from argmap.model.walk import Branch

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

MIME = "application/x-argmap-outline"
NOWHERE = QModelIndex()

_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDIT, _DRAG = Qt.ItemFlag.ItemIsEditable, Qt.ItemFlag.ItemIsDragEnabled
# Made once: Qt asks for flags thousands of times, and joining them is slow in Python.
_WRITE = {
    (editable, movable): _READ
    | Qt.ItemFlag.ItemIsDropEnabled
    | (_EDIT if editable else Qt.ItemFlag.NoItemFlags)
    | (_DRAG if movable else Qt.ItemFlag.NoItemFlags)
    for editable in (False, True)
    for movable in (False, True)
}


class OutlineModel(QAbstractItemModel):
    """Rows of the outline of a session's map, in one column."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._numbers = count(1)
        self._rows = self._read()
        session.opened.connect(self._reset)
        session.changed.connect(self._map_changed)

    def branch(self, index: Index) -> Branch | None:
        """Return the branch of a row; None for the invisible root."""
        row = self._row(index)
        return row.branch if row else None

    def key(self, index: Index) -> Key:
        """Return what identifies a row over all changes of the map."""
        row = self._row(index)
        return row.key if row else ("", "")

    def find(self, id_: str) -> QModelIndex:
        """Return the row that is a statement's or relation's own; else an invalid index."""
        return self._index(self._rows.by_key.get((id_, "")))

    def parents(self) -> Iterator[QModelIndex]:
        """Return all rows that have rows below them."""
        return (self._index(row) for row in self._rows.by_key.values() if row.rows)

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Return the row at a place."""
        rows = self._below(parent)
        return self._index(rows[row] if 0 <= row < len(rows) and column == 0 else None)

    @overload
    def parent(self) -> QObject | None: ...

    @overload
    def parent(self, child: Index) -> QModelIndex: ...

    def parent(self, child: Index | None = None) -> QModelIndex | QObject | None:
        """Return the row above; asked of nothing, the object that owns the model."""
        if child is None:
            return super().parent()
        row = self._row(child)
        return self._index(row.parent if row else None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the rows below a row."""
        return len(self._below(parent))

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        """Say that there is one column."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say what can be done with a row."""
        branch = self.branch(index)
        if self._session.read_only:
            return _READ if branch else Qt.ItemFlag.NoItemFlags
        if branch is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        argument_map = self._session.argument_map
        editable = not branch.reference and branch.id in argument_map.statement_by_id
        return _WRITE[editable, dropping.movable(argument_map, branch)]

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return what a row says; `UserRole` gives its `Summary`."""
        branch = self.branch(index)
        argument_map = self._session.argument_map
        if branch is None or argument_map.item(branch.id) is None:
            return None
        statement = argument_map.statement_by_id.get(branch.id)
        if role == Role.EditRole:
            return statement.text if statement else None
        if role not in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole, Role.UserRole):
            return None
        shown = summary_of(argument_map, branch)
        if role == Role.UserRole:
            return shown
        if role == Role.ToolTipRole:
            return plain_text.tooltip(statement.text if statement else shown.spoken)
        return shown.text if role == Role.DisplayRole else shown.spoken

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Set the text of a statement, as one step; an empty text changes nothing."""
        branch = self.branch(index)
        if branch is None or role != Role.EditRole or not str(value).strip():
            return False
        text = str(value)
        return bool(
            self._session.attempt("Edit text", lambda m: edit.set_fields(m, branch.id, text=text))
        )

    def mimeTypes(self) -> list[str]:
        """Name the one type of what is dragged, which no other program takes."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the numbers of the rows that are dragged."""
        data = QMimeData()
        numbers = " ".join(str(index.internalId()) for index in indexes)
        data.setData(MIME, QByteArray(f"{id(self)} {numbers}".encode()))
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Say that rows can only be moved."""
        return Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        """Whether rows of this very model may go below that row."""
        rows = self._dragged(data)
        target = self.branch(parent)
        return bool(rows) and all(dropping.may_drop(row.branch, target) for row in rows)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Move rows to a place, all of them in one step; row -1 is the end."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        dragged = self._dragged(data)
        target = self.branch(parent)
        following = self._below(parent)[row:] if row >= 0 else []
        before = next((r.branch for r in following if r not in dragged), None)

        def moved(argument_map: ArgumentMap) -> ArgumentMap:
            for one in dragged:
                home = one.parent.branch if one.parent else None
                argument_map = dropping.drop(argument_map, one.branch, home, target, before)
            return argument_map

        return bool(self._session.attempt("Move", moved))

    def _dragged(self, data: QMimeData) -> list[OutlineRow]:
        words = bytes(data.data(MIME).data()).decode().split()
        if words[:1] != [str(id(self))]:
            return []
        rows = [row for word in words[1:] if (row := self._rows.by_number.get(int(word)))]
        return [row for row in rows if not any(above in rows for above in row.above)]

    def _map_changed(self, patch: Patch) -> None:
        if any(
            c.section == "relations" or not (c.before and c.after) or c.was_at is not None
            for c in patch.changes
            if c.section in ("statements", "relations")
        ):
            self._rearrange()
            return
        for row in self._rows.of(change.id for change in patch.of("statements")):
            index = self._index(row)
            self.dataChanged.emit(index, index)

    def _reset(self) -> None:
        self.beginResetModel()
        self._rows = self._read()
        self.endResetModel()

    def _rearrange(self) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        keys = [self.key(index) for index in old]
        self._rows = self._read()
        new = [self._index(self._rows.by_key.get(key)) for key in keys]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _read(self) -> RowTree:
        return RowTree(self._session.argument_map, self._numbers)

    def _index(self, row: OutlineRow | None) -> QModelIndex:
        return self.createIndex(row.at, 0, row.number) if row else QModelIndex()

    def _row(self, index: Index) -> OutlineRow | None:
        return self._rows.by_number.get(index.internalId()) if index.isValid() else None

    def _below(self, parent: Index) -> list[OutlineRow]:
        if not parent.isValid():
            return self._rows.top
        row = self._row(parent)
        return row.rows if row else []
