"""A text box for several lines that is as high as its text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget


class Prose(QPlainTextEdit):
    """Plain text that grows from `least` to `most` lines and scrolls after that."""

    def __init__(self, parent: QWidget | None = None, *, least: int = 1, most: int = 12) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(3)
        self.textChanged.connect(self.fit)
        self.document().setModified(False)
        self.fit()

    def words(self) -> str:
        """Return the text exactly; Qt's own reading turns no-break spaces into blanks."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines anew: they wrap elsewhere."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height of the text."""
        lines = max(self._least, min(self._most, round(self.document().size().height())))
        frame = self.frameWidth() if self.frameShape() != QFrame.Shape.NoFrame else 0
        edges = 2 * (frame + round(self.document().documentMargin()))
        height = lines * self.fontMetrics().lineSpacing() + edges + 1
        if height != self.height():
            self.setFixedHeight(height)
