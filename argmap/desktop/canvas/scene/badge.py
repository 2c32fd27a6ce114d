"""The badge of a card: how it is judged, or that something is wrong with it, in a word or sign.

Graphviz draws it at the end of the line of the role word. Here it is painted over the drawn one,
where that is out of date or too small to read: what stands is asked most of a map seen as a whole.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from argmap import painting
from argmap.drawing.picture import Piece, Shape, Text

_READABLE_PIXELS = 9
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
        _paint(painter, card, *badge, _READABLE_PIXELS / zoom)


def _paint(painter: QPainter, card: Piece, text: str, colour: str, wanted: float) -> None:
    """Paint a badge with letters of the wanted size in points, as far as the card has room."""
    role, old = card.lines[0], drawn(card)
    right, top = card.width - role.at[0], role.at[1] - role.size
    unit = QFontMetricsF(painting.font(100, bold=True, italic=False)).horizontalAdvance(text) / 100
    room = min((right - role.at[0]) / max(unit, 0.01), (card.height - top - 2) / _LINE)
    size = max(role.size, min(wanted, room))
    left = min(right - unit * size, old.at[0] if old else right)
    ground = QRectF(left - 2, top, right - left + 4, size * _LINE)
    painter.fillRect(ground, QColor(_fill(card)))
    painter.setFont(painting.font(size, bold=True, italic=False))
    painter.setPen(QColor(colour))
    painter.drawText(QPointF(right - unit * size, top + size), text)


def _fill(card: Piece) -> str:
    return next((o.fill for o in card.operations if isinstance(o, Shape) and o.fill), "")
