"""How wide the rows of the outline are: the deepest have room for some words too.

In a narrow pane one scrolls sideways for them, and no further than the words of a row need.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QTreeView

from argmap.desktop.outline.model import OutlineModel
from argmap.desktop.outline.row_tree import OutlineRow

_WORDS = 230
"""Pixels that a row has for its role and text, however deep it lies."""


class RoomForWords:
    """The width of the one column of a tree, and where it is scrolled to sideways."""

    def __init__(self, tree: QTreeView, model: OutlineModel) -> None:
        self._tree = tree
        self._model = model
        self._deepest = 0

    def measure(self) -> None:
        """Give room to all rows, as they are new."""
        depths = (self._model.depth(index) + 1 for index in self._model.parents())
        self._deepest = max(depths, default=0)
        self.give()

    def take_in(self, came: OutlineRow) -> None:
        """Give room to a row that came, and to those below it."""
        deepest = max((self._model.depth(row.item.index()) for row in came.all), default=0)
        if deepest > self._deepest:
            self._deepest = deepest
            self.give()

    def give(self) -> None:
        """Let the deepest rows have room, be it by scrolling sideways."""
        wide = self._end(self._deepest)
        self._tree.header().resizeSection(0, max(self._tree.viewport().width(), wide))

    def look_at(self, index: QModelIndex) -> None:
        """Scroll sideways no further than a row's text needs; Qt shows the beginning alone."""
        end = self._end(self._model.depth(index))
        self._tree.horizontalScrollBar().setValue(max(0, end - self._tree.viewport().width()))

    def _end(self, depth: int) -> int:
        """Return where the words of a row end; in a narrow pane, places are seen too."""
        words = min(_WORDS, self._tree.viewport().width() * 2 // 3)
        return (depth + 1) * self._tree.indentation() + words
