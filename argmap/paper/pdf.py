"""Sheets as a PDF: shapes are vectors, text is text, and cards that lead on can be clicked."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from argmap import painting
from argmap.drawing.picture import Operation, Text
from argmap.paper.clusters import clusters_of
from argmap.paper.hidden_text import Cluster, HiddenFonts
from argmap.paper.pdf_contents import add_links, add_outline
from argmap.paper.pdf_update import PdfUpdate
from argmap.paper.playing import play_sheet
from argmap.paper.sheet import Sheet

_log = logging.getLogger(__name__)


def pdf(sheets: Sequence[Sheet], title: str) -> bytes:
    """Return a PDF with a page for each sheet."""
    painting.application()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("argmap")
    writer.setResolution(72)
    writer.setPageLayout(_layout(sheets[0]))
    painter = QPainter(writer)
    for number, sheet in enumerate(sheets):
        if number:
            writer.setPageLayout(_layout(sheet))
            writer.newPage()
        painter.save()
        play_sheet(painter, sheet)
        painter.restore()
    painter.end()
    buffer.close()
    return _finished(bytes(content.data()), sheets)


def _layout(sheet: Sheet) -> QPageLayout:
    size = QSizeF(sheet.paper.width, sheet.paper.height)
    page = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    return QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF())


def _finished(content: bytes, sheets: Sequence[Sheet]) -> bytes:
    """Return a PDF with what Qt does not write: hidden text, links, a table of contents."""
    try:
        update = PdfUpdate(content)
    except ValueError as error:  # another version of Qt, say: the picture is whole without it
        _log.warning("The PDF has neither links nor a table of contents: %s", error)
        return content
    _hide_text(update, sheets)
    add_links(update, sheets)
    if len(sheets) > 1:
        add_outline(update, sheets)
    return update.finished()


def _hide_text(update: PdfUpdate, sheets: Sequence[Sheet]) -> None:
    """Put the characters of what is drawn as shapes under the shapes."""
    of_sheet = [list(_clusters(sheet)) for sheet in sheets]
    every = [one for clusters in of_sheet for one in clusters]
    if not every:
        return
    fonts = HiddenFonts(update, every)
    begin, end = update.add_stream(b"q\n"), update.add_stream(b"Q\n")
    for page, clusters in zip(update.pages, of_sheet, strict=True):
        if clusters:
            written = update.add_stream(fonts.drawn(clusters))
            drawn = update.entry(page, "Contents")
            order = f"[{begin} 0 R {drawn} {end} 0 R {written} 0 R]"
            update.change(page, {"Contents": order})
            update.add_fonts(page, fonts.resources)


def _clusters(sheet: Sheet) -> Iterator[Cluster]:
    """Return the clusters of all lines that are drawn as shapes, and are seen on the sheet."""
    high, window = sheet.paper.height, sheet.window
    for piece in sheet.picture.pieces():
        for one in _shapes(piece.operations):
            base = sheet.top + (piece.y + one.at[1]) * sheet.scale
            left = sheet.left + (piece.x + painting.left(one)) * sheet.scale
            if window is None or window.y < base < window.bottom:
                yield from clusters_of(one, left, high - base, sheet.scale)
    for one in _shapes(sheet.notes):
        yield from clusters_of(one, painting.left(one), high - one.at[1], 1)


def _shapes(operations: Sequence[Operation]) -> Iterator[Text]:
    """Return the lines of text that are drawn as shapes."""
    for one in operations:
        if isinstance(one, Text) and painting.is_shape(one):
            yield one
