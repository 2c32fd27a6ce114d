"""A widget that lies over the lower edge of another and does not push it aside."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

_EDGE = 10
_WIDEST = 760


class Overlay(QWidget):
    """Holds a widget that fills it, and one above that is as high as it needs to be."""

    def __init__(self, ground: QWidget, above: QWidget) -> None:
        super().__init__()
        self._above = above
        pile = QVBoxLayout(self)
        pile.setContentsMargins(0, 0, 0, 0)
        pile.addWidget(ground)
        above.setParent(self)
        above.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let what lies above keep to the edge."""
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what lies above when it needs more room, or less."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        above = self._above
        width = max(min(self.width() - 2 * _EDGE, _WIDEST), 1)
        wanted = above.heightForWidth(width) if above.hasHeightForWidth() else -1
        height = min(max(wanted, above.sizeHint().height()), self.height() - _EDGE)
        above.setGeometry(
            (self.width() - width) // 2, self.height() - height - _EDGE, width, height
        )
        above.raise_()
