"""What stands beside a text: the numbers of its paragraphs, and how much of it is cited."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from argmap.desktop.sources.marks import Mark
from argmap.desktop.sources.reader import Reader
from argmap.desktop.widgets import role_signs
from argmap.texts.text import Span

_BAR = 4
_STRIP = 12


class Margin(QWidget):
    """At the left of the text: the numbers of paragraphs, and a bar along lines that are cited."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._reader = reader
        reader.rearranged.connect(self._follow)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what belongs to the lines in view."""
        painter = QPainter(self)
        painter.setFont(self._reader.font())
        shown = self._reader.shown
        if shown is None:
            painter.end()
            return
        painter.setPen(self.palette().placeholderText().color())
        for block, rect in self._reader.blocks_in_view():
            end = block.position() + block.length()
            number = shown.paragraph_in(block.position(), end)
            if number is not None:
                line = QRectF(0, rect.top(), self.width() - 2 * _BAR - 4, rect.height())
                painter.drawText(line, Qt.AlignmentFlag.AlignRight, str(number))
        bar = self.palette().highlight()
        for rect in self._reader.cited_lines():
            painter.fillRect(QRectF(self.width() - _BAR - 3, rect.top(), _BAR, rect.height()), bar)
        painter.end()

    def _follow(self) -> None:
        """Lie beside the text, wherever its lines begin."""
        seen = self._reader.viewport().geometry()
        width = self._reader.margin_width
        self.setGeometry(seen.left() - width, seen.top(), width, seen.height())
        self.update()


class Coverage(QWidget):
    """At the right: the whole text from top to bottom, and what of it is cited.

    `wanted` carries a share of the text that was clicked, from 0 to 1.
    """

    wanted = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._marks: tuple[Mark, ...] = ()
        self._length = 0
        self._seen = Span(0, 0)
        self.setToolTip("What is cited, from the beginning of the text to its end")

    def show_marks(self, marks: tuple[Mark, ...], length: int) -> None:
        """Show what is cited of a text of a length."""
        self._marks, self._length = marks, length
        self.update()

    def sizeHint(self) -> QSize:
        """Return a narrow size."""
        return QSize(_STRIP, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where one clicks."""
        self.wanted.emit(event.position().y() / max(self.height(), 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a stretch for each mark."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().base())
        edge = self.palette().mid().color()
        painter.setPen(QColor(edge))
        painter.drawLine(0, 0, 0, self.height())
        for mark in self._marks:
            top = mark.span.start / max(self._length, 1) * self.height()
            high = max((mark.span.end - mark.span.start) / max(self._length, 1) * self.height(), 2)
            ink = role_signs.colour(self.palette(), mark.role)
            painter.fillRect(QRectF(3, top, self.width() - 5, high), ink)
        painter.end()
