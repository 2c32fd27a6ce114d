"""A halo in the picture: the ground of a group, or of a connected part of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from argmap import painting
from argmap.desktop.canvas.scene.item import NO_HIGHLIGHT, Item
from argmap.desktop.canvas.scene.prepared_operations import PreparedOperations
from argmap.drawing.picture import Piece, Shape

_AROUND = 3.0
"""How far, in points, around a title a click still means it."""


class HaloItem(Item):
    """A group's ground with its title, behind everything."""

    def __init__(self, halo: Piece, accent: str) -> None:
        super().__init__(halo.id, accent)
        self.setZValue(0)
        self.halo = halo
        self._prepared = PreparedOperations(halo.operations)
        self._bounds = QRectF(-4, -4, halo.width + 8, halo.height + 8)
        self._ground: QPainterPath | None = None
        self.setPos(halo.x, halo.y)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    @property
    def title_rect(self) -> QRectF | None:
        """The rectangle of its title in the scene, if it shows one."""
        rect = QRectF()
        for line in self.halo.lines:
            top = line.at[1] - line.size
            left = line.at[0] - (line.width if line.align == "r" else 0)
            rect = rect.united(QRectF(left, top, line.width, line.size * 1.3))
        return None if rect.isNull() else rect.translated(self.pos())

    def has_title_at(self, point: QPointF) -> bool:
        """Whether a point of its ground is on the line on which its title stands."""
        rect = self.title_rect
        return bool(rect and rect.top() - _AROUND <= point.y() <= rect.bottom() + _AROUND)

    def shape(self) -> QPainterPath:
        """Return what can be clicked: the ground without its holes."""
        if self._ground is None:
            shapes = [one for one in self.halo.operations if isinstance(one, Shape)]
            self._ground = painting.path(shapes[0]) if shapes else QPainterPath()
            for hole in shapes[1:]:
                self._ground = self._ground.subtracted(painting.path(hole))
        return self._ground

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Paint the ground with its title, and its border again where it is highlighted."""
        self._prepared.paint(painter)
        if self.highlight != NO_HIGHLIGHT:
            pen = QPen(QColor(self._accent), 2.0)
            if self.highlight.drop_target:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self.shape())
