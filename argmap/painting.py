"""Plays a Picture with QPainter: PNG, PDF, print and the canvas all paint with this one painter.

Works without a display and without a QApplication. A line of text that comes out wider than it
was measured, because the machine lacks the fonts, is drawn scaled to its width: no text leaves
its card.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QLoggingCategory, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPolygonF,
    QTransform,
)

from argmap.drawing.picture import Edge, Form, Operation, Pen, Picture, Piece, Shape, Stroke, Text
from argmap.drawing.text.measure import has_italics

FAMILIES = ("Arimo", "Liberation Sans", "Arial", "Helvetica", "sans-serif")
"""Faces with the metrics that texts were measured with, best first."""

HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
_STROKES = {
    Stroke.SOLID: Qt.PenStyle.SolidLine,
    Stroke.DASHED: Qt.PenStyle.CustomDashLine,
    Stroke.DOTTED: Qt.PenStyle.CustomDashLine,
}
_PATTERNS = {Stroke.DASHED: (6.0, 3.0), Stroke.DOTTED: (0.1, 3.5)}
"""Dash and gap, in points; a dotted line's dashes have round ends."""


def play(painter: QPainter, drawn: Picture | Piece | Edge) -> None:
    """Paint a whole picture, or one card, dot, frame or stroke of it at its place."""
    if isinstance(drawn, Picture):
        for piece in drawn.pieces():
            play(painter, piece)
        return
    painter.translate(drawn.x, drawn.y)
    paint(painter, drawn.operations)
    painter.translate(-drawn.x, -drawn.y)


def paint(painter: QPainter, operations: Iterable[Operation]) -> None:
    """Paint operations where the painter's origin is."""
    for one in operations:
        if isinstance(one, Text):
            _write(painter, one)
        else:
            painter.setPen(pen(one.pen))
            painter.setBrush(QColor(one.fill) if one.fill else Qt.BrushStyle.NoBrush)
            painter.drawPath(path(one))


def dashes(shape: Shape, scale: float) -> QPainterPath:
    """Return the dashes of a shape's line as outlines, as fine as a scale needs.

    Qt begins the dashes of a line anew where it enters what is painted on, so that a part of a
    picture would differ from the same part of the whole.
    """
    drawn = QPen(pen(shape.pen))
    drawn.setWidthF(shape.pen.width * scale)
    outlines = QPainterPathStroker(drawn).createStroke(
        QTransform.fromScale(scale, scale).map(path(shape))
    )
    return QTransform.fromScale(1 / scale, 1 / scale).map(outlines)


def path(shape: Shape) -> QPainterPath:
    """Return a shape's outline as a path."""
    outline = QPainterPath()
    points = [QPointF(*point) for point in shape.points]
    match shape.form:
        case Form.ELLIPSE:
            outline.addEllipse(points[0], points[1].x(), points[1].y())
        case Form.CURVE:
            outline.moveTo(points[0])
            for at in range(1, len(points) - 2, 3):
                outline.cubicTo(points[at], points[at + 1], points[at + 2])
        case Form.POLYGON | Form.LINE:
            outline.addPolygon(QPolygonF(points))
    if shape.form is Form.POLYGON:
        outline.closeSubpath()
    return outline


@lru_cache(maxsize=256)
def pen(drawn: Pen) -> QPen:
    """Return the pen that Qt paints such a line with."""
    if not drawn.colour:
        return QPen(Qt.PenStyle.NoPen)
    result = QPen(QColor(drawn.colour), drawn.width, _STROKES[drawn.stroke])
    result.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    result.setCapStyle(Qt.PenCapStyle.FlatCap)
    if drawn.stroke in _PATTERNS:
        result.setDashPattern([part / drawn.width for part in _PATTERNS[drawn.stroke]])
    if drawn.stroke is Stroke.DOTTED:
        result.setCapStyle(Qt.PenCapStyle.RoundCap)
    return result


@lru_cache(maxsize=64)
def font(size: float, *, bold: bool, italic: bool) -> QFont:
    """Return a face as large as `size` points of the picture, whatever the device's resolution."""
    result = QFont(list(FAMILIES))
    result.setPixelSize(round(size))
    result.setBold(bold)
    result.setItalic(italic)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result


def font_of(text: Text) -> QFont:
    """Return the face of a line."""
    return font(text.size, bold=text.bold, italic=text.italic)


def natural_width(text: Text) -> float:
    """Return how wide this machine's fonts draw a line."""
    return _advance(text.text, text.size, bold=text.bold, italic=text.italic)


def squeeze(text: Text) -> float:
    """Return how much narrower a line has to be drawn to keep its width: 1 or less."""
    natural = natural_width(text)
    return min(1.0, text.width / natural) if natural else 1.0


def left(text: Text) -> float:
    """Return where a line begins, measured as it will be drawn."""
    share = {"l": 0.0, "c": 0.5, "r": 1.0}[text.align]
    return text.at[0] - share * min(natural_width(text), text.width)


def application() -> QGuiApplication:
    """Return the running application, or start one that needs no display: fonts need one."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    return _started()


@lru_cache(maxsize=1)
def _started() -> QGuiApplication:
    keep_quiet()
    return QGuiApplication(["argmap", "-platform", "offscreen"])


def keep_quiet() -> None:
    """Have Qt not name each font that it tries in vain for a script: nobody can do anything."""
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")


def direction_of(text: Text) -> Qt.LayoutDirection:
    """Return which way a line runs."""
    leftwards = text.align == "r"
    return Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight


def is_shape(text: Text) -> bool:
    """Whether a line is drawn as shapes where letters are kept, as in a PDF.

    There, Qt keeps the right characters of Latin, Greek and Cyrillic letters only. Emoji are no
    shapes.
    """
    return not (has_italics(text.text) or any("\U0001f000" <= c <= "\U0001ffff" for c in text.text))


def _write(painter: QPainter, text: Text) -> None:
    if is_shape(text) and painter.paintEngine().type() is QPaintEngine.Type.Pdf:
        _write_as_shape(painter, text)
        return
    painter.setPen(QColor(text.colour))
    painter.setFont(font_of(text))
    painter.setLayoutDirection(direction_of(text))
    squeezed = squeeze(text)
    if squeezed == 1:
        painter.drawText(QPointF(left(text), text.at[1]), text.text)
        return
    painter.save()
    painter.translate(left(text), text.at[1])
    painter.scale(squeezed, 1)
    painter.drawText(QPointF(0, 0), text.text)
    painter.restore()


def _write_as_shape(painter: QPainter, text: Text) -> None:
    letters = QPainterPath()
    letters.addText(QPointF(0, 0), font_of(text), text.text)
    painter.save()
    painter.translate(left(text), text.at[1])
    painter.scale(squeeze(text), 1)
    painter.fillPath(letters, QColor(text.colour))
    painter.restore()


@lru_cache(maxsize=1 << 9)
def _advance(text: str, size: float, *, bold: bool, italic: bool) -> float:
    """Return how wide a line is; it is asked for twice each time that a line is set.

    What is set is kept with the drawing, so lines of long ago are not asked for again.
    """
    return QFontMetricsF(font(size, bold=bold, italic=italic)).horizontalAdvance(text)
