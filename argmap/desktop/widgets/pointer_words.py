"""Words beside the pointer while something is dragged.

No tooltip of Qt's: that stays where it was as long as it says the same.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QToolTip, QWidget

_OFFSET = QPoint(14, 18)
_Window = Qt.WindowType


class PointerWords(QLabel):
    """Looks like a tooltip, and follows the pointer; what is dragged goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _Window.ToolTip | _Window.WindowTransparentForInput)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFrameShape(QFrame.Shape.Box)
        self.setMargin(3)
        self.setPalette(QToolTip.palette())
        self.setFont(QToolTip.font())

    def say(self, words: str, at: QPoint) -> None:
        """Show words at a place of the screen and within it, or nothing."""
        self.setText(words)
        self.adjustSize()
        screen = QGuiApplication.screenAt(at) or self.screen()
        last = screen.availableGeometry().bottomRight() - self.rect().bottomRight()
        place = at + _OFFSET
        corner = QPoint(min(place.x(), last.x()), min(place.y(), last.y()))
        self.setGeometry(QRect(corner, self.size()))
        self.setVisible(bool(words))
