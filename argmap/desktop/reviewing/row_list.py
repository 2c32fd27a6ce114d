"""A list of sentences, one of which is looked at: by mouse, by arrow keys, or step by step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QTreeWidgetItem

from argmap.desktop.widgets.wrapping import WrappingTree


class RowList(WrappingTree):
    """Rows of text; `chosen` says that another one is looked at."""

    chosen = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setTabKeyNavigation(False)
        self.setMinimumWidth(160)
        self.currentItemChanged.connect(lambda *_: self._tell())

    @property
    def at(self) -> int:
        """The number of the row that is looked at, from 0; -1 where there is none."""
        item = self.currentItem()
        return self.indexOfTopLevelItem(item) if item else -1

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self.topLevelItemCount()

    def fill(self, rows: Sequence[str], at: int) -> None:
        """Show other rows, and look at one of them, or at the last."""
        with QSignalBlocker(self):
            self.clear()
            items = [QTreeWidgetItem(self, [row]) for row in rows]
            if items:
                self.setCurrentItem(items[min(max(at, 0), len(items) - 1)])
        self._tell()

    def mark(self, at: int, text: str) -> None:
        """Give a row another text."""
        item = self.topLevelItem(at)
        if item:
            item.setText(0, text)

    def go(self, by: int) -> None:
        """Look at the next row or the one before, round from the last to the first."""
        item = self.topLevelItem((self.at + by) % self.count) if self.count else None
        if item:
            self.setCurrentItem(item)

    def _tell(self) -> None:
        item = self.currentItem()
        if item:
            self.scrollToItem(item)
        self.chosen.emit(self.at)
