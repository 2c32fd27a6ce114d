"""A widget that lies over an edge of another and does not push it aside, unless it has to.

It lies at the upper edge, or at the lower one where it would hide what somebody is looking at.
Where all of the other is to be seen, as of a page of text, that makes room for it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from argmap.desktop.widgets.giving_way import clear_place

_EDGE = 10
_WIDEST = 760
_NEEDS_ROOM = {QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Hide}


class Overlay(QWidget):
    """Holds a widget that fills it, and one above that is as high as it needs to be.

    `looked_at` gives the rectangle of the screen that is not to be hidden; None stands for all.
    """

    def __init__(
        self, ground: QWidget, above: QWidget, looked_at: Callable[[], QRect | None]
    ) -> None:
        super().__init__()
        self._above = above
        self._looked_at = looked_at
        self._pile = QVBoxLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.addWidget(ground)
        above.setParent(self)
        above.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let what lies above keep to the edge."""
        super().resizeEvent(event)
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what lies above when it needs more room, or less."""
        if event.type() in _NEEDS_ROOM:
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Let what lies above give way to what is looked at now."""
        above = self._above
        width = max(min(self.width() - 2 * _EDGE, _WIDEST), 1)
        # What it would be without a width counts texts as if they wrapped early, so twice as high.
        wanted = above.heightForWidth(width) if above.hasHeightForWidth() else -1
        height = min(wanted if wanted >= 0 else above.sizeHint().height(), self.height() - _EDGE)
        high = QRect((self.width() - width) // 2, _EDGE, width, height)
        low = high.translated(0, self.height() - height - 2 * _EDGE)
        seen = self._looked_at()
        pushed = high.bottom() + _EDGE if seen is None and above.isVisible() else 0
        self._pile.setContentsMargins(0, pushed, 0, 0)
        seen = seen or QRect()
        seen.moveTopLeft(self.mapFromGlobal(seen.topLeft()))
        above.setGeometry(clear_place((high, low), seen, above.geometry()))
        above.raise_()
