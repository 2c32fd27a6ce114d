"""A bar of three parts: the shares of scenarios in which a statement stands, falls, stays open.

Said in words as well, and told apart by hatching, not by colour alone.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from argmap.desktop.widgets import plain_text, role_signs
from argmap.reasoning import Strength

_PARTS = (
    ("accepted", Qt.BrushStyle.SolidPattern),
    ("undecided", Qt.BrushStyle.Dense6Pattern),
    ("rejected", Qt.BrushStyle.BDiagPattern),
)


class StrengthBar(QWidget):
    """The bar, with the sentence below it."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = _Bar()
        self._words = plain_text.paragraph()
        pile = QVBoxLayout(self)
        pile.setContentsMargins(0, 0, 0, 0)
        pile.addWidget(self._bar)
        pile.addWidget(self._words)

    def show_strength(self, strength: Strength) -> None:
        """Show the shares; nothing where the label hinges on no open premise."""
        self._bar.setVisible(bool(strength.leaves))
        self._bar.shares = (strength.accepted, strength.undecided, strength.rejected)
        self._bar.update()
        words = str(strength)
        self._words.setText(f"{words[0].upper()}{words[1:]}.")


class _Bar(QWidget):
    shares = (0.0, 1.0, 0.0)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        at = frame.left()
        for share, (role, pattern) in zip(self.shares, _PARTS, strict=True):
            part = QRectF(at, frame.top(), frame.width() * share, frame.height())
            painter.fillRect(part, QBrush(role_signs.colour(self.palette(), role), pattern))
            at = part.right()
        painter.setPen(QColor(self.palette().color(QPalette.ColorRole.Mid)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)
