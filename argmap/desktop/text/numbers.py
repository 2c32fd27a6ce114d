"""The numbers of the lines, beside the text, and triangles where lines can be folded."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPolygonF, QTextBlock
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from argmap.desktop.text.folding import fold, folds, is_folded, unfold

Lines = Sequence[tuple[QTextBlock, int]]
"""Lines that are to be seen, with their tops."""


class LineNumbers(QWidget):
    """A column as high as the text; a click on a triangle folds, another one opens."""

    def __init__(self, editor: QPlainTextEdit, lines: Callable[[], Lines]) -> None:
        super().__init__(editor)
        self._editor = editor
        self._lines = lines
        self._ink = QColor()
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def use(self, ink: QColor) -> None:
        """Take the colour of what is muted."""
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that the largest number needs, and a triangle."""
        digits = max(3, len(str(self._editor.blockCount())))
        letters = self._editor.fontMetrics().horizontalAdvance("0" * digits + " ")
        return QSize(letters + self._triangle, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the numbers, and paint the triangles."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._editor.palette().window())
        width = self.width() - self._triangle
        height = self._editor.fontMetrics().height()
        for line, top in self._lines():
            painter.setPen(self._ink)
            number = str(line.blockNumber() + 1)
            painter.drawText(0, top, width, height, Qt.AlignmentFlag.AlignRight, number)
            folded = is_folded(line)
            if folded or folds(line):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._ink)
                place = QRect(width, top, self._triangle, height)
                painter.drawPolygon(_triangle(place, right=folded))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold what belongs to the line that is clicked on, or open it."""
        line = self._line_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and line is not None:
            toggle(self._editor, line)

    @property
    def _triangle(self) -> int:
        return self._editor.fontMetrics().height()

    def _line_at(self, place: QPoint) -> QTextBlock | None:
        above = [line for line, top in self._lines() if top <= place.y()]
        return above[-1] if above else None


def toggle(editor: QPlainTextEdit, line: QTextBlock) -> None:
    """Fold what belongs to a line, or open it if it is folded."""
    if is_folded(line):
        unfold(editor, line)
    else:
        fold(editor, line)


def _triangle(place: QRect, *, right: bool) -> QPolygonF:
    """Return a triangle that points to the right, or down."""
    half = place.height() * 0.2
    points = [(-half, -half), (half, -half), (0, half)]
    middle = QRect(place).center()
    turned = [(y, x) if right else (x, y) for x, y in points]
    return QPolygonF([QPointF(middle.x() + x, middle.y() + y) for x, y in turned])
