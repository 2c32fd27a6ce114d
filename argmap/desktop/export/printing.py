"""Sheets go to a printer, or to the PDF that the system's dialog was asked to print to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from argmap.painting import HINTS
from argmap.paper.pdf import pdf
from argmap.paper.playing import play_sheet
from argmap.paper.sheet import Sheet
from argmap.saving import save_bytes

_POINTS = 72
"""Points in an inch."""


def print_sheets(printer: QPrinter, sheets: Sequence[Sheet], title: str) -> bool:
    """Print the sheets that were asked for; whether the printer answers.

    What is printed to a file is our own PDF, whose text can be searched whatever its script; raises
    ArgmapError where that cannot be written.
    """
    wanted = _wanted(printer, sheets)
    if printer.outputFileName():
        save_bytes(Path(printer.outputFileName()), pdf(wanted, title))
        return True
    printer.setFullPage(True)
    printer.setDocName(title)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    painter.setRenderHints(HINTS)
    scale = printer.resolution() / _POINTS
    painter.scale(scale, scale)
    for number, sheet in enumerate(wanted):
        if number:
            printer.newPage()
        painter.save()
        play_sheet(painter, sheet)
        painter.restore()
    return painter.end()


def _wanted(printer: QPrinter, sheets: Sequence[Sheet]) -> Sequence[Sheet]:
    """Return the sheets of the pages that the system's dialog asked for, in its order."""
    first, last = 1, len(sheets)
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        first, last = printer.fromPage(), printer.toPage() or len(sheets)
    wanted = sheets[first - 1 : last] or sheets
    backwards = printer.pageOrder() is QPrinter.PageOrder.LastPageFirst
    return wanted[::-1] if backwards else wanted
