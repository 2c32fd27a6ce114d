"""The panes around the canvas: docks that can be shown, hidden, moved, and reached by key.

Tab makes premises on the canvas, so the focus needs another way out of it (WCAG 2.1.2): F6 goes
round all that is in view. Where the panes stand, and how large the window is, is kept between
starts. In a narrow window the panes of `YIELDING` give way, so that the map keeps most of the
width; they come back with the width, and whoever shows one by hand has it.

A pane is made when it is shown first or asked for, and none before the first picture is on the
screen: until then the docks stand empty, so that nothing moves when they are filled.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabBar, QWidget

from argmap import paths
from argmap.desktop.panes.side_widths import SideWidths, Usual
from argmap.desktop.undoing.typing_place import half_written, place_of
from argmap.desktop.widgets.focus_frame import FocusFrame
from argmap.saving import write_private

Pane = TypeVar("Pane", bound=QWidget)
_log = logging.getLogger(__name__)
YIELDING = ("outline",)
NARROW = 1200
"""The width of a window, in pixels, below which panes on both sides leave the map too little."""
_VERSION = 3
"""Of the set of panes: an arrangement of others is not taken up."""


class Panes(QObject):
    """The docks of a window by name, and what else takes the focus: the centre, the notices.

    `filled` carries the name of a dock whose pane has just been made.
    """

    filled = Signal(str)

    def __init__(self, window: QMainWindow, centre: QWidget, *others: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._held = True
        self._centre = centre
        self._others = others
        self._docks: dict[str, QDockWidget] = {}
        self._widths = SideWidths(window, self._docks)
        self._tabs: list[QTabBar] = []
        self._aside: QByteArray | None = None
        self._gave_way: set[str] = set()
        self._chosen: set[str] = set()
        self._moved_out: dict[str, str] = {}

    def add(
        self,
        name: str,
        title: str,
        make: Callable[[], QWidget],
        area: Qt.DockWidgetArea,
        *,
        share: float = 0,
    ) -> QDockWidget:
        """Add a dock for a pane; one with a share takes that of the window while it is shown."""
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.setWidget(FocusFrame())
        dock.visibilityChanged.connect(lambda shown: self._came(name, shown=shown))
        self._makers[name] = make
        self._window.addDockWidget(area, dock)
        self._docks[name] = dock
        if share:
            self._widths.let_be_wide(name, share)
        return dock

    def stack(self, below: str, above: str) -> None:
        """Let two docks share a place, as tabs."""
        self._window.tabifyDockWidget(self._docks[below], self._docks[above])

    def fill_shown(self) -> None:
        """Make the panes that are to be seen, and from now on each that comes to be seen."""
        self._held = False
        for name, dock in self._docks.items():
            if dock.isVisible():
                self.widget(name)

    def reveal(self, name: str) -> None:
        """Show a pane in front of others, leaving the focus where it is."""
        self.widget(name)
        dock = self._docks[name]
        dock.show()
        dock.raise_()

    def shown(self, name: str) -> bool:
        """Whether a pane is to be seen."""
        return not self._docks[name].isHidden()

    def toggle(self, name: str) -> None:
        """Show or hide a pane; one that is shown gets the focus, but from no half-written text."""
        self._chosen.add(name)
        dock, stays = self._docks[name], self.written_beside(name)
        if dock.isHidden() and stays:
            self._show_beside(name)
        elif dock.isHidden():
            self.enter(name)
        else:
            dock.hide()
            self._move_back(name)
            if not stays:
                _focus(self._centre)

    def written_beside(self, name: str) -> bool:
        """Whether the focus is outside a pane, in a text from which it may not be taken there."""
        return half_written(QApplication.focusWidget()) and self.focused != name

    def taken_up(self) -> bool:
        """Whether what is being written would be gone on with in the text of the map."""
        place = place_of(QApplication.focusWidget())
        return place is not None and place.taken_up

    def _show_beside(self, name: str) -> None:
        """Show a pane, in a place of its own if it would cover the one in which somebody writes."""
        self.reveal(name)
        dock, here = self._docks[name], self._docks.get(self.focused)
        if here is not None and here in self._window.tabifiedDockWidgets(dock):
            self._moved_out[name] = self.focused
            area = self._window.dockWidgetArea(here)
            self._window.addDockWidget(area, dock, Qt.Orientation.Vertical)

    def _move_back(self, name: str) -> None:
        """Let a pane share the place again that it shared before."""
        if other := self._moved_out.pop(name, ""):
            self._window.tabifyDockWidget(self._docks[other], self._docks[name])

    def enter(self, name: str) -> None:
        """Show a pane and put the focus into it."""
        self._chosen.add(name)
        self.reveal(name)
        _focus(self._docks[name].widget())

    def go(self, by: int) -> None:
        """Move the focus to the next or the previous of the panes that are in view.

        One that lies behind another, with which it shares its place, is passed over.
        """
        docks = self._docks.items()
        names = {d.widget(): name for name, d in docks if not d.visibleRegion().isEmpty()}
        ring = [self._centre, *names, *(w for w in self._others if w.isVisible())]
        here = QApplication.focusWidget()
        at = next(
            (i for i, w in enumerate(ring) if here and (w is here or w.isAncestorOf(here))), 0
        )
        there = ring[(at + by) % len(ring)]
        if there in names:
            self.enter(names[there])
        else:
            _focus(there)

    def widget(self, name: str) -> QWidget:
        """Return what a dock shows, which is made now if it has not been."""
        return self._frame(name).inside or self._makers[name]()

    def pane(self, name: str, kind: type[Pane], make: Callable[[], Pane]) -> Pane:
        """Return the pane in a dock, which is made now if it has not been."""
        frame = self._frame(name)
        if frame.inside is None:
            frame.hold(make())
            self.filled.emit(name)
        assert isinstance(frame.inside, kind), "each dock has its own"
        return frame.inside

    def _frame(self, name: str) -> FocusFrame:
        frame = self._docks[name].widget()
        assert isinstance(frame, FocusFrame), "each was given one"
        return frame

    @property
    def focused(self) -> str:
        """The name of the pane that has the focus, or an empty text."""
        here = QApplication.focusWidget()
        docks = self._docks.items()
        return next((name for name, dock in docks if here and dock.isAncestorOf(here)), "")

    def give_way(self) -> None:
        """Leave the map its room in a narrow window; give it back in a wide one."""
        if self._aside is not None:
            return
        self._widths.resized()
        narrow = self._window.width() < NARROW
        for name in YIELDING:
            dock = self._docks.get(name)
            if dock is None or name in self._chosen or dock.isFloating():
                continue
            if narrow and not dock.isHidden():
                self._gave_way.add(name)
                dock.hide()
            elif not narrow and name in self._gave_way:
                self._gave_way.discard(name)
                dock.show()

    def set_aside(self) -> None:
        """Hide all panes, until they are brought back."""
        if self._aside is None:
            self._aside = self._window.saveState(_VERSION)
        for dock in self._docks.values():
            dock.hide()

    def bring_back(self) -> None:
        """Show the panes again as they were before they were set aside."""
        if self._aside is not None:
            self._window.restoreState(self._aside, _VERSION)
            self._aside = None
            self.give_way()

    def _came(self, name: str, *, shown: bool) -> None:
        if self._aside is None:
            self._widths.settle()
        if shown and not self._held:
            self.widget(name)
        for bar in self._window.findChildren(
            QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            if bar not in self._tabs:  # Qt makes them when docks share a place
                self._tabs.append(bar)
                bar.tabBarClicked.connect(partial(self._clicked, bar))

    def _clicked(self, bar: QTabBar, tab: int) -> None:
        """Go into the pane whose tab was clicked: what is typed is not for one that is hidden."""
        names = (n for n, dock in self._docks.items() if dock.windowTitle() == bar.tabText(tab))
        if name := next(names, ""):
            QTimer.singleShot(0, self, partial(self.enter, name))

    def remember(self) -> None:
        """Keep the size of the window and the places of the panes for the next start."""
        for name in self._gave_way:
            self._docks[name].show()
        for name in tuple(self._moved_out):
            self._move_back(name)
        state = self._window.saveState(_VERSION) if self._aside is None else self._aside
        kept = {"window": self._window.saveGeometry(), "panes": state}
        texts = {name: bytes(v.toBase64().data()).decode("ascii") for name, v in kept.items()}
        try:
            write_private(_file(), json.dumps(texts))
        except OSError as error:
            _log.info("The places of the panes could not be kept: %s", error)

    def restore(self, widths: Mapping[str, Usual]) -> None:
        """Put window and panes as they were last; else give panes at the sides these widths."""
        docks = [self._docks[name] for name in widths]
        across = self._window.width()
        given = [width.within(across) for width in widths.values()]
        self._window.resizeDocks(docks, given, Qt.Orientation.Horizontal)
        self._take_up()
        self._widths.begin(widths)
        self.give_way()

    def _take_up(self) -> None:
        """Put window and panes as they were last, if that is known."""
        try:
            kept = json.loads(_file().read_text(encoding="ascii"))
            window, panes = (QByteArray.fromBase64(kept[n].encode()) for n in ("window", "panes"))
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return
        self._window.restoreGeometry(window)
        self._window.restoreState(panes, _VERSION)


def _file() -> Path:
    return paths.state() / "window.json"


def _focus(widget: QWidget) -> None:
    """Focus a widget, or the first one in it that takes the focus by Tab."""
    inside = [widget, *widget.findChildren(QWidget)]
    takers = (
        w
        for w in inside
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and w.isEnabled()
    )
    next(takers, widget).setFocus(Qt.FocusReason.TabFocusReason)
