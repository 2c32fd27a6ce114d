"""A place where a text is typed that becomes an edit of the map when it is left.

As long as it is typed, undo and redo of the window are about it, as its own keys are. A place that
was opened to be written in is closed by undo where nothing is left to take back, as by Esc, so
that the steps of the map come after it alone; redo types again what stood there. One that is
always there leaves that undo to the map at once.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from argmap.frozen import frozen


@frozen
class BroughtBack:
    """A text that was given up and stands there again; whether steps of the map are ahead."""

    text: str
    steps_ahead: Callable[[], bool]


class TypingPlace:
    """What a field is beside a widget, or a widget around it.

    `closes` says that it was opened to be written in, `brought_back` what was given up and has been
    typed again there, and `taken_up` that the text of the map goes on with the sentence where
    somebody goes there.
    """

    closes = False
    taken_up = False
    brought_back: BroughtBack | None = None

    def stands(self) -> str:
        """Return the text that stands there."""
        raise NotImplementedError

    def is_over(self) -> bool:
        """Whether nobody can type there any more."""
        return False

    def can_undo(self) -> bool:
        """Whether anything was typed that can be taken back."""
        raise NotImplementedError

    def can_redo(self) -> bool:
        """Whether anything was typed and taken back."""
        raise NotImplementedError

    def modified(self) -> bool:
        """Whether another text stands there than stood there before."""
        raise NotImplementedError

    def redo(self) -> None:
        """Do again what was taken back last."""
        raise NotImplementedError

    def redo_all(self) -> bool:
        """Have what was typed stand there again, if it was taken back; whether it was."""
        typed = not self.modified() and self.can_redo()
        while typed and self.can_redo():
            self.redo()
        return typed

    def back_out(self) -> None:
        """Close a place that `closes`; what was typed there can be had again."""
        raise NotImplementedError

    def as_brought_back(self) -> bool:
        """Whether what was brought back stands there as it was, or undo has just taken it back."""
        back = self.brought_back
        if back is None or self.is_over():
            return False
        return self.stands() == back.text if self.modified() else self.can_redo()

    def is_looked_at(self) -> bool:
        """Whether a text was brought back between two steps of the map, and nobody has typed on.

        To keep it would drop the steps ahead, so who leaves it leaves it given up.
        """
        back = self.brought_back
        return back is not None and back.steps_ahead() and self.as_brought_back()

    def leaves_redo(self, event: QEvent) -> bool:
        """Leave Redo to the window, if it is about the steps behind what was brought back."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return False
        redo = event.matches(QKeySequence.StandardKey.Redo)
        leaves = redo and not self.can_redo() and self.as_brought_back()
        if leaves:
            event.ignore()
        return leaves

    def is_backed_out_of(self, event: QKeyEvent) -> bool:
        """Whether a key is Undo where nothing is left to take back, and the place closes."""
        undo = event.matches(QKeySequence.StandardKey.Undo)
        return self.closes and undo and not self.can_undo()


def place_of(widget: QWidget | None) -> TypingPlace | None:
    """Return the place that a widget is, or is in, if any."""
    while widget is not None and not isinstance(widget, TypingPlace):
        widget = widget.parentWidget()
    return widget


def half_written(widget: QWidget | None) -> bool:
    """Whether words are being typed in a widget that would be cut off if the next went elsewhere.

    In the text of the map they always may be.
    """
    place = place_of(widget)
    if place:
        return place.closes or place.modified()
    text = widget.lineEdit() if isinstance(widget, QComboBox) else widget
    if isinstance(text, QLineEdit):
        return text.isModified()
    return isinstance(text, QPlainTextEdit) and not text.isReadOnly()


def ending_keys(widget: QWidget | None) -> str:
    """Return the keys, in words, with which one ends what is being typed in a widget."""
    place = place_of(widget)
    if place is None:
        return "`Esc`"
    lines = isinstance(widget, QPlainTextEdit) and not place.closes
    return "`Ctrl+Enter` or `Esc`" if lines else "`Enter` or `Esc`"
