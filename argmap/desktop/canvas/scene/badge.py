"""The badge of a card: how it is judged, or that something is wrong with it, in a word or sign.

Graphviz draws it at the end of the line of the role word. Here it is painted over the drawn one,
where that is out of date or too small to read: what stands is asked most of a map seen as a whole.
It grows as far as it covers no text; where a title stands for the text, that leaves it room.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from argmap import painting
from argmap.drawing.picture import Piece, Shape, Text

_READABLE_PIXELS = 9
_RIM = 2.0
"""How far from the upper edge of its card a badge begins, in points."""
_LEAST_TITLE = 24
"""Pixels below which a title beside a badge says nothing."""
_DESCENT = 0.3
"""How far below their base line letters reach, as a share of their size."""
_LINE = 1.3
"""The height of a line, as a share of the size of its letters."""


def drawn(card: Piece) -> Text | None:
    """Return the badge that is drawn on a card, if there is one."""
    lines = card.lines
    return next((line for line in lines[1:] if line.at[1] == lines[0].at[1]), None)


def paint(painter: QPainter, card: Piece, badge: tuple[str, str] | None) -> None:
    """Paint a badge (its text and colour), or the drawn one if it is None and hard to read."""
    line, zoom = drawn(card), painter.worldTransform().m11()
    if badge is None and line and line.size * zoom < _READABLE_PIXELS:
        badge = line.text, line.colour
    if badge and card.lines:
        _cover(painter, card)
        _paint(painter, card, *badge, _READABLE_PIXELS / zoom)


def paint_swapped(painter: QPainter, card: Piece, badge: tuple[str, str] | None) -> QRectF:
    """Paint a badge where a title stands in place of all texts; return the room for the title.

    The badge is above the title, beside it where there is one line only, and alone in a card that
    is too small for both: what stands is asked most.
    """
    line, zoom = drawn(card), painter.worldTransform().m11()
    room = QRectF(0, 0, card.width, card.height).adjusted(_RIM, _RIM, -_RIM, -_RIM)
    if badge is None and line:
        badge = line.text, line.colour
    if not (badge and badge[0]):
        return room
    text, colour = badge
    unit = _unit(text)
    size = min(_READABLE_PIXELS / zoom, room.width() / unit, room.height() / _LINE)
    wide, high = unit * size, size * _LINE
    at = QPointF(room.right() - wide, room.top() + size)
    if room.height() >= 2 * high:
        left = room.adjusted(0, high, 0, 0)
    else:
        at.setY(room.center().y() + size * (1 - _LINE / 2))
        left = room.adjusted(0, 0, -wide - _RIM, 0)
    painter.setFont(painting.font(size, bold=True, italic=False))
    painter.setPen(QColor(colour))
    painter.drawText(at, text)
    return left if left.width() * zoom >= _LEAST_TITLE else QRectF()


def _cover(painter: QPainter, card: Piece) -> None:
    """Paint over a badge that no longer holds."""
    line = drawn(card)
    if line:
        left, top = line.at[0], line.at[1] - line.size
        ground = QRectF(left - 2, top, line.width + 4, line.size * _LINE)
        painter.fillRect(ground, QColor(_fill(card)))


def _paint(painter: QPainter, card: Piece, text: str, colour: str, wanted: float) -> None:
    """Paint a badge with letters of the wanted size in points, as far as no text is covered."""
    role = card.lines[0]
    right, floor = card.width - role.at[0], role.at[1] + _DESCENT * role.size
    room = min((right - role.at[0]) / _unit(text), (floor - _RIM) / _LINE)
    size = min(max(role.size, wanted), room)
    left = right - _unit(text) * size
    ground = QRectF(left - 2, floor - size * _LINE, right - left + 4, size * _LINE)
    painter.fillRect(ground, QColor(_fill(card)))
    painter.setFont(painting.font(size, bold=True, italic=False))
    painter.setPen(QColor(colour))
    painter.drawText(QPointF(left, floor - _DESCENT * size), text)


def _unit(text: str) -> float:
    """Return how wide a badge is in letters of one point."""
    measured = QFontMetricsF(painting.font(100, bold=True, italic=False)).horizontalAdvance(text)
    return max(measured / 100, 0.01)


def _fill(card: Piece) -> str:
    return next((o.fill for o in card.operations if isinstance(o, Shape) and o.fill), "")
