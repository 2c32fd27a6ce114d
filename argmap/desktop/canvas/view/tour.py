"""A tour through the map card by card: F5 and the arrow keys go on, Escape returns.

It is no gesture: all commands go on working, and selecting anything else stays there and ends it.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QStatusTipEvent
from PySide6.QtWidgets import QApplication

from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.canvas.view.viewport_keeper import READABLE
from argmap.model import walk

_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class _Start(NamedTuple):
    """Where the user was: the selection, pixels per point, and the point in the middle."""

    selection: tuple[str, ...]
    zoom: float
    middle: QPointF


class Tour:
    """The way through the cards of a view; it lasts while its card is the only one selected."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._start: _Start | None = None
        self._here = ""
        view.session.selection_changed.connect(self._selection_changed)

    def go(self, step: int = 1) -> None:
        """Go to the next card in reading order, from the last one to the first, or back."""
        view = self._view
        view.setFocus()  # so that what is being written anywhere is in the map before
        shown = view.session.in_view().argument_map
        order = [id_ for id_ in walk.reading_order(shown) if id_ in shown.statement_by_id]
        if not order:
            return
        if self._start is None:
            middle = view.to_scene(QPointF(view.viewport().rect().center()))
            self._start = _Start(view.session.selection, view.zoom(), middle)
        current = view.session.seen_as(view.session.current)
        at = (order.index(current) + step if current in order else 0) % len(order)
        self._here = order[at]
        view.session.select([self._here])
        view.zoom_to(max(view.zoom(), READABLE))
        view.center_on(self._here)
        self._show_status(
            f"Card {at + 1} of {len(order)}: F5 and the arrow keys go on and back, Escape returns."
        )

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key means something to the tour, before it is taken for a command."""
        known = event.key() in _STEPS or event.key() == Qt.Key.Key_Escape
        return self._start is not None and known and not _with_modifier(event)

    def press(self, event: QKeyEvent) -> bool:
        """Go on, back or home by key; whether the key meant something to the tour."""
        if self._start is None or not self.wants(event):
            return False
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self.go(step)
        else:
            self._return_to(self._start)
        return True

    def _return_to(self, start: _Start) -> None:
        view = self._view
        self._end()
        view.session.select(start.selection)
        view.zoom_to(start.zoom)
        view.scroll_point_to(start.middle, QPointF(view.viewport().rect().center()))

    def _selection_changed(self) -> None:
        seen_as = self._view.session.seen_as
        if self._start and {*map(seen_as, self._view.session.selection)} != {self._here}:
            self._end()

    def _end(self) -> None:
        self._start = None
        self._show_status("")

    def _show_status(self, words: str) -> None:
        """Write into the status bar of whatever window the view is in."""
        QApplication.sendEvent(self._view, QStatusTipEvent(words))


def _with_modifier(event: QKeyEvent) -> bool:
    """Whether Shift, Ctrl or the like is held: arrow keys of a keypad have a modifier too."""
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
