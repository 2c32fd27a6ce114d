"""Operations of a picture prepared for being painted again and again.

Paths and pens are made once, at the first paint, and texts are laid out when they are first to be
seen: from far away titles stand in their place. What is painted is what
`painting.paint` paints; only the speed differs.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QStaticText, QTextLayout

from argmap import painting
from argmap.drawing.picture import Operation, Shape, Text


class PreparedOperations:
    """Shapes first, then lines of text, each ready to be painted."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._shapes: list[tuple[QPainterPath, QPen, QColor | None]] = []
        self._lines: list[Text] = []
        self._texts: list[tuple[QPointF, QStaticText, QFont, QColor, float]] | None = None
        for one in operations:
            if isinstance(one, Shape):
                fill = QColor(one.fill) if one.fill else None
                self._shapes.append((painting.path(one), painting.pen(one.pen), fill))
            else:
                self._lines.append(one)

    def paint(self, painter: QPainter, *, texts: bool = True) -> None:
        """Paint where the painter's origin is, the shapes alone or texts as well."""
        for path, pen, fill in self._shapes:
            painter.setPen(pen)
            painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
        if texts:
            self._paint_texts(painter)

    def _paint_texts(self, painter: QPainter) -> None:
        if self._texts is None:
            self._texts = [_laid_out(line) for line in self._lines]
        for at, text, font, colour, squeezed in self._texts:
            painter.setFont(font)
            painter.setPen(colour)
            if squeezed == 1:
                painter.drawStaticText(at, text)
                continue
            painter.save()
            painter.translate(at)
            painter.scale(squeezed, 1)
            painter.drawStaticText(0, 0, text)
            painter.restore()


def _laid_out(text: Text) -> tuple[QPointF, QStaticText, QFont, QColor, float]:
    font = painting.font_of(text)
    laid = QStaticText(text.text)
    laid.setTextFormat(Qt.TextFormat.PlainText)
    laid.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    laid.prepare(font=font)
    at = QPointF(painting.left(text), text.at[1] - _ascent(text.text, font))
    return at, laid, font, QColor(text.colour), painting.squeeze(text)


def _ascent(text: str, font: QFont) -> float:
    """Return how far a laid-out line reaches above its base line.

    The fonts that stand in for missing characters count too, so the font's own ascent is less.
    """
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return line.ascent()
