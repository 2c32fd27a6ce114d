"""An arrow of the picture, with the dot of a linked step."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from argmap import painting
from argmap.desktop.canvas.scene.item import NO_HIGHLIGHT, Item
from argmap.desktop.canvas.scene.prepared_operations import PreparedOperations
from argmap.drawing.picture import Arrow, Form, Operation, Pen, Shape

_REACH = 12.0
"""How wide, in points, the strip along an arrow is that can be clicked."""
_AROUND_ARROW = (-22.0, -22.0, 22.0, 22.0)
"""Room around an arrow's course for its head and sign."""


class ArrowItem(Item):
    """A relation: its strokes, heads, sign and dot."""

    def __init__(self, arrow: Arrow, accent: str) -> None:
        super().__init__(arrow.id, accent)
        self.setZValue(3)  # or the ring of a card would lie over the sign at its end
        self.show_arrow(arrow, accent)

    def show_arrow(self, arrow: Arrow, accent: str) -> None:
        """Show another course of the arrow."""
        self._prepared: list[PreparedOperations] | None = None
        self.move_to(arrow)
        self._accent = QColor(accent)

    def move_to(self, arrow: Arrow) -> None:
        """Show the same course elsewhere: what is prepared for painting stays."""
        self.prepareGeometryChange()
        self.arrow = arrow
        self._line: QPainterPath | None = None
        self._near: QPainterPath | None = None
        self._bounds = _around(arrow).adjusted(*_AROUND_ARROW)
        self.update()

    @property
    def scene_rect(self) -> QRectF:
        """The rectangle of its dot in the scene, or the middle of its last stroke."""
        return middle_of(self.arrow).translated(self.pos())

    def shape(self) -> QPainterPath:
        """Return what can be clicked: a strip along the arrow, made when it is first needed."""
        if self._near is None:
            stroker = QPainterPathStroker()
            stroker.setWidth(_REACH)
            self._near = stroker.createStroke(self._course())
        return self._near

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Paint the glow of its highlight, and the arrow over it."""
        if self.highlight != NO_HIGHLIGHT:
            self._paint_highlight(painter)
        if self._prepared is None:
            self._prepared = [PreparedOperations(ops) for _, _, ops in _parts(self.arrow)]
        for (x, y, _), prepared in zip(_parts(self.arrow), self._prepared, strict=True):
            painter.translate(x, y)
            prepared.paint(painter)
            painter.translate(-x, -y)

    def _paint_highlight(self, painter: QPainter) -> None:
        highlight = self.highlight
        colour = QColor(self._accent)
        colour.setAlpha(150 if highlight.selected or highlight.drop_target else 70)
        width = 9.0 if highlight.current or highlight.drop_target else 7.0
        painter.setPen(QPen(colour, width, c=Qt.PenCapStyle.FlatCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._course())

    def _course(self) -> QPainterPath:
        """Return the arrow as a line, made when it is first needed: few arrows are pointed at."""
        if self._line is None:
            self._line = QPainterPath()
            for edge in self.arrow.edges:
                curve = painting.path(Shape(Form.CURVE, edge.curve, Pen("")))
                self._line.addPath(curve.translated(edge.x, edge.y))
            if self.arrow.dot:
                dot = self.arrow.dot
                self._line.addEllipse(QRectF(dot.x, dot.y, dot.width, dot.height))
        return self._line


def _around(arrow: Arrow) -> QRectF:
    """Return the rectangle around the points of an arrow's curves, and its dot."""
    points = [(e.x + x, e.y + y) for e in arrow.edges for x, y in e.curve]
    if arrow.dot:
        dot = arrow.dot
        points += [(dot.x, dot.y), (dot.x + dot.width, dot.y + dot.height)]
    across, down = [x for x, _ in points], [y for _, y in points]
    left, top = min(across), min(down)
    return QRectF(left, top, max(across) - left, max(down) - top)


def middle_of(arrow: Arrow) -> QRectF:
    """Return the rectangle of an arrow's dot, or a small one in the middle of its last stroke."""
    dot = arrow.dot
    if dot:
        return QRectF(dot.x, dot.y, dot.width, dot.height)
    last = arrow.edges[-1]
    curve = painting.path(Shape(Form.CURVE, last.curve, Pen(""))).translated(last.x, last.y)
    middle = curve.pointAtPercent(0.5) if curve.length() else QPointF(last.x, last.y)
    return QRectF(middle.x() - 4, middle.y() - 4, 8, 8)


def _parts(arrow: Arrow) -> list[tuple[float, float, tuple[Operation, ...]]]:
    parts = [(edge.x, edge.y, edge.operations) for edge in arrow.edges]
    if arrow.dot:
        parts.append((arrow.dot.x, arrow.dot.y, arrow.dot.operations))
    return parts
