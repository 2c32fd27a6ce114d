"""What all editors of fields have in common."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from argmap.desktop.undoing.typing_place import TypingPlace
from argmap.desktop.widgets import plain_text, role_signs


class _Complaint(QLabel):
    """A sentence that takes the height it needs; in a form, Qt would cut it to one line."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height of the text."""
        self.setFixedHeight(max(0, self.heightForWidth(self.width())))


class Editor(QWidget, TypingPlace):
    """A control for one value; `committed` says that the user is done with it for now.

    `edited` says that something else stands there, be it only that it was shown.

    What cannot be taken is complained of below the control. `titled` editors show the field's
    label themselves. `given_up` asks to let go of what was typed, and to close one that `closes`.
    """

    committed = Signal()
    edited = Signal()
    given_up = Signal()
    titled = False

    def __init__(self, control: QWidget, label: str) -> None:
        super().__init__()
        self.row = QHBoxLayout()
        self.row.addWidget(control, 1)
        self._complaint = _Complaint()
        pile = QVBoxLayout(self)
        pile.setContentsMargins(0, 0, 0, 0)
        pile.setSpacing(2)
        pile.addLayout(self.row)
        pile.addWidget(self._complaint)
        control.setAccessibleName(label)
        control.installEventFilter(self)
        self.control = control
        self.setFocusProxy(control)

    @property
    def complaint(self) -> str:
        """What is wrong with what was typed, or nothing."""
        return self._complaint.text()

    def complain(self, words: str) -> None:
        """Say what is wrong with what was typed, which stays; nothing ends the complaint."""
        words = plain_text.shown(words)
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
        self._complaint.fit()
        self.control.setAccessibleDescription(words)
        if words:
            self._paint_complaint()
            alert = QAccessibleEvent(self._complaint, QAccessible.Event.Alert)
            QAccessible.updateAccessibility(alert)

    def changeEvent(self, event: QEvent) -> None:
        """Keep a complaint readable in another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.complaint:
            self._paint_complaint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave Undo and Redo to the window while nothing typed here is to be taken back or not.

        A field that closes keeps them: that Undo closes it, and that Redo does nothing.
        """
        if isinstance(event, QKeyEvent) and self.is_backed_out_of(event):
            if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self.back_out()
            event.accept()
            return True
        if self.leaves_redo(event):
            return True
        override = event.type() == QEvent.Type.ShortcutOverride and not self.closes
        if override and isinstance(event, QKeyEvent):
            idle_undo = event.matches(QKeySequence.StandardKey.Undo) and not self.can_undo()
            idle_redo = event.matches(QKeySequence.StandardKey.Redo) and not self.can_redo()
            if idle_undo or idle_redo:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def offer(self, choices: tuple[tuple[object, str], ...]) -> None:
        """Take the values that can be chosen, with their words; most editors know none."""

    def fill(self, value: object) -> None:
        """Show a value."""
        raise NotImplementedError

    def empty(self, hint: str) -> None:
        """Show no value, and a hint why or what is wanted."""
        raise NotImplementedError

    def modified(self) -> bool:
        """Whether the user has changed what was shown."""
        raise NotImplementedError

    def can_undo(self) -> bool:
        """Whether anything was typed that can be taken back."""
        return self.modified()

    def can_redo(self) -> bool:
        """Whether anything was typed and taken back."""
        return False

    def redo(self) -> None:
        """Do again what was taken back last."""

    def stands(self) -> str:
        """Return the text that stands there."""
        return self.typed()

    def is_over(self) -> bool:
        """Whether it was closed."""
        return self.closes and self.isHidden()

    def back_out(self) -> None:
        """Ask to be let go of."""
        self.given_up.emit()

    def read(self) -> object:
        """Return the value as it is now; ArgmapError where it is none."""
        raise NotImplementedError

    def typed(self) -> str:
        """Return the text as it was typed; nothing where the value is chosen."""
        return ""

    def put_cursor(self, at: int) -> bool:
        """Put the cursor behind so many letters; whether there is a text for it."""
        del at
        return False

    def type_again(self, text: str) -> None:
        """Put a text in place of what is shown, as if it had been typed."""

    def _paint_complaint(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, role_signs.colour(palette, "rebuttal"))
        self._complaint.setPalette(palette)


MIXED = "(they differ)"
"""What a field says of several items whose values are not the same."""
