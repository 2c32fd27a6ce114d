"""Plays a Picture with QPainter: PNG, PDF, print and the canvas all paint with this one painter.

Works without a display and without a QApplication. A line of text that comes out wider than it
was measured, because the machine lacks the fonts, is drawn scaled to its width: no text leaves
its card.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QImageWriter,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
    QPolygonF,
)

from argmap.drawing.picture import Edge, Form, Operation, Pen, Picture, Piece, Shape, Stroke, Text
from argmap.errors import ArgmapError
from argmap.model.kinds import Page
from argmap.placing import pages
from argmap.placing.pages import INCH, MM

FAMILIES = ("Arimo", "Liberation Sans", "Arial", "Helvetica", "sans-serif")
"""Faces with the metrics that texts were measured with, best first."""

MEGAPIXELS = 400
"""The largest PNG, which takes 1.6 GB while it is painted."""

SHEETS = {
    Page.A4: (210 * MM, 297 * MM),
    Page.A4_LANDSCAPE: (297 * MM, 210 * MM),
    Page.LETTER: (8.5 * INCH, 11 * INCH),
    Page.LETTER_LANDSCAPE: (11 * INCH, 8.5 * INCH),
    Page.SLIDE: (13.333 * INCH, 7.5 * INCH),
}
"""The whole size of pages, in points; a screen has none."""

LONGEST_PAGE = 14_400
"""The longest side of a PDF page that every reader takes, in points; larger maps shrink to it."""

_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
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


def png(picture: Picture, scale: float) -> bytes:
    """Return a PNG with `scale` pixels per point; ArgmapError where that is too large."""
    width, height = math.ceil(picture.width * scale), math.ceil(picture.height * scale)
    if width * height > MEGAPIXELS * 1_000_000:
        largest = scale * math.sqrt(MEGAPIXELS * 1_000_000 / (width * height)) * 72 / 96
        raise ArgmapError(
            f"The picture would have {width} × {height} pixels, more than {MEGAPIXELS} million.",
            f"Choose a scale of {math.floor(largest * 100) / 100:g} or less, or SVG or PDF.",
        )
    application()
    image = QImage(max(width, 1), max(height, 1), QImage.Format.Format_RGB32)
    image.fill(QColor(picture.background))
    painter = QPainter(image)
    painter.setRenderHints(_HINTS)
    painter.scale(scale, scale)
    play(painter, picture)
    painter.end()
    dots = round(scale * 72 / 0.0254)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    return _saved(image)


def pdf(picture: Picture, title: str, page: Page) -> bytes:
    """Return a PDF with the picture in the middle of one page, as large as it may be there.

    Shapes are vectors, text is text. For the screen, the page is as large as the picture.
    """
    application()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("argmap")
    scale, (width, height) = _fitted(picture, page)
    sheet = QSizeF(width, height)
    size = QPageSize(sheet, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setResolution(72)
    painter = QPainter(writer)
    painter.fillRect(QRectF(0, 0, width, height), QColor(picture.background))
    painter.translate((width - picture.width * scale) / 2, (height - picture.height * scale) / 2)
    painter.scale(scale, scale)
    play(painter, picture)
    painter.end()
    buffer.close()
    return bytes(content.data())


def _fitted(picture: Picture, page: Page) -> tuple[float, tuple[float, float]]:
    """Return the scale of a picture on a page, and the size of the sheet in points."""
    if page in SHEETS:
        shrunk = pages.scale(picture.width, picture.height, pages.PAGES[page])
        return shrunk, SHEETS[page]
    shrunk = min(1, LONGEST_PAGE / max(picture.width, picture.height))
    return shrunk, (picture.width * shrunk, picture.height * shrunk)


def application() -> QGuiApplication:
    """Return the running application, or start one that needs no display: fonts need one."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    return _started()


@lru_cache(maxsize=1)
def _started() -> QGuiApplication:
    return QGuiApplication(["argmap", "-platform", "offscreen"])


def _write(painter: QPainter, text: Text) -> None:
    painter.setPen(QColor(text.colour))
    painter.setFont(font_of(text))
    leftwards = text.align == "r"
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight
    )
    squeezed = squeeze(text)
    if squeezed == 1:
        painter.drawText(QPointF(left(text), text.at[1]), text.text)
        return
    painter.save()
    painter.translate(left(text), text.at[1])
    painter.scale(squeezed, 1)
    painter.drawText(QPointF(0, 0), text.text)
    painter.restore()


@lru_cache(maxsize=1 << 14)
def _advance(text: str, size: float, *, bold: bool, italic: bool) -> float:
    return QFontMetricsF(font(size, bold=bold, italic=italic)).horizontalAdvance(text)


def _saved(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setQuality(60)  # twice as fast as the best compression, and a few per cent larger
    if not writer.write(image):
        raise ArgmapError("The picture could not be written as PNG.", "Use a smaller scale.")
    buffer.close()
    return bytes(content.data())
