"""Where the focus goes: whether it has really left a place, and round within a part by Tab."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget

_Reason = Qt.FocusReason
_RETURNS = {_Reason.PopupFocusReason, _Reason.MenuBarFocusReason, _Reason.ActiveWindowFocusReason}


def leaves(event: QFocusEvent) -> bool:
    """Whether the focus goes somewhere else in the window, from where it does not come back.

    From a menu and from another window it does, and then everything should be as it was.
    """
    return event.lostFocus() and event.reason() not in _RETURNS


class TakesUp:
    """A part of the window in which a card is written in an editor that is closed when left."""

    def take_up(self) -> None:
        """Write on the current card again."""
        raise NotImplementedError


def go_round(part: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next thing in a part of the window; whether there is one.

    After the last comes the first: beyond it would be the map, where the next Tab makes a card.
    """
    here = QApplication.focusWidget()
    if here is None:
        return False
    there = _beside(here, forward=forward)
    while there is not here:
        if part.isAncestorOf(there) and _is_reached(there):
            reason = Qt.FocusReason
            there.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
            return True
        there = _beside(there, forward=forward)
    return False


def _beside(widget: QWidget, *, forward: bool) -> QWidget:
    beside = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
    assert beside is not None, "the chain of a window goes round"
    return beside


def _is_reached(widget: QWidget) -> bool:
    """Whether Tab goes to a widget."""
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and not widget.focusProxy() and widget.isVisible() and widget.isEnabled()
