"""Paints what is cited, under the text: a tint and a line in the colour and style of its role.

Tints of passages that overlap add up, as far as the words can be read on them, and their lines lie
below each other. What is lit has a frame, over which the lines stay to be seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QTextBlock

from argmap.desktop.sources.marks import UNDERCUT
from argmap.desktop.widgets import role_signs
from argmap.frozen import frozen
from argmap.model.kinds import Bearing, Kind

_TINT, _DARK_TINT = 30, 52
"""How opaque a tint is, of 255; on dark it has to be more."""
_LANES = 3
_STEP = 2.5
_CORNER = 2.0


@frozen
class LineStyle:
    """How the line under a passage is drawn: its pen, and whether it is drawn twice."""

    pen: Qt.PenStyle
    width: float = 2.0
    double: bool = False
    words: str = ""


_TWO = LineStyle(Qt.PenStyle.SolidLine, 1.0, double=True, words="double line")
_ONE = LineStyle(Qt.PenStyle.SolidLine, words="line")
_DASHES = LineStyle(Qt.PenStyle.DashLine, words="dashes")
_DOTS = LineStyle(Qt.PenStyle.DotLine, words="dots")


def style_of(role: str) -> LineStyle:
    """Return how the line under a passage in a role is drawn."""
    if role == UNDERCUT:
        return _DOTS
    bearing = Kind(role).bearing
    if bearing is None:
        return _TWO
    return _DASHES if bearing is Bearing.ATTACKS else _ONE


def rects_of(block: QTextBlock, corner: QPointF, start: int, end: int) -> Iterator[QRectF]:
    """Return where a passage stands, line by line, in a block whose corner lies at a point.

    Places are Qt's, counted from the beginning of the document.
    """
    layout, first = block.layout(), block.position()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        low = max(start - first, line.textStart())
        high = min(end - first, line.textStart() + line.textLength())
        if low < high:
            left, right = (_x(line.cursorToX(at)) for at in (low, high))
            rect = line.naturalTextRect()
            top = corner.y() + rect.top()
            yield QRectF(
                corner.x() + min(left, right), top, abs(right - left), rect.height()
            ).normalized()


def paint_tint(
    painter: QPainter, rects: Iterable[QRectF], role: str, lane: int, palette: QPalette
) -> None:
    """Paint the ground of a mark; of passages that overlap each adds half as much."""
    tint = QColor(role_signs.colour(palette, role))
    whole = _DARK_TINT if palette.base().color().lightness() < 128 else _TINT
    tint.setAlpha(whole >> lane)
    for rect in rects:
        painter.fillRect(rect, tint)


def paint_line(
    painter: QPainter, rects: Iterable[QRectF], role: str, lane: int, palette: QPalette
) -> None:
    """Paint the line under a passage."""
    style, ink = style_of(role), role_signs.colour(palette, role)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, style.width, style.pen, Qt.PenCapStyle.FlatCap))
    for rect in rects:
        low = rect.bottom() - 1.5 + _STEP * min(lane, _LANES - 1)
        for y in (low, low - 2.5) if style.double else (low,):
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))


def paint_light(painter: QPainter, rects: Iterable[QRectF], palette: QPalette) -> None:
    """Paint a frame round the lines of a passage that is lit."""
    painter.setPen(QPen(palette.highlight().color(), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), _CORNER, _CORNER)


def _x(found: object) -> float:
    """Return a place in a line, with which Qt hands over the place in the text it is for."""
    x = found[0] if isinstance(found, tuple) else found
    assert isinstance(x, float | int), "it is a number"
    return float(x)
