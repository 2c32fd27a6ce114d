"""A line to look for words in the text of a source; what is found is selected, and so a passage."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from argmap.desktop.sources.reader import Reader
from argmap.desktop.widgets.prose import LineField


class SearchLine(QWidget):
    """Hidden until it is wanted; Enter goes on, Shift+Enter back, Esc closes it."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._before = reader.textCursor()
        self.words = LineField()
        self.words.setPlaceholderText("Find in the text")
        self.words.setAccessibleName("Find in the text")
        self.words.setClearButtonEnabled(True)
        self.found = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.found)
        self.words.textEdited.connect(lambda _: self._look())
        self.hide()

    def open(self) -> None:
        """Show the line, with what was looked for last ready to be typed over."""
        self.show()
        self._before = self._reader.textCursor()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.selectAll()

    def step(self, by: int) -> None:
        """Select the next (1) or previous (-1) place with the words, round and round."""
        if not self.words.text():
            self.open()
            return
        backwards = QTextDocument.FindFlag.FindBackward if by < 0 else QTextDocument.FindFlag(0)
        there = self._reader.find(self.words.text(), backwards)
        if not there:
            before = self._reader.textCursor()
            self._reader.moveCursor(
                QTextCursor.MoveOperation.Start if by > 0 else QTextCursor.MoveOperation.End
            )
            there = self._reader.find(self.words.text(), backwards)
            if not there:
                self._reader.setTextCursor(before)
        self.found.setText("" if there else "Nothing found")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step on Enter, close on Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._reader.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        """Look from where the cursor's passage begins, while the words are being typed."""
        cursor = self._reader.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._reader.setTextCursor(cursor)
        if self.words.text():
            self.step(1)
        else:
            self.found.clear()
        if not self.words.text() or self.found.text():
            self._reader.setTextCursor(self._before)
