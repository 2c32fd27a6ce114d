"""A text of any size, to be read: it is there at once, and all of it a moment later.

It is shown in pieces, in lines that are no longer than can be read well, and as large as one likes.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QTextBlock, QTextCursor, QTextOption, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit

from argmap.desktop.sources.shown_text import ShownText
from argmap.texts.text import Span

_MEASURE = 68
"""Letters of a line, at the most: longer ones are hard to read."""
_LARGER = 1.15
_ZOOMS = (0.5, 4.0)
_GUTTER = 46
_SPARE = 12
_LINES_ABOVE, _LINES_BELOW = 3, 2
"""So many lines are seen around a passage to which the text is scrolled."""


class TextView(QPlainTextEdit):
    """Shows a text; `rearranged` says that lines are elsewhere now, as after scrolling."""

    rearranged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: ShownText | None = None
        self.zoom = 1.0
        self._pieces: Iterator[str] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._show_piece)
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.updateRequest.connect(lambda *_: self.rearranged.emit())
        self._take_font()

    def show_text(self, shown: ShownText | None) -> None:
        """Show another text, or none, from its beginning."""
        self._timer.stop()
        self.shown = shown
        self._pieces = shown.pieces() if shown else iter(())
        self.setPlainText(next(self._pieces, ""))
        self._timer.start()

    @property
    def complete(self) -> bool:
        """Whether all of the text is there."""
        return not self._timer.isActive()

    def there(self, at: int) -> int:
        """Return a place as Qt counts it, as far as the text is there."""
        assert self.shown, "who asks has a text"
        return min(self.shown.to_qt(at), max(self.document().characterCount() - 1, 0))

    def scroll_to(self, span: Span) -> None:
        """Scroll to where a passage begins, unless that is in view."""
        if self.shown is None:
            return
        at = self.there(span.start)
        block = self.document().findBlock(at)
        self.blockBoundingRect(block)  # until asked for it, Qt does not know in how many lines
        line = block.layout().lineForTextPosition(at - block.position())
        number = block.firstLineNumber() + max(line.lineNumber(), 0)
        bar = self.verticalScrollBar()
        if not bar.value() <= number < bar.value() + bar.pageStep() - _LINES_BELOW:
            bar.setValue(number - _LINES_ABOVE)

    def zoom_by(self, factor: float) -> None:
        """Make the text larger or smaller."""
        self.zoom = min(max(self.zoom * factor, _ZOOMS[0]), _ZOOMS[1])
        self._take_font()

    def zoom_full(self) -> None:
        """Show the text as large as at first."""
        self.zoom = 1.0
        self._take_font()

    def close_down(self) -> None:
        """Show no more pieces."""
        self._timer.stop()

    def blocks_in_view(self) -> Iterator[tuple[QTextBlock, QRectF]]:
        """Return the blocks that can be seen, each with its rectangle in the viewport."""
        block, bottom = self.firstVisibleBlock(), self.viewport().height()
        while block.isValid():
            rect = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if rect.top() > bottom:
                return
            yield block, rect
            block = block.next()

    @property
    def margin_width(self) -> int:
        """How wide the margin at the left is."""
        return round(_GUTTER * max(self.zoom, 1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.1 ** (event.angleDelta().y() / 120))
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure of the lines."""
        super().resizeEvent(event)
        self._set_measure()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._take_font()

    def _show_piece(self) -> None:
        piece = next(self._pieces, None)
        if piece is None:
            self._timer.stop()
            return
        end = QTextCursor(self.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        end.insertText(piece)

    def _take_font(self) -> None:
        font = QApplication.font()
        font.setPointSizeF(max(font.pointSizeF() * _LARGER * self.zoom, 4))
        self.setFont(font)
        self._set_measure()

    def _set_measure(self) -> None:
        """Let lines be as long as can be read well, in the middle of a wide pane."""
        wanted = self.fontMetrics().averageCharWidth() * _MEASURE
        room = self.width() - self.verticalScrollBar().sizeHint().width() - self.margin_width
        spare = max((room - _SPARE - wanted) // 2, 0)
        self.setViewportMargins(self.margin_width + spare, 0, spare + _SPARE, 0)
        self.rearranged.emit()
