"""Where the focus goes: whether it has really left a place, back to it, and round within a part."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

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


def part_of(widget: QWidget | None) -> QWidget | None:
    """Return the part of the window in which cards are written that a widget lies in, if any."""
    while widget is not None and not isinstance(widget, TakesUp):
        widget = widget.parentWidget()
    return widget


def takes_focus(widget: QWidget) -> bool:
    """Whether a widget is still there, and can have the focus."""
    return (
        isValid(widget)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    )


def go_to(part: QWidget | None, otherwise: QWidget) -> None:
    """Move the focus to a part of the window, or where that is gone to another."""
    there = part if part is not None and takes_focus(part) else otherwise
    there.setFocus(Qt.FocusReason.OtherFocusReason)


def go_round(part: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next thing in a part of the window, as one reads; whether there is one.

    After the last comes the first: beyond it would be the map, where the next Tab makes a card.
    Qt's own chain cannot be asked: whatever PySide returns from it counts as part of the widget
    that was asked, and is taken for deleted when that goes.
    """
    here = QApplication.focusWidget()
    ring = _as_read(part, [w for w in part.findChildren(QWidget) if w is here or _is_reached(w)])
    if here not in ring or len(ring) == 1:
        return False
    there = ring[(ring.index(here) + (1 if forward else -1)) % len(ring)]
    reason = Qt.FocusReason
    there.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
    return True


def _as_read(part: QWidget, widgets: Iterable[QWidget]) -> list[QWidget]:
    """Return widgets row by row, each from left to right; a row is what has its middle in it."""
    middles = [(w.mapTo(part, w.rect().center()), w) for w in widgets]
    rows: list[list[tuple[QPoint, QWidget]]] = []
    for middle, widget in sorted(middles, key=lambda each: each[0].y()):
        if rows and middle.y() - rows[-1][0][0].y() < rows[-1][0][1].height() / 2:
            rows[-1].append((middle, widget))
        else:
            rows.append([(middle, widget)])
    return [w for row in rows for _, w in sorted(row, key=lambda each: each[0].x())]


def _is_reached(widget: QWidget) -> bool:
    """Whether Tab goes to a widget."""
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and not widget.focusProxy() and widget.isVisible() and widget.isEnabled()
