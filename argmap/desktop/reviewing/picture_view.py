"""A picture of a map to be looked at, not worked on.

It is shown whole, or near what is pointed out in it, until somebody zooms.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from argmap import painting
from argmap.desktop.appearance import Appearance
from argmap.desktop.canvas.view.zoom_view import PIXELS_PER_POINT, ZoomView
from argmap.drawing.picture import Edge, Form, Pen, Picture, Shape

READABLE = 0.5 * PIXELS_PER_POINT
"""The zoom below which a card that is pointed out is brought nearer."""

_NEAR = 0.75 * PIXELS_PER_POINT
_RING = 4.0
"""Points between a card and the ring that points it out."""

_SPOKEN = 12
"""Cards whose texts a screen reader is given."""

_STEP = 1.25
_ZOOMS = {Qt.Key.Key_Plus: _STEP, Qt.Key.Key_Equal: _STEP, Qt.Key.Key_Minus: 1 / _STEP}


class PictureView(ZoomView):
    """Shows a Picture; the arrow keys and dragging scroll it, plus and minus zoom, 0 shows all.

    `readable` is the zoom below which what is pointed out is shown larger, and no longer all.
    """

    def __init__(self, name: str, appearance: Appearance, readable: float = READABLE) -> None:
        super().__init__()
        self._readable = readable
        self._appearance = appearance
        self._room = QGraphicsScene(self)
        self._drawn = _Drawn()
        self._room.addItem(self._drawn)
        self._shown: tuple[str, ...] = ()
        self._own_zoom = self._framing = False
        self.setScene(self._room)
        self.setAccessibleName(name)
        self.setDragMode(ZoomView.DragMode.ScrollHandDrag)
        self.setMinimumSize(120, 80)
        for bars in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bars(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # around a picture is room to drag it
        self.zoomed.connect(self._note_zoom)
        appearance.changed.connect(self._paint_ground)
        self._paint_ground()

    def show_picture(self, picture: Picture) -> None:
        """Show another picture."""
        self._drawn.take(picture)
        self.set_bounds(QRectF(0, 0, picture.width, picture.height))
        self.setAccessibleDescription(_spoken(picture))
        self._frame()
        self.viewport().update()

    def clear(self) -> None:
        """Show nothing."""
        self.show_picture(Picture(1, 1, ""))

    def show_whole(self) -> None:
        """Show all of the picture, and go on doing so."""
        self._own_zoom = False
        self._frame()

    def point_out(self, *ids: str) -> None:
        """Put a ring around the first of these cards and arrows that is there, and go to it."""
        self._shown = ids
        self._frame()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, or show all; what else a key does is scrolling."""
        key = Qt.Key(event.key())
        if key in _ZOOMS:
            self.zoom_by(_ZOOMS[key])
        elif key == Qt.Key.Key_0:
            self.show_whole()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go on showing what is to be seen."""
        super().resizeEvent(event)
        self._frame()

    def drawForeground(self, painter: QPainter, _exposed: QRectF | QRect) -> None:
        """Draw the ring."""
        outline = self._outline()
        if outline is not None:
            pen = QPen(QColor(self._appearance.theme.lines["selection"]), 3)
            pen.setCosmetic(True)
            painter.strokePath(outline, pen)

    @property
    def picture(self) -> Picture:
        """What is shown."""
        return self._drawn.picture

    def pointed(self) -> QRectF | None:
        """Return the rectangle of what is pointed out, in points; None for nothing."""
        outline = self._outline()
        return outline.boundingRect() if outline is not None else None

    def _outline(self) -> QPainterPath | None:
        outlines = (_outline(self._drawn.picture, id_) for id_ in self._shown)
        return next((outline for outline in outlines if outline is not None), None)

    def _frame(self) -> None:
        """Show all, or what is pointed out where all would be too small, unless somebody zoomed."""
        rect = self.pointed()
        self._framing = True
        if not self._own_zoom:
            self.zoom_to_rect(self.bounds())
        if rect is not None and not self._own_zoom and self.zoom() < self._readable:
            self.zoom_to(_NEAR)
        if rect is not None and not self.fits():
            self.centerOn(rect.center())
        self._framing = False

    def _note_zoom(self) -> None:
        self._own_zoom = self._own_zoom or not self._framing

    def _paint_ground(self) -> None:
        self.setBackgroundBrush(QColor(self._appearance.theme.background))


class _Drawn(QGraphicsItem):
    """A picture as an item of a scene; only what is exposed is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = Picture(1, 1, "")
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def take(self, picture: Picture) -> None:
        """Be another picture."""
        self.prepareGeometryChange()
        self.picture = picture

    def boundingRect(self) -> QRectF:
        """Return where something is drawn."""
        return QRectF(0, 0, self.picture.width, self.picture.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint the pieces that are in view."""
        exposed = option.exposedRect
        for piece in self.picture.pieces():
            seen = isinstance(piece, Edge) or exposed.intersects(
                QRectF(piece.x, piece.y, piece.width, piece.height)
            )
            if seen:
                painting.play(painter, piece)


def _spoken(picture: Picture) -> str:
    """Return what stands on the first cards of a picture, for who cannot see it."""
    cards = (" ".join(line.text for line in card.lines) for card in picture.cards[:_SPOKEN])
    more = len(picture.cards) - _SPOKEN
    return "; ".join([*cards, *([f"and {more} more cards"] if more > 0 else [])])


def _outline(picture: Picture, id_: str) -> QPainterPath | None:
    """Return a ring around a card, or around the strokes of an arrow; None for what is not there.

    A step with a dot has its ring around that.
    """
    card, arrow = picture.card_by_id.get(id_), picture.arrow_by_id.get(id_)
    ring = card or (arrow.dot if arrow else None)
    outline = QPainterPath()
    if ring is not None:
        rect = QRectF(ring.x, ring.y, ring.width, ring.height)
        outline.addRoundedRect(rect.adjusted(-_RING, -_RING, _RING, _RING), _RING, _RING)
        return outline
    if arrow is None:
        return None
    for edge in arrow.edges:
        stroke = painting.path(Shape(Form.CURVE, edge.curve, Pen("")))
        outline.addPath(stroke.translated(edge.x, edge.y))
    stroker = QPainterPathStroker()
    stroker.setWidth(2 * _RING)
    return stroker.createStroke(outline).simplified()
