"""Whether the focus has really left a place where somebody writes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

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
