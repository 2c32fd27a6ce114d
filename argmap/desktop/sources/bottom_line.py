"""The line below a text: where one is and what the keys make of it, and how much is quoted.

Where there is no room for all of it, what the keys do is cut off first; how much is quoted never.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget


class CutLabel(QLabel):
    """A line of plain text of which the end is cut off where there is no room for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        # However much it has to say, the pane stays as wide as it is.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def shown(self) -> str:
        """Return what there is room for."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what there is room for."""
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            self.alignment(),
            self.palette(),
            self.isEnabled(),
            self.shown(),
            self.foregroundRole(),
        )
        painter.end()


class BottomLine(QWidget):
    """Tells the place in a text at the left, and how much of the text is quoted at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.place = CutLabel()
        self.place.setAccessibleName("Place in the text")
        self.quoted = QLabel()
        self.quoted.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 3)
        row.addWidget(self.place, 1)
        row.addWidget(self.quoted)
