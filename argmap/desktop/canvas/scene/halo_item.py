"""A halo in the picture: the ground of a group, or of a connected part of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from argmap.desktop.canvas.scene.item import Item
from argmap.desktop.canvas.scene.prepared_operations import PreparedOperations
from argmap.drawing.picture import Piece


class HaloItem(Item):
    """A group's ground with its title, behind everything; clicks go through it."""

    def __init__(self, halo: Piece) -> None:
        super().__init__(halo.id, "#000000")
        self.setZValue(0)
        self.halo = halo
        self._prepared = PreparedOperations(halo.operations)
        self._bounds = QRectF(-2, -2, halo.width + 4, halo.height + 4)
        self.setPos(halo.x, halo.y)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Paint the ground with its title."""
        self._prepared.paint(painter)
