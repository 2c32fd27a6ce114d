"""By what a card that is being written will hang: its arrows, or a line to its anchor."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from argmap.desktop.canvas.editing.draft_placement import line_between
from argmap.desktop.canvas.laying.drafting import Outlook
from argmap.desktop.canvas.scene.prepared_operations import PreparedOperations
from argmap.desktop.canvas.view.map_view import MapView


def paint(
    painter: QPainter, view: MapView, outlook: Outlook | None, anchor: QRectF | None, rect: QRectF
) -> None:
    """Paint the arrows of a draft at a rectangle, or a line to its anchor while none are known."""
    if outlook:
        _paint_arrows(painter, outlook)
    elif anchor:
        painter.setPen(QPen(view.accent, 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(line_between(anchor, rect))


def _paint_arrows(painter: QPainter, outlook: Outlook) -> None:
    for arrow in outlook.arrows:
        for part in (*arrow.edges, *((arrow.dot,) if arrow.dot else ())):
            painter.translate(part.x, part.y)
            PreparedOperations(part.operations).paint(painter)
            painter.translate(-part.x, -part.y)
