"""What lies on the canvas: a card, an arrow, a frame, one item each, without children.

An item plays its part of the picture, and draws on top whether it is selected, current, pointed
at, or about to take a drop. It knows no session and no map.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from argmap import painting
from argmap.desktop.canvas.scene import badge
from argmap.desktop.canvas.scene.prepared_operations import Prepared
from argmap.drawing.picture import Arrow, Form, Operation, Pen, Piece, Shape

_RING = 6.0
_ROUND = 9.0
_REACH = 12.0
"""How wide, in points, the strip along an arrow is that can be clicked."""
_AROUND_ARROW = (-22.0, -22.0, 22.0, 22.0)
"""Room around an arrow's course for its head and sign."""


@dataclass(frozen=True, slots=True)
class State:
    """How an item stands out."""

    selected: bool = False
    current: bool = False
    pointed: bool = False
    target: bool = False
    lit: bool = False


PLAIN = State()


class _Item(QGraphicsItem):
    """An item of the picture with an id and a state."""

    def __init__(self, id_: str, accent: str) -> None:
        super().__init__()
        self.id = id_
        self.state = PLAIN
        self._accent = QColor(accent)
        self._bounds = QRectF()

    def stand_out(self, state: State) -> None:
        """Show another state."""
        if state != self.state:
            self.state = state
            self.update()

    def boundingRect(self) -> QRectF:
        """Return the room that is painted on."""
        return self._bounds

    def _ring_pen(self) -> QPen:
        pen = QPen(self._accent, 3.0 if self.state.current or self.state.target else 2.0)
        if self.state.target:
            pen.setStyle(Qt.PenStyle.DashLine)
        return pen


class CardItem(_Item):
    """A card."""

    def __init__(self, card: Piece, accent: str) -> None:
        super().__init__(card.id, accent)
        self.setZValue(2)
        self.show_card(card, accent)

    def show_card(self, card: Piece, accent: str) -> None:
        """Show another drawing of the card; its place is set by whoever moves it."""
        self.prepareGeometryChange()
        self.card = card
        self._accent = QColor(accent)
        self._prepared: Prepared | None = None
        self.badge: tuple[str, str] | None = None
        inner = QRectF(0, 0, card.width, card.height)
        self._bounds = inner.adjusted(-_RING - 3, -_RING - 3, _RING + 3, _RING + 3)
        self.update()

    def show_badge(self, text: str, colour: str) -> None:
        """Show a badge over the drawn one, until a drawing that has it arrives."""
        drawn = badge.drawn(self.card)
        self.badge = None if text == (drawn.text if drawn else "") else (text, colour)
        self.update()

    @property
    def place(self) -> QRectF:
        """The card's rectangle on the canvas."""
        return QRectF(self.pos().x(), self.pos().y(), self.card.width, self.card.height)

    def shape(self) -> QPainterPath:
        """Return what can be clicked: the card without its ring."""
        path = QPainterPath()
        path.addRect(QRectF(0, 0, self.card.width, self.card.height))
        return path

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Paint the card, and its ring."""
        if self._prepared is None:
            self._prepared = Prepared(self.card.operations)
        self._prepared.paint(painter)
        inner = QRectF(0, 0, self.card.width, self.card.height)
        badge.paint(painter, self.card, self.badge)
        if (self.state.pointed or self.state.lit) and not self.state.selected:
            faint = QColor(self._accent)
            faint.setAlpha(110)
            painter.setPen(QPen(faint, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(-3, -3, 3, 3), _ROUND + 2, _ROUND + 2)
        if self.state.selected or self.state.target:
            painter.setPen(self._ring_pen())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(-5, -5, 5, 5), _ROUND + 4, _ROUND + 4)


class ArrowItem(_Item):
    """A relation: its strokes, heads, sign and dot."""

    def __init__(self, arrow: Arrow, accent: str) -> None:
        super().__init__(arrow.id, accent)
        self.setZValue(1)
        self.show_arrow(arrow, accent)

    def show_arrow(self, arrow: Arrow, accent: str) -> None:
        """Show another course of the arrow."""
        self.prepareGeometryChange()
        self.arrow = arrow
        self._accent = QColor(accent)
        self._prepared: list[tuple[float, float, Prepared]] | None = None
        self._line = QPainterPath()
        for edge in arrow.edges:
            curve = painting.path(Shape(Form.CURVE, edge.curve, Pen("")))
            self._line.addPath(curve.translated(edge.x, edge.y))
        if arrow.dot:
            dot = arrow.dot
            self._line.addEllipse(QRectF(dot.x, dot.y, dot.width, dot.height))
        self._near: QPainterPath | None = None
        self._bounds = self._line.controlPointRect().adjusted(*_AROUND_ARROW)
        self.update()

    @property
    def place(self) -> QRectF:
        """Where the arrow is edited and pointed at: its dot, or the middle of its last stroke."""
        dot = self.arrow.dot
        if dot:
            return QRectF(dot.x, dot.y, dot.width, dot.height).translated(self.pos())
        last = self.arrow.edges[-1]
        curve = painting.path(Shape(Form.CURVE, last.curve, Pen(""))).translated(last.x, last.y)
        middle = curve.pointAtPercent(0.5) if curve.length() else QPointF(last.x, last.y)
        return QRectF(middle.x() - 4, middle.y() - 4, 8, 8).translated(self.pos())

    def shape(self) -> QPainterPath:
        """Return what can be clicked: a strip along the arrow, made when it is first needed."""
        if self._near is None:
            stroker = QPainterPathStroker()
            stroker.setWidth(_REACH)
            self._near = stroker.createStroke(self._line)
        return self._near

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Paint a glow under the arrow that is selected, and the arrow."""
        glow = self.state != PLAIN
        if glow:
            colour = QColor(self._accent)
            colour.setAlpha(150 if self.state.selected or self.state.target else 70)
            width = 9.0 if self.state.current or self.state.target else 7.0
            painter.setPen(QPen(colour, width, c=Qt.PenCapStyle.RoundCap))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._line)
        if self._prepared is None:
            self._prepared = [(x, y, Prepared(ops)) for x, y, ops in _parts(self.arrow)]
        for x, y, prepared in self._prepared:
            painter.translate(x, y)
            prepared.paint(painter)
            painter.translate(-x, -y)


class FrameItem(_Item):
    """A group's frame, behind everything; clicks go through it."""

    def __init__(self, frame: Piece) -> None:
        super().__init__(frame.id, "#000000")
        self.setZValue(0)
        self.frame = frame
        self._prepared = Prepared(frame.operations)
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


def _parts(arrow: Arrow) -> list[tuple[float, float, tuple[Operation, ...]]]:
    parts = [(edge.x, edge.y, edge.operations) for edge in arrow.edges]
    if arrow.dot:
        parts.append((arrow.dot.x, arrow.dot.y, arrow.dot.operations))
    return parts
