"""Rows of a tree that are as high as their text, wrapped at the width of the pane."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
)

_ROOM = 12
_PAD = 4


class WrappingTree(QTreeWidget):
    """A tree of sentences in one column."""

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIndentation(14)
        self.setItemDelegate(_Wrapped(self))
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().sectionResized.connect(self.scheduleDelayedItemsLayout)


class _Wrapped(QStyledItemDelegate):
    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        width = self._tree.columnWidth(0) - depth * self._tree.indentation() - _ROOM
        text = str(index.data() or "")
        flags = int(Qt.TextFlag.TextWordWrap)
        room = option.fontMetrics.boundingRect(0, 0, max(width, 40), 10_000, flags, text)
        return QSize(width, room.height() + _PAD)
