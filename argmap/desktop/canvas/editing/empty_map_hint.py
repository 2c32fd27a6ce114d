"""What an empty map says, so that nobody sits before a white sheet and wonders how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

if TYPE_CHECKING:
    from argmap.desktop.canvas.canvas import Canvas

WORDS = "Nothing is claimed yet. Type a claim, or double-click where it shall stand."


def wanted(canvas: Canvas) -> bool:
    """Whether there is nothing to see, and somebody may write."""
    session = canvas.session
    empty = not session.argument_map.statements and not canvas.stage.cards
    return empty and not canvas.editing.active and not session.read_only


def paint(canvas: Canvas, painter: QPainter) -> None:
    """Paint the words in the middle of the viewport, in the size of the window's text."""
    painter.save()
    painter.resetTransform()
    painter.setPen(QColor(canvas.look.theme.muted))
    painter.setFont(canvas.font())
    painter.drawText(
        canvas.viewport().rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, WORDS
    )
    painter.restore()
