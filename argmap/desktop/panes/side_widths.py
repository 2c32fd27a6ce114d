"""How wide the panes at the sides are: a wide one takes room, and gives it back when it closes.

Panes that share a place as tabs have one width, and Qt leaves a place as wide as the widest pane
made it. So each side has a usual width, and a wide pane its own, which is taken for as long as
that pane is there; who drags the edge changes the one that it was dragged at. Where wide panes on
both sides would leave the map less than its share, they give way.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow

from argmap.frozen import frozen

Side = Qt.DockWidgetArea
SIDES = (Side.LeftDockWidgetArea, Side.RightDockWidgetArea)
OF_MAP = 1 / 3
"""The share of the window that wide panes leave to the map."""
_INEXACT = 2
"""Pixels by which a width may be off without anybody having dragged it."""


@frozen
class Usual:
    """The width of a pane in pixels, and the share of the window that it has at the most."""

    width: int
    share: float

    def within(self, across: int) -> int:
        """Return the width in a window of a width."""
        return min(self.width, round(across * self.share))


class SideWidths:
    """Gives the docks of a window their widths when one comes or goes."""

    def __init__(self, window: QMainWindow, docks: Mapping[str, QDockWidget]) -> None:
        self._window = window
        self._docks = docks
        self._begun = False
        self._shares: dict[str, float] = {}
        self._usual: dict[Side, Usual] = {}
        self._dragged: dict[Side, int] = {}
        self._own: dict[str, int] = {}
        self._there: dict[Side, tuple[str, ...]] = {}
        self._given: dict[Side, int] = {}
        self._squeezed = False
        self._soon = QTimer(window)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._give)

    def let_be_wide(self, name: str, share: float) -> None:
        """Let a dock take a share of the window while it is shown."""
        self._shares[name] = share

    def begin(self, usual: Mapping[str, Usual]) -> None:
        """Take the docks as they stand now; these are the usual widths of the sides they are at."""
        for name, width in usual.items():
            self._usual[self._window.dockWidgetArea(self._docks[name])] = width
        self._there = self._now()
        self._begun = True

    def settle(self) -> None:
        """Give the sides their widths if a dock has come or gone, once Qt has placed it."""
        there = self._now()
        if self._begun and there != self._there:
            # Or else nothing has been placed since the last time, or ever.
            if not self._soon.isActive() and self._window.isVisible():
                self._note_dragged()
            self._there = there
            self._soon.start()

    def resized(self) -> None:
        """Let wide panes give way in a window that becomes narrower, and come back in a wider."""
        if not self._begun or not self._window.isVisible():
            return  # nothing has a place yet
        there = {side for side in SIDES if self._there.get(side)}
        room = self._window.width() * (1 - OF_MAP)
        narrow = len(there) < 2 or sum(map(self._width_with_edge, there)) <= room
        tight = not narrow and sum(map(self._width, there)) > room
        if tight or self._squeezed:
            self._soon.start()

    def _now(self) -> dict[Side, tuple[str, ...]]:
        found: dict[Side, tuple[str, ...]] = dict.fromkeys(SIDES, ())
        for name, dock in self._docks.items():
            side = self._window.dockWidgetArea(dock)
            if side in found and not dock.isHidden() and not dock.isFloating():
                found[side] += (name,)
        return found

    def _width(self, side: Side) -> int:
        """Return how wide a side is, whichever of its docks are in front."""
        from PySide6.QtWidgets import QStyle  # all about styles, which no first picture waits for

        edge = QStyle.PixelMetric.PM_DockWidgetSeparatorExtent
        return self._width_with_edge(side) - self._window.style().pixelMetric(edge)

    def _width_with_edge(self, side: Side) -> int:
        widget = self._window.centralWidget()
        assert widget is not None, "a window has its map"
        centre = widget.geometry()
        left = side == Side.LeftDockWidgetArea
        return centre.left() if left else self._window.width() - centre.right() - 1

    def _note_dragged(self) -> None:
        """Keep the widths that the user gave to what was there until now."""
        for side, names in self._there.items():
            width, wide = self._width(side), [name for name in names if name in self._shares]
            if not names or abs(width - self._given.get(side, 0)) <= _INEXACT:
                continue
            if wide:
                self._own.update(dict.fromkeys(wide, width))
            else:
                self._dragged[side] = width

    def _wanted(self, side: Side) -> int:
        across = self._window.width()
        wide = [name for name in self._there[side] if name in self._shares]
        if wide:
            return max(self._own.get(n) or round(across * self._shares[n]) for n in wide)
        usual = self._usual.get(side)
        return self._dragged.get(side) or (usual.within(across) if usual else 0)

    def _give(self) -> None:
        wanted = {side: self._wanted(side) for side, names in self._there.items() if names}
        wide = [side for side in wanted if self._shares.keys() & set(self._there[side])]
        room = self._window.width() * (1 - OF_MAP)
        room -= sum(width for side, width in wanted.items() if side not in wide)
        total = sum(wanted[side] for side in wide)
        self._squeezed = total > room
        for side in wide if self._squeezed else ():
            wanted[side] = round(wanted[side] * room / total)
        self._given = wanted
        docks = [self._docks[self._there[side][0]] for side in wanted]
        self._window.resizeDocks(docks, list(wanted.values()), Qt.Orientation.Horizontal)
