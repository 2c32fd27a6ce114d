"""Where in the text somebody writes, for the journal: from there they go on after a crash.

They do as long as the keys go to the pane, be it to a bar or a field in it, and also while a menu
or another window has them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from argmap.desktop.session import Session
from argmap.desktop.text.blocks import column_after
from argmap.desktop.text.editor import TextEditor
from argmap.desktop.text.source import Source, shown_line
from argmap.store.journal import InText


class Whereabouts(QObject):
    """Tells a session of the cursor of an editor while the focus is in its pane, until `gone`.

    `put_right` says whether the map's text is another one than was typed, as the reader had to
    put some of that right.
    """

    gone = Signal()

    def __init__(
        self, session: Session, pane: QWidget, editor: TextEditor, put_right: Callable[[], bool]
    ) -> None:
        super().__init__(pane)
        self._session = session
        self._pane = pane
        self._editor = editor
        self._put_right = put_right
        self._inside = False
        editor.cursorPositionChanged.connect(self._moved)
        editor.selectionChanged.connect(self._moved)
        application = QApplication.instance()
        assert isinstance(application, QApplication), "widgets need one"
        application.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return  # another program has the keys
        inside = self._pane.isAncestorOf(now)
        if inside != self._inside and (inside or _top(now) is _top(self._pane)):
            self._inside = inside
            self._session.write_in_text(self._place if inside else None)
            if not inside:
                self.gone.emit()

    def _moved(self) -> None:
        if self._inside:
            self._session.write_in_text(self._place)

    def _place(self) -> InText:
        """Return where the cursor is, and where what is selected begins, in what is kept."""
        (other_line, other), (line, at) = self._editor.places()
        kept = Source(self._session.text.text()).lines if self._put_right() else None
        if kept:
            at, other = (self._column(kept, *place) for place in ((line, at), (other_line, other)))
        return InText(line, at, other_line, other)

    def _column(self, kept: list[str], line: int, column: int) -> int:
        """Return where a place on a line is in the line that is kept of it."""
        if line >= len(kept):
            return column
        typed, becomes = self._editor.source.lines[line], kept[line]
        return column_after(shown_line(typed), shown_line(becomes), column)


def _top(widget: QWidget) -> QWidget:
    """Return the window, or the dialog over it, in which a widget is, be it in a floating pane."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(widget, QDialog):
        widget, parent = parent, parent.parentWidget()
    return widget
