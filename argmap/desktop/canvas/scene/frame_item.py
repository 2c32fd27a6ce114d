"""The frame of a group in the picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from argmap.desktop.canvas.scene.item import Item
from argmap.desktop.canvas.scene.prepared_operations import PreparedOperations
from argmap.drawing.picture import Piece


class FrameItem(Item):
    """A group's frame, behind everything; clicks go through it."""

    def __init__(self, frame: Piece) -> None:
        super().__init__(frame.id, "#000000")
        self.setZValue(0)
        self.frame = frame
        self._prepared = PreparedOperations(frame.operations)
        self._bounds = QRectF(-2, -2, frame.width + 4, frame.height + 4)
        self.setPos(frame.x, frame.y)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Paint the frame with its title."""
        self._prepared.paint(painter)
