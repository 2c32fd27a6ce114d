"""The panes around the canvas: docks that can be shown, hidden, moved, and reached by key.

Tab makes premises on the canvas, so the focus needs another way out of it (WCAG 2.1.2): F6 goes
round all panes that are shown.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget


class Panes:
    """The docks of a window by name, and the canvas they stand around."""

    def __init__(self, window: QMainWindow, centre: QWidget) -> None:
        self._window = window
        self._centre = centre
        self._docks: dict[str, QDockWidget] = {}

    def add(self, name: str, title: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        """Put a widget into a dock."""
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.setWidget(widget)
        self._window.addDockWidget(area, dock)
        self._docks[name] = dock
        return dock

    def stack(self, below: str, above: str) -> None:
        """Let two docks share a place, as tabs."""
        self._window.tabifyDockWidget(self._docks[below], self._docks[above])

    def reveal(self, name: str) -> None:
        """Show a pane in front of others, leaving the focus where it is."""
        self._docks[name].show()
        self._docks[name].raise_()

    def set_widths(self, widths: dict[str, int]) -> None:
        """Make docks at the sides so many pixels wide."""
        docks = [self._docks[name] for name in widths]
        self._window.resizeDocks(docks, list(widths.values()), Qt.Orientation.Horizontal)

    def shown(self, name: str) -> bool:
        """Tell whether a pane is to be seen."""
        return not self._docks[name].isHidden()

    def show(self, name: str, *, visible: bool) -> None:
        """Show or hide a pane, leaving the focus where it is."""
        self._docks[name].setVisible(visible)

    def toggle(self, name: str) -> None:
        """Show or hide a pane; one that is shown gets the focus."""
        dock = self._docks[name]
        dock.setVisible(dock.isHidden())
        if dock.isVisible():
            self.enter(name)
        else:
            self._centre.setFocus()

    def enter(self, name: str) -> None:
        """Show a pane and put the focus into it."""
        dock = self._docks[name]
        self.reveal(name)
        _focus(dock.widget())

    def go(self, by: int) -> None:
        """Move the focus to the next or the previous pane that is shown."""
        ring = [self._centre, *(d.widget() for d in self._docks.values() if d.isVisible())]
        here = QApplication.focusWidget()
        at = next(
            (i for i, w in enumerate(ring) if here and (w is here or w.isAncestorOf(here))), 0
        )
        _focus(ring[(at + by) % len(ring)])


def _focus(widget: QWidget) -> None:
    """Focus a widget, or the first one in it that takes the focus by Tab."""
    inside = [widget, *widget.findChildren(QWidget)]
    takers = (
        w
        for w in inside
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and w.isEnabled()
    )
    next(takers, widget).setFocus(Qt.FocusReason.TabFocusReason)
