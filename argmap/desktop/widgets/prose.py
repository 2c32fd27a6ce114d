"""Fields in which sentences are written, of one line or more; one is as high as its text."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QKeyCombination, QSignalBlocker, Qt
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QWidget

from argmap.desktop.widgets.ending import writes_nothing
from argmap.desktop.widgets.plain_text import units


def begins_word(before: str, text: str) -> bool:
    """Whether what is typed after a letter, or after none, begins a word of its own."""
    return text.isprintable() and bool(text.strip()) and (len(text) > 1 or not before.strip())


def ignores(event: QKeyEvent) -> bool:
    """Whether a key is a command's and so is left to others: Qt would write its letter."""
    if writes_nothing(event):
        event.ignore()
    return writes_nothing(event)


def _redoes(field: TextField | LineField, event: QEvent) -> bool:
    """Redo in a field with `Ctrl+Y`, which Qt takes for Redo on some systems only; whether so."""
    if not (isinstance(event, QKeyEvent) and event.keyCombination() == _CTRL_Y):
        return False
    taken = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    taken = taken and field.can_redo() and not field.isReadOnly()
    if taken:
        event.accept()
    if taken and event.type() == QEvent.Type.KeyPress:
        field.redo()
    return taken


_CTRL_Y = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y)


class TextField(QPlainTextEdit):
    """Plain text, of which Undo takes back a word at a time, and which never moves sideways.

    Qt takes back all that was written at a stretch as one step; letters of another format begin a
    new one, so each word has a format that differs in nothing to be seen.
    """

    _WORD = 0x100000
    """The property in which the formats of words differ: the first that Qt leaves to others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._prompt = ""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A blank at the end of a full line would shift the text, and cut its first letters off.
        self.horizontalScrollBar().rangeChanged.connect(self._stay)

    def can_undo(self) -> bool:
        """Whether anything was typed that can be taken back."""
        return self.document().isUndoAvailable()

    def can_redo(self) -> bool:
        """Whether anything was typed and taken back."""
        return self.document().isRedoAvailable()

    def modified(self) -> bool:
        """Whether the text is another one than was put there."""
        return self.document().isModified()

    def event(self, event: QEvent) -> bool:
        """Hear `Ctrl+Y` on every system."""
        return _redoes(self, event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write, with a new step for Undo where a word begins."""
        if ignores(event):
            return
        self._begin_word(event.text())
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what an input method gives, each of its words as a step for Undo."""
        self._begin_word(event.commitString())
        super().inputMethodEvent(event)
        self._hide_prompt(hidden=bool(event.preeditString()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a press of any button: Qt passes on all but the left one, to what ends the writing.

        A menu for the text comes of a press of the right one.
        """
        super().mousePressEvent(event)
        event.accept()

    def _hide_prompt(self, *, hidden: bool) -> None:
        """Show what is asked for where nothing is being composed: Qt shows both, on top of it."""
        if hidden and self.placeholderText():
            self._prompt = self.placeholderText()
            self.setPlaceholderText("")
        elif self._prompt and not hidden:
            self.setPlaceholderText(self.placeholderText() or self._prompt)
            self._prompt = ""

    def cursor_at(self) -> int:
        """Return behind how many letters the cursor stands."""
        cursor = self.textCursor()
        cursor.setPosition(0, QTextCursor.MoveMode.KeepAnchor)
        return len(cursor.selectedText())

    def put_cursor(self, at: int) -> None:
        """Put the cursor behind so many letters; one more than there are is a blank typed last.

        Behind all there are is -1, and -2 with such a blank.
        """
        text, cursor = self.toPlainText(), self.textCursor()
        cursor.setPosition(units(text[:at] if at >= 0 else text))
        self.setTextCursor(cursor)
        if at in (len(text) + 1, -2):
            self.insertPlainText(" ")

    def text_height(self, most: float = math.inf) -> float:
        """Return the height in pixels of all lines; of a long text, one of more than `most`."""
        layout, height = self.document().documentLayout(), 0.0
        block = self.document().begin()
        while block.isValid() and height <= most:
            layout.blockBoundingRect(block)  # which lays it out; it may count the margin as well
            height += block.layout().boundingRect().height()
            block = block.next()
        return height

    def _begin_word(self, text: str) -> None:
        cursor = self.textCursor()
        if cursor.block().length() == 1:
            return  # the format of an empty line would be a step of its own, with nothing to see
        before = cursor.block().text()[: cursor.positionInBlock()][-1:]
        if begins_word(before, text):
            self._number = 1 - self._number
            word = QTextCharFormat()
            word.setProperty(self._WORD, self._number)
            self.setCurrentCharFormat(word)

    def _stay(self) -> None:
        self.horizontalScrollBar().setRange(0, 0)


class Prose(TextField):
    """Plain text that grows from `least` to `most` lines and scrolls after that."""

    def __init__(self, parent: QWidget | None = None, *, least: int = 1, most: int = 12) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(3)
        self.textChanged.connect(self.fit)
        self.document().clearUndoRedoStacks()  # or Undo would take back the margin
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
        """Take the height of the text: scripts that the font lacks have higher lines than it."""
        spacing = self.fontMetrics().lineSpacing()
        least, most = self._least * spacing, self._most * spacing
        lines = max(least, min(most, math.ceil(self.text_height(most))))
        frame = self.frameWidth() if self.frameShape() != QFrame.Shape.NoFrame else 0
        height = lines + 2 * (frame + round(self.document().documentMargin())) + 1
        if height != self.height():
            self.setFixedHeight(height)


class LineField(QLineEdit):
    """A line of text, of which Undo takes back a word at a time as well.

    Qt begins a new step where the cursor was moved, so it goes a letter back and forth where a word
    begins.
    """

    def can_undo(self) -> bool:
        """Whether anything was typed that can be taken back."""
        return self.isUndoAvailable()

    def can_redo(self) -> bool:
        """Whether anything was typed and taken back."""
        return self.isRedoAvailable()

    def modified(self) -> bool:
        """Whether the text is another one than was put there."""
        return self.isModified()

    def put_cursor(self, at: int) -> None:
        """Put the cursor behind so many letters; one more than there are is a blank typed last.

        Behind all there are is -1, and -2 with such a blank.
        """
        text = self.text()
        self.setCursorPosition(units(text[:at] if at >= 0 else text))
        if at in (len(text) + 1, -2):
            self.insert(" ")

    def event(self, event: QEvent) -> bool:
        """Hear `Ctrl+Y` on every system."""
        return _redoes(self, event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write, with a new step for Undo where a word begins."""
        if ignores(event):
            return
        self._begin_word(event.text())
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what an input method gives, each of its words as a step for Undo."""
        self._begin_word(event.commitString())
        super().inputMethodEvent(event)

    def _begin_word(self, text: str) -> None:
        at = self.cursorPosition()
        before = self.text()[:at][-1:]
        if before and not self.hasSelectedText() and begins_word(before, text):
            with QSignalBlocker(self):
                self.setCursorPosition(at - 1)
                self.setCursorPosition(at)
