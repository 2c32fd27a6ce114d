"""A picture as PNG, painted and written in strips: memory does not grow with its height.

____________
| strip 1    |   Each strip is painted as if the whole were, moved up by whole pixels and
|------------|   without what does not reach into it, so that no pixel differs; then its
| strip 2    |   rows are compressed, and its memory is used for the next one.
|____________|
"""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from argmap.drawing.picture import Edge, Operation, Pen, Picture, Piece, Stroke, Text
from argmap.errors import ArgmapError
from argmap.frozen import frozen
from argmap.painting import HINTS, application, dashes, paint

MEGAPIXELS = 400
"""The largest PNG."""

STRIP = 2_000_000
"""How many pixels a strip has, about: 8 MB."""
_LEVEL = 3
"""Of compression, 1 to 9: what is flat as our pictures gains little by more."""
_NUDGE = 1 / 256
"""How far lines of text are moved down, in points: where one stands at half a pixel, Qt rounds its
place, and in which direction must not hinge on the last digit of a sum."""
_AROUND = 30.0
"""How far lines and letters may reach beyond their points, in points."""


def png(picture: Picture, scale: float, strip: int = STRIP) -> bytes:
    """Return a PNG with `scale` pixels per point; ArgmapError where that is too large.

    It is the same whatever the size of a strip (in pixels), but for rounding.
    """
    width, height = math.ceil(picture.width * scale), math.ceil(picture.height * scale)
    if width * height > MEGAPIXELS * 1_000_000:
        largest = scale * math.sqrt(MEGAPIXELS * 1_000_000 / (width * height)) * 72 / 96
        raise ArgmapError(
            f"The picture would have {width} × {height} pixels, more than {MEGAPIXELS} million.",
            f"Choose a scale of {math.floor(largest * 100) / 100:g} or less, or SVG or PDF.",
        )
    application()
    width, height = max(width, 1), max(height, 1)
    dots = round(scale * 72 / 0.0254)
    packer = zlib.compressobj(_LEVEL)
    strips = _strips(picture, scale, (width, height), max(1, min(height, strip // width)))
    packed = [*(packer.compress(rows) for rows in strips), packer.flush()]
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            _chunk(b"pHYs", struct.pack(">IIB", dots, dots, 1)),
            *(_chunk(b"IDAT", data) for data in packed if data),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _strips(picture: Picture, scale: float, size: tuple[int, int], rows: int) -> Iterator[bytes]:
    """Return the rows of each strip as PNG has them: red, green, blue, and a 0 before each row.

    Rows above a strip are painted with it and left out: Qt rounds where a line of text stands, and
    half a pixel above the edge in the other direction than half a pixel below it.
    """
    drawn = [_Drawn.of(one, scale) for one in picture.pieces()]
    width, height = size
    above = math.ceil(_AROUND * scale)
    image = QImage(width, above + rows, QImage.Format.Format_RGB32)
    for top in range(0, height, rows):
        image.fill(QColor(picture.background))
        painter = QPainter(image)
        painter.setRenderHints(HINTS)
        painter.translate(0, above - top)
        painter.scale(scale, scale)
        for one in drawn:
            if one.bottom * scale >= top and one.top * scale <= top + rows:
                one.play(painter)
        painter.end()
        yield _rows(image, above, min(rows, height - top))


def _rows(image: QImage, first: int, count: int) -> bytes:
    narrow = image.convertToFormat(QImage.Format.Format_RGB888)
    data, stride, length = narrow.constBits(), narrow.bytesPerLine(), narrow.width() * 3
    return b"".join(
        part
        for start in range(first * stride, (first + count) * stride, stride)
        for part in (b"\0", data[start : start + length])
    )


@frozen
class _Drawn:
    """A piece or stroke as it is painted in every strip that it reaches into."""

    x: float
    y: float
    top: float
    bottom: float
    parts: tuple[tuple[Operation, QPainterPath | None, str], ...]
    """Operations; of a dashed line without the line, which is then outlines and a colour."""

    @classmethod
    def of(cls, one: Piece | Edge, scale: float) -> _Drawn:
        """Return something of a picture, ready to be painted at a scale."""
        ys = [
            y
            for part in one.operations
            for _, y in ((part.at,) if isinstance(part, Text) else part.points)
        ]
        top, bottom = min(ys, default=0) - _AROUND, max(ys, default=0) + _AROUND
        parts = tuple(_part(part, scale) for part in one.operations)
        return cls(one.x, one.y, one.y + top, one.y + bottom, parts)

    def play(self, painter: QPainter) -> None:
        """Paint it at its place."""
        painter.translate(self.x, self.y)
        for operation, outlines, colour in self.parts:
            nudge = _NUDGE if isinstance(operation, Text) else 0
            painter.translate(0, nudge)
            paint(painter, (operation,))
            painter.translate(0, -nudge)
            if outlines is not None:
                painter.fillPath(outlines, QColor(colour))
        painter.translate(-self.x, -self.y)


def _part(operation: Operation, scale: float) -> tuple[Operation, QPainterPath | None, str]:
    if isinstance(operation, Text) or operation.pen.stroke is Stroke.SOLID:
        return operation, None, ""
    bare = replace(operation, pen=Pen(""))
    return bare, dashes(operation, scale), operation.pen.colour
