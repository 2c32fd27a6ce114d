"""The keys that the canvas hears itself: arrow keys, Space, and any letter, which begins to write.

All other keys are commands of the table of actions; Qt hears them before the canvas does.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from argmap.desktop.canvas.editing.in_place_editing import InPlaceEditing
from argmap.desktop.canvas.gestures.gesture_runner import GestureRunner
from argmap.desktop.canvas.view.arrow_keys import HEADINGS, Heading
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.canvas.view.tour import Tour
from argmap.desktop.notices.notice import PASSING
from argmap.desktop.widgets.ending import MODIFIERS, writes

_TABS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_META = Qt.KeyboardModifier.MetaModifier


class Keyboard(QObject):
    """What keys mean; `panning` says that Space is held, `held_key` that it was a mere press.

    `unused` carries a Tab of which no command could make anything.
    """

    held_key = Signal()
    unused = Signal(QKeySequence)

    def __init__(
        self, view: MapView, gestures: GestureRunner, tour: Tour, editing: InPlaceEditing
    ) -> None:
        super().__init__(view)
        self._view = view
        self._gestures = gestures
        self._tour = tour
        self._editing = editing
        self.panning = False
        self._folds = False
        self._just_turned: AbstractSet[str] = frozenset()
        self._blank = False

    def overrides_shortcut(self, event: QKeyEvent) -> bool:
        """Whether a key is meant for a gesture or the tour, although it may be a command's."""
        if not (event.key() in {*MODIFIERS, Qt.Key.Key_Space} or writes(event)):
            self.go_on()
        return self._gestures.current is not None or self._tour.wants(event)

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key that goes down; whether it meant something."""
        if self._gestures.current:
            return self._gestures.key(event)
        if event.key() in _TABS:
            # Or Qt takes it for the way to the next widget, though no command wanted it.
            shifted = event.key() == Qt.Key.Key_Backtab
            self.unused.emit(QKeySequence("Shift+Tab" if shifted else event.keyCombination()))
            return True
        return self._tour.press(event) or self._act(event)

    def release(self, event: QKeyEvent) -> bool:
        """Act on a key that comes up: Space folds, unless it was held for dragging the canvas."""
        if event.key() in MODIFIERS:
            return self._gestures.key(event)
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            return False
        folded, pressed = self._view.session.view.folded, self._folds
        turned = self._just_turned  # by a blank before this one
        if pressed:
            self.held_key.emit()
        self.forget()
        self._just_turned = turned ^ self._view.session.view.folded ^ folded
        self._blank = pressed
        return True

    def dragged(self) -> None:
        """Take note that Space was held for dragging."""
        self._folds = False

    def forget(self) -> None:
        """Take no key for held any more."""
        self.panning = self._folds = False
        self.go_on()

    def go_on(self) -> None:
        """Take note of something else than a letter after Space: what it did is done."""
        self._just_turned = frozenset()
        self._blank = False

    def take_blank(self) -> bool:
        """Whether Space has just been pressed: it was the blank before a word, as it turns out.

        What it has folded is opened, and what it has opened is folded: no word is written on a card
        that was hidden before it. Where that was nothing, what was said of it is over.
        """
        session, blank = self._view.session, self._blank or self._folds
        session.withdraw_notices(PASSING)
        if self._just_turned:
            session.fold(session.view.folded ^ self._just_turned)
        self._folds = False
        self.go_on()
        return blank

    def _act(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self.panning = self._folds = True
            return True
        if event.key() in HEADINGS and not event.modifiers() & (_CONTROL | _ALT | _META):
            self._move(HEADINGS[Qt.Key(event.key())], event.modifiers())
            return True
        return writes(event) and self._write(event.text())

    def _write(self, typed: str) -> bool:
        """Begin to write with a character; whether there is something to write on."""
        if not self._editing.begin(typed, blank=self.take_blank()):
            self._say_why_not()
            return False
        field = self._editing.field
        if field:
            field.insertPlainText(typed)
        return True

    def _say_why_not(self) -> None:
        session = self._view.session
        several = len(set(map(session.seen_as, session.selected_statements))) > 1
        card = f"Select {'one' if several else 'a'} card to write on it."
        session.remark(session.why_read_only or card)

    def _move(self, heading: Heading, modifiers: Qt.KeyboardModifier) -> None:
        """Select the next card in a direction; with Shift in addition."""
        session = self._view.session
        found = self._view.next_card(session.current, heading)
        if not session.current:
            session.select([next(iter(self._view.map_scene.cards), "")])
        elif found:
            extend = modifiers & Qt.KeyboardModifier.ShiftModifier
            kept = session.selection if extend else ()
            session.select((*(i for i in kept if i != found), found))
