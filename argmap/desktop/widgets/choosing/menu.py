"""A menu with colours of its own: all menus of the window are made of it.

Colours for every `QMenu` would not do, as Qt paints the open lists of boxes with those.
"""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QMenu


class Menu(QMenu):
    """A menu that `appearance` gives its palette by the name of this class."""

    def add(self, title: str) -> Menu:
        """Add a menu within this one."""
        inner = Menu(title, self)
        self.addMenu(inner)
        return inner


class MenuWindow(QMainWindow):
    """A window whose own menu, of panes and toolbars, looks as all menus."""

    def createPopupMenu(self) -> Menu:
        """Return a menu with the commands of the one that Qt makes, which goes."""
        made, usual = Menu(self), super().createPopupMenu()
        if usual:
            made.addActions(usual.actions())
            usual.deleteLater()
        return made
