"""What can be seen on a canvas: its pixels."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage

from tests.desktop.canvas.conftest import Hand


def looks(hand: Hand) -> QImage:
    """Return what the canvas shows."""
    return hand.canvas.viewport().grab().toImage()


def near(one: QColor, other: QColor, tolerance: int = 45) -> bool:
    """Whether two colours are alike, antialiasing aside."""
    apart = (one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue())
    return max(map(abs, apart)) <= tolerance


def inked(image: QImage, colour: str | QColor, inside: QRect | None = None) -> QRect:
    """Return the rectangle around all that has a colour in a part of an image; empty for none."""
    wanted, room = QColor(colour), (inside or image.rect()).intersected(image.rect())
    ink = QRect()
    for y in range(room.top(), room.bottom() + 1):
        for x in range(room.left(), room.right() + 1):
            if near(image.pixelColor(x, y), wanted):
                ink = ink.united(QRect(x, y, 1, 1))
    return ink


def around(at: QPoint, reach: int) -> QRect:
    """Return the square about a place."""
    return QRect(at - QPoint(reach, reach), at + QPoint(reach, reach))
