"""A card of the picture.

From so far away that its text could not be read, it shows its title in letters that can.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from argmap import painting
from argmap.desktop.canvas.scene import badge
from argmap.desktop.canvas.scene.item import NO_HIGHLIGHT, Item
from argmap.desktop.canvas.scene.prepared_operations import PreparedOperations
from argmap.desktop.canvas.scene.title_lines import wrapped
from argmap.drawing.picture import Piece

SWAP = 0.5
"""Pixels per point below which titles stand in place of texts: texts would have 6 pixels."""
_TITLE_PIXELS = 9.0
_RING = 2.0
"""How far from a card, in points, the ring of the selection lies: below the title of its group."""
_AROUND = 6.0
_ROUND = 9.0
_HOVERED, _LIT = 110, 210
"""How strong a frame is, of 255, around what is pointed at, and around what is looked for."""


class CardItem(Item):
    """A statement: its card, with a badge on it and a ring around it."""

    def __init__(
        self, card: Piece, accent: str, title_of: Callable[[str], str] = lambda _id: ""
    ) -> None:
        super().__init__(card.id, accent)
        self._title_of = title_of
        self.setZValue(2)
        self.show_card(card, accent)

    def show_card(self, card: Piece, accent: str) -> None:
        """Show another drawing of the card; its position is set by whoever moves it."""
        self.prepareGeometryChange()
        self.card = card
        self._accent = QColor(accent)
        self._prepared: PreparedOperations | None = None
        self._title: tuple[tuple[str, float, float, float], str] | None = None
        """The title as it was last broken into lines, after what that depends on."""
        self.badge: tuple[str, str] | None = None
        inner = QRectF(0, 0, card.width, card.height)
        self._bounds = inner.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        self.update()

    def show_badge(self, text: str, colour: str) -> None:
        """Show a badge over the drawn one, until a drawing that has it arrives."""
        drawn = badge.drawn(self.card)
        self.badge = None if text == (drawn.text if drawn else "") else (text, colour)
        self.update()

    @property
    def scene_rect(self) -> QRectF:
        """The card's rectangle in the scene."""
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
        """Paint the card, its badge, and the ring of its highlight."""
        if self._prepared is None:
            self._prepared = PreparedOperations(self.card.operations)
        inner = QRectF(0, 0, self.card.width, self.card.height)
        title = self._title_of(self.card.id) if painter.worldTransform().m11() < SWAP else ""
        self._prepared.paint(painter, texts=not title)
        if title:
            room = badge.paint_swapped(painter, self.card, self.badge)
            if not room.isEmpty():
                self._paint_title(painter, title, room)
        else:
            badge.paint(painter, self.card, self.badge)
        if self.highlight != NO_HIGHLIGHT:
            self._paint_highlight(painter, inner)

    def _paint_title(self, painter: QPainter, title: str, room: QRectF) -> None:
        """Paint as much of the title as there is room for, in the middle of the room."""
        zoom = painter.worldTransform().m11()
        size = min(_TITLE_PIXELS / zoom, room.height() / 1.4)
        painter.setFont(painting.font(size, bold=False, italic=False))
        painter.setPen(QColor(self._ink))
        room = room.adjusted(1, 0, -1, 0)
        shown = self._broken(title, size, room, painter.fontMetrics())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _broken(self, title: str, size: float, room: QRectF, metrics: QFontMetrics) -> str:
        """Return the title in lines; scrolling changes nothing about them."""
        of = (title, size, room.width(), room.height())
        if self._title is None or self._title[0] != of:
            most = max(1, int(room.height() // metrics.height()))
            self._title = of, wrapped(title, metrics, int(room.width()), most)
        return self._title[1]

    @property
    def _ink(self) -> str:
        """The colour of its text."""
        texts = [line.colour for line in self.card.lines[1:]]
        return texts[0] if texts else "#808080"

    def _paint_highlight(self, painter: QPainter, inner: QRectF) -> None:
        highlight = self.highlight
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if (highlight.hovered or highlight.lit) and not highlight.selected:
            faint = QColor(self._accent)
            faint.setAlpha(_LIT if highlight.lit else _HOVERED)
            painter.setPen(QPen(faint, 2.5 if highlight.lit else 2))
            _draw_ring(painter, inner)
        if highlight.selected or highlight.drop_target:
            pen = QPen(self._accent, 2.4 if highlight.current or highlight.drop_target else 1.7)
            if highlight.drop_target:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            _draw_ring(painter, inner)


def _draw_ring(painter: QPainter, card: QRectF) -> None:
    around = card.adjusted(-_RING, -_RING, _RING, _RING)
    painter.drawRoundedRect(around, _ROUND + _RING, _ROUND + _RING)
