"""Words beside the pointer that say what letting go of dragged rows would do."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QModelIndex
from PySide6.QtGui import QDragMoveEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from argmap.desktop.outline.model import OutlineModel
from argmap.desktop.outline.row_tree import Key
from argmap.desktop.widgets.pointer_words import PointerWords

Mark = QAbstractItemView.DropIndicatorPosition
_SIDES = {Mark.OnItem: 0, Mark.AboveItem: -1, Mark.BelowItem: 1}


class DropWords:
    """What is said of a drop on a tree, whose mark shows whether it would be on a row or beside."""

    def __init__(self, tree: QTreeView, model: OutlineModel) -> None:
        self._tree = tree
        self._model = model
        self._shown = PointerWords(tree)
        self._aim: tuple[Key, Mark, bool] | None = None

    def follow(self, event: QDragMoveEvent, mark: Mark) -> None:
        """Say it for where the pointer is now, if something can be dropped there."""
        at = event.position().toPoint()
        here = self._tree.indexAt(at)
        aim = self._model.key(here), mark, event.isAccepted()
        words = self._shown.text()
        if aim != self._aim:  # or a map would be made at every move of the mouse
            self._aim = aim
            words = self._meaning(event.mimeData(), here, mark) if event.isAccepted() else ""
        self._shown.say(words, self._tree.viewport().mapToGlobal(at))

    def end(self) -> None:
        """Say nothing any more."""
        self._aim = None
        self._shown.hide()

    def _meaning(self, data: QMimeData, here: QModelIndex, mark: Mark) -> str:
        side = _SIDES.get(mark)
        if side is None:
            return self._model.meaning(data, (QModelIndex(), -1), QModelIndex(), 0)
        among = here.parent(), here.row() + max(side, 0)
        return self._model.meaning(data, among if side else (here, -1), here, side)
