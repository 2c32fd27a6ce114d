"""What an empty map says, so that nobody sits before a white sheet and wonders how to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from argmap.desktop.canvas.view.map_view import MapView

WORDS = "Nothing is claimed yet. Type a claim, or double-click where it should stand."


def wanted(view: MapView) -> bool:
    """Whether there is nothing to see, and somebody may write."""
    session = view.session
    return not (session.argument_map.statements or view.map_scene.cards or session.read_only)


def paint(view: MapView, painter: QPainter) -> None:
    """Paint the words in the middle of the viewport, in the size of the window's text."""
    painter.save()
    painter.resetTransform()
    painter.setPen(QColor(view.appearance.theme.muted))
    painter.setFont(view.font())
    painter.drawText(
        view.viewport().rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, WORDS
    )
    painter.restore()
