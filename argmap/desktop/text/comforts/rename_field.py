"""A line over an id in the text, in which another name for it is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QToolTip

from argmap.desktop.text.comforts.showing import announce
from argmap.desktop.text.editor import TextEditor
from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.focus import leaves
from argmap.desktop.widgets.prose import LineField

_ROOM = 8
"""Letters more than the id has."""


class RenameField(LineField):
    """Hidden until a name is asked for; Enter hands it over, Esc or leaving the line gives up."""

    def __init__(self, editor: TextEditor) -> None:
        super().__init__(editor.viewport())
        self._editor = editor
        self._take: Callable[[str], None] = lambda _name: None
        self.setAccessibleName("New name of the id")
        self.textEdited.connect(self._fit)
        editor.verticalScrollBar().valueChanged.connect(self.leave)
        self.hide()

    def ask(self, name: str, there: tuple[int, int], take: Callable[[str], None]) -> None:
        """Ask for another name of what stands at a place, and hand it over."""
        self._take = take
        self.setFont(self._editor.font())
        self.setText(name)
        self.selectAll()
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(there[0])
        place = self._editor.cursorRect(cursor)
        height = self.sizeHint().height()
        self.move(place.left() - 6, place.center().y() - height // 2)
        self._fit()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def complain(self, words: str) -> None:
        """Say why a name cannot be had; it stays to be changed."""
        self.setAccessibleDescription(words)
        below = self.mapToGlobal(QPoint(0, self.height()))
        QToolTip.showText(below, plain_text.tooltip(words), self)
        announce(self, words)

    def leave(self) -> None:
        """Ask no longer; the keys go to the text again."""
        if not self.isHidden():
            had_focus = self.hasFocus()
            self.hide()
            self.setAccessibleDescription("")
            if had_focus:
                self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the name over on Enter, give up on Esc; no key goes on to the text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.text().strip())
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give up where the user has gone elsewhere; a menu or another window is not that."""
        super().focusOutEvent(event)
        if leaves(event):
            self.leave()

    def _fit(self) -> None:
        letters = self.fontMetrics().horizontalAdvance("0") * (len(self.text()) + _ROOM)
        self.resize(min(letters, self._editor.viewport().width()), self.sizeHint().height())
