"""Writing a text of one's own in place of both versions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from argmap.desktop.reviewing.page import button, in_a_line
from argmap.desktop.widgets.prose import Prose


class OwnText(QWidget):
    """A field, hidden until it is wanted; Ctrl+Enter uses the text, Escape gives it up.

    `given_up` carries what was typed and is not used.
    """

    written = Signal(str)
    given_up = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._field = Prose(least=2, most=6)
        self._field.setAccessibleName("Your own text")
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

    def give_up(self) -> None:
        """Close without a text."""
        typed = not self.isHidden() and self._field.document().isModified()
        self.hide()
        if typed:
            self.given_up.emit(self._field.words())

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
