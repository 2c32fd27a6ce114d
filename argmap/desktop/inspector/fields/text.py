"""Fields of several lines: texts, and lists with one entry a line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor

from argmap.desktop.inspector.fields.editor import Editor
from argmap.desktop.widgets.focus import leaves
from argmap.desktop.widgets.prose import Prose

_BY_KEY = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
}


class _Box(Prose):
    """A box; whoever comes by a key finds the cursor at the end of a text that is new in it."""

    left = Signal()
    fresh = False

    def put_cursor(self, at: int) -> None:
        """Put the cursor behind so many letters, where it stays as the focus comes."""
        self.fresh = False
        super().put_cursor(at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.fresh and event.reason() in _BY_KEY:
            self.moveCursor(QTextCursor.MoveOperation.End)
        self.fresh = False
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if leaves(event):  # not for a menu or a question, after which one types on
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TextEditor(Editor):
    """A text of any number of lines, without blank ends; Ctrl+Enter or leaving it ends the edit."""

    def __init__(self, label: str) -> None:
        self.box = _Box(least=2)
        super().__init__(self.box, label)
        self.box.left.connect(self.committed)
        self.box.textChanged.connect(self.edited)
        # It is told after the text whether all that was typed has been taken back.
        self.box.document().modificationChanged.connect(self.edited)

    def fill(self, value: object) -> None:
        """Show a value."""
        self._show(str(value), "")

    def empty(self, hint: str) -> None:
        """Show nothing but a hint."""
        self._show("", hint)

    def modified(self) -> bool:
        """Whether anything was typed."""
        return self.box.modified()

    def can_redo(self) -> bool:
        """Whether anything was typed and taken back."""
        return self.box.can_redo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.box.redo()

    def read(self) -> object:
        """Return the text."""
        return self.box.words().strip()

    def typed(self) -> str:
        """Return the text as it was typed."""
        return self.box.words()

    def type_again(self, text: str) -> None:
        """Put a text in place of what is shown."""
        self.box.selectAll()
        self.box.insertPlainText(text)

    def put_cursor(self, at: int) -> bool:
        """Put the cursor behind so many letters."""
        self.box.put_cursor(at)
        return True

    def _show(self, text: str, hint: str) -> None:
        if text != self.box.words():  # or whoever goes on typing would be sent to the beginning
            self.box.setPlainText(text)
            self.box.fresh = True
        self.box.document().clearUndoRedoStacks()  # or what was typed for one card came to another
        self.box.document().setModified(False)
        self.box.setPlaceholderText(hint)


class VerbatimEditor(TextEditor):
    """Another's words, which stay as they stand."""

    def read(self) -> object:
        """Return the words."""
        return self.box.words()


class LinesEditor(TextEditor):
    """A list of texts, one a line."""

    def fill(self, value: object) -> None:
        """Show the entries."""
        assert isinstance(value, tuple), "a list of texts"
        self._show("\n".join(value), "one a line")

    def read(self) -> object:
        """Return the entries; empty lines are none."""
        return tuple(line.strip() for line in self.box.words().split("\n") if line.strip())
