"""Stepping through the map card by card: F5 and the arrow keys go on, Escape returns.

It is no gesture: all commands go on working, and selecting anything else stays there and ends it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QStatusTipEvent
from PySide6.QtWidgets import QApplication

from argmap.desktop.canvas.view.viewport_keeper import READABLE
from argmap.model import walk

if TYPE_CHECKING:
    from argmap.desktop.canvas.canvas import Canvas

_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class _Home(NamedTuple):
    """Where the user was: the selection, pixels per point, and the point in the middle."""

    selection: tuple[str, ...]
    zoom: float
    middle: QPointF


class Stepping:
    """The way through the cards of a canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._home: _Home | None = None
        self._here = ""
        canvas.session.selected.connect(self._selected)

    def go(self, step: int = 1) -> None:
        """Go to the next card in reading order, from the last one to the first, or back."""
        canvas = self._canvas
        canvas.setFocus()  # so that what is being written anywhere is in the map before
        shown = canvas.session.in_view().argument_map
        order = [id_ for id_ in walk.reading_order(shown) if id_ in shown.statement_by_id]
        if not order:
            return
        if self._home is None:
            middle = canvas.in_scene(QPointF(canvas.viewport().rect().center()))
            self._home = _Home(canvas.session.selection, canvas.zoom(), middle)
        current = canvas.session.current
        at = (order.index(current) + step if current in order else 0) % len(order)
        self._here = order[at]
        canvas.session.select([self._here])
        canvas.zoom_to(max(canvas.zoom(), READABLE))
        canvas.center_on(self._here)
        self._say(
            f"Card {at + 1} of {len(order)}: F5 and the arrow keys go on and back, Escape returns"
        )

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key means something to the stepping, before it is taken for a command."""
        known = event.key() in _STEPS or event.key() == Qt.Key.Key_Escape
        return self._home is not None and known and not _held(event)

    def press(self, event: QKeyEvent) -> bool:
        """Hear a key go down; tell whether it meant something."""
        if self._home is None or not self.wants(event):
            return False
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self.go(step)
        else:
            self._return(self._home)
        return True

    def _return(self, home: _Home) -> None:
        canvas = self._canvas
        self._end()
        canvas.session.select(home.selection)
        canvas.zoom_to(home.zoom)
        canvas.scroll_to_place(home.middle, QPointF(canvas.viewport().rect().center()))

    def _selected(self) -> None:
        if self._home and self._canvas.session.selection != (self._here,):
            self._end()

    def _end(self) -> None:
        self._home = None
        self._say("")

    def _say(self, words: str) -> None:
        """Write into the status bar of whatever window the canvas is in."""
        QApplication.sendEvent(self._canvas, QStatusTipEvent(words))


def _held(event: QKeyEvent) -> bool:
    """Whether Shift, Ctrl or the like is held: arrow keys of a keypad have a modifier too."""
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
