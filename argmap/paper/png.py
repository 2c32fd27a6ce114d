"""A picture as PNG."""

from __future__ import annotations

import math

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from argmap.drawing.picture import Picture
from argmap.errors import ArgmapError
from argmap.painting import HINTS, application, play

MEGAPIXELS = 400
"""The largest PNG, which takes 1.6 GB while it is painted."""


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
    painter.setRenderHints(HINTS)
    painter.scale(scale, scale)
    play(painter, picture)
    painter.end()
    dots = round(scale * 72 / 0.0254)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    return _saved(image)


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
