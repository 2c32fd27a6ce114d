"""What an input method writes on a selected card: Chinese, Japanese, Korean, dead keys.

An input method talks to whatever has the focus when the first key is pressed, and a change of the
focus breaks off what is being composed: "Über" would become "Uber". So the canvas takes part in
input methods itself. When something is composed, the editor of the card opens without the focus,
the canvas passes on to it all that the input method says and asks, and the focus moves when a key
comes that the input method has left alone and nothing is being composed.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from argmap.desktop.canvas.editing.in_place_editing import InPlaceEditing
from argmap.desktop.canvas.gestures.gesture_runner import GestureRunner
from argmap.desktop.canvas.input.keyboard import Keyboard
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.widgets.ending import MODIFIERS


class InputMethod:
    """Stands for the editor of a card while the canvas has the focus."""

    def __init__(
        self,
        view: MapView,
        gestures: GestureRunner,
        editing: InPlaceEditing,
        keyboard: Keyboard,
    ) -> None:
        self._view = view
        self._keyboard = keyboard
        self._gestures = gestures
        self._editing = editing
        self._composing = False
        self._passing = False

    @property
    def field(self) -> QPlainTextEdit | None:
        """The field that is written in while the canvas has the focus, if there is one."""
        field = self._editing.field
        return None if field is None or field.hasFocus() else field

    def compose(self, event: QInputMethodEvent) -> bool:
        """Pass on what is being composed or was; whether there is anything to write it on."""
        written = event.preeditString() or event.commitString().strip()
        if not self.field and not (written and self._begin(written)):
            return False
        self._composing = bool(event.preeditString())
        if self.field:
            QApplication.sendEvent(self.field, event)
        return True

    def press(self, event: QKeyEvent) -> bool:
        """Pass on a key that the input method has left alone; whether it was for the editor."""
        if self._passing:
            return True  # the field has no use for it, so Qt offers it to what the field lies on
        field = self.field
        if field is None:
            return False
        if not self._composing and event.key() not in MODIFIERS:
            field.setFocus()
        self._passing = True
        QApplication.sendEvent(field, event)
        self._passing = False
        return True

    def answer(self, query: Qt.InputMethodQuery) -> object:
        """Return what an input method asks; None where there is nothing to say."""
        field = self.field
        if field:
            return _moved(field.inputMethodQuery(query), field.mapTo(self._view, QPoint()))
        if query is Qt.InputMethodQuery.ImEnabled:
            return self._editing.can_begin
        rect = self._view.rect_of(self._view.session.current)
        if query is Qt.InputMethodQuery.ImCursorRectangle and rect:
            return self._view.rect_to_viewport(rect)
        return None

    def _begin(self, written: str) -> bool:
        if self._gestures.current is not None:
            self._gestures.current.refuse_key()
            return False
        return self._editing.begin(written, focus=False, blank=self._keyboard.take_blank())


def _moved(answer: object, by: QPoint) -> object:
    """Return an answer that is a place in the field as the place in the view."""
    match answer:
        case QRectF() | QRect():
            return answer.translated(by)
        case QPointF() | QPoint():
            return answer + by
        case _:
            return answer
