"""Plays a sheet with QPainter, in points from its left top corner: for PDF, print and preview."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from argmap import painting
from argmap.paper.sheet import Sheet


def play_sheet(painter: QPainter, sheet: Sheet) -> None:
    """Paint a sheet: its ground, the picture or the part of it that is seen, and the notes."""
    paper = sheet.paper
    painter.fillRect(QRectF(0, 0, paper.width, paper.height), QColor(sheet.picture.background))
    painter.save()
    if sheet.window:
        window = sheet.window
        painter.setClipRect(QRectF(window.x, window.y, window.width, window.height))
    painter.translate(sheet.left, sheet.top)
    painter.scale(sheet.scale, sheet.scale)
    painting.play(painter, sheet.picture)
    painter.restore()
    painting.paint(painter, sheet.notes)
