"""The way back from the find bar to who had the keys: a field, a pane, or a card being written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from argmap.desktop.session import Session
from argmap.desktop.widgets.focus import TakesUp, part_of, takes_focus


class WayBack:
    """Notes where the keys go, and leads there if the selection is still that one.

    Where something else has been found since, it leads to what shows that: map or outline. An
    editor that was closed when it was left is opened again, with the cursor where it was.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._widget: QWidget | None = None
        self._pane: QWidget | None = None
        self._cursor: int | None = None
        self._selection: tuple[str, ...] = ()

    def leave_for(self, line: QLineEdit, bar: QWidget) -> None:
        """Move the focus into a line of a bar; from elsewhere in the bar none comes back."""
        here = QApplication.focusWidget()
        if here is not None and bar.isAncestorOf(here):
            line.setFocus()
            return
        self._note()
        line.setFocus()
        # Only now, as what was being written becomes part of the map when it is left.
        self._selection = self._session.selection

    def _note(self) -> None:
        self._widget = widget = QApplication.focusWidget()
        self._cursor = None
        if isinstance(widget, QPlainTextEdit):
            self._cursor = widget.textCursor().position()
        self._pane = part_of(widget)

    def go(self) -> bool:
        """Give the focus back; whether there was a place for it."""
        widget, pane = self._widget, self._pane
        self._widget = self._pane = None
        as_it_was = self._session.selection == self._selection
        if as_it_was and widget is not None and takes_focus(widget):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        elif pane is not None and takes_focus(pane):
            pane.setFocus(Qt.FocusReason.OtherFocusReason)
            if as_it_was and self._cursor is not None and isinstance(pane, TakesUp):
                pane.take_up()
        else:
            return False
        self._put_cursor()
        return True

    def _put_cursor(self) -> None:
        """Put the cursor where it was, if the text that has the focus is as long."""
        field = QApplication.focusWidget()
        if self._cursor is not None and isinstance(field, QPlainTextEdit):
            cursor = field.textCursor()
            cursor.setPosition(min(self._cursor, field.document().characterCount() - 1))
            field.setTextCursor(cursor)
