"""Writing a text of one's own in place of both versions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from argmap.desktop.reviewing.page import button, in_a_line
from argmap.desktop.undoing.typing_place import TypingPlace
from argmap.desktop.widgets.prose import Prose


class OwnText(QWidget, TypingPlace):
    """A field, hidden until it is wanted; Ctrl+Enter uses the text, Escape gives it up.

    `given_up` carries what was typed and is not used, and whether undo took it back.
    """

    written = Signal(str)
    given_up = Signal(str, bool)
    closes = True

    def __init__(self) -> None:
        super().__init__()
        self._field = Prose(least=2, most=6)
        self._field.setAccessibleName("Your own text")
        self._field.installEventFilter(self)
        use = button("&Use this text", self._use, "Ctrl+Enter does so, too.")
        pile = QVBoxLayout(self)
        pile.setContentsMargins(0, 0, 0, 0)
        pile.addWidget(self._field)
        pile.addLayout(in_a_line(use, button("Cancel", self.give_up)))
        self.hide()

    def begin(self, text: str) -> None:
        """Let the text be written, beginning with one of the versions."""
        self._field.setPlainText(text)
        self._field.document().setModified(False)
        self.show()
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def type_again(self, text: str) -> None:
        """Put a text in place of what stands there, as if it had been typed."""
        self._field.selectAll()
        self._field.insertPlainText(text)

    def can_undo(self) -> bool:
        """Whether anything was typed that can be taken back."""
        return self._field.can_undo()

    def can_redo(self) -> bool:
        """Whether anything was typed and taken back."""
        return self._field.can_redo()

    def modified(self) -> bool:
        """Whether anything is left of what was typed."""
        return self._field.modified()

    def stands(self) -> str:
        """Return the text that stands there."""
        return self._field.words()

    def is_over(self) -> bool:
        """Whether it was closed."""
        return self.isHidden()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._field.redo()

    def back_out(self) -> None:
        """Close without a text."""
        self.give_up()

    def give_up(self) -> None:
        """Close without a text."""
        undone = not self.isHidden() and self.redo_all()
        typed = not self.isHidden() and self.modified()
        self.hide()
        if typed:
            self.given_up.emit(self._field.words(), undone)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close by Undo where nothing is left to take back."""
        if self.leaves_redo(event):
            return True
        key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if key and isinstance(event, QKeyEvent) and self.is_backed_out_of(event):
            if not event.isAutoRepeat():
                self.back_out()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Use the text, or give it up."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._use()
        elif event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def _use(self) -> None:
        self.hide()
        self.written.emit(self._field.words())
