"""Menus, toolbar, context menu and keys, made from the table of actions.

Keys of canvas commands are bound to the widgets that show the map (canvas and outline) and are
dead everywhere else, so Tab, Enter and Del keep their meaning in text fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from argmap.desktop.actions import ACTIONS, MENUS, Action, Scope
from argmap.desktop.actions.keys import keys_of, shown
from argmap.desktop.widgets import icons

if TYPE_CHECKING:
    from argmap.desktop.window import Window


class Commands:
    """The rows of the table as QActions of one window."""

    def __init__(self, window: Window, keys: Mapping[str, str]) -> None:
        self._window = window
        self._made = {row.name: self._make(row, keys) for row in ACTIONS}

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def listen_on(self, *widgets: QWidget) -> None:
        """Let the keys of canvas commands be heard on these widgets."""
        for row in ACTIONS:
            if row.scope is Scope.CANVAS:
                for widget in widgets:
                    widget.addAction(self[row.name])

    def refresh(self) -> None:
        """Let every command look again whether it is possible, and whether it is switched on."""
        for row in ACTIONS:
            action = self[row.name]
            action.setEnabled(self._possible(row))
            if row.checked:
                action.setChecked(row.checked(self._window))

    def fill_menus(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Make the menus of the menu bar, and give them by name."""
        menus = {}
        for name in MENUS:
            menu = menus[name] = bar.addMenu(f"&{name}")
            self._fill(menu, [row for row in ACTIONS if row.menu == name])
            menu.aboutToShow.connect(self.refresh)
        return menus

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Put the commands that have an icon on the toolbar, in the parts of their menus."""
        for _, rows in groupby((r for r in ACTIONS if r.toolbar), key=lambda row: row.menu):
            if bar.actions():
                bar.addSeparator()
            for row in rows:
                bar.addAction(self[row.name])
                button = bar.widgetForAction(self[row.name])
                if row.menu == "Argument" and isinstance(button, QToolButton):
                    # What makes cards is what a newcomer looks for, so it has words as well.
                    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def context_menu(self, parent: QWidget) -> QMenu:
        """Make the menu for what is selected; it offers only what is possible."""
        self.refresh()
        menu = QMenu(parent)
        possible = [r for r in ACTIONS if r.context and self[r.name].isEnabled()]
        self._fill(menu, possible)
        if not possible:
            menu.addAction(self["add_claim"])
            menu.addAction(self["paste"])
        return menu

    def use_keys(self, own: Mapping[str, str]) -> None:
        """Bind the user's own keys, and the usual ones to all other commands."""
        for row in ACTIONS:
            self._bind(row, self[row.name], own)

    def paint_icons(self) -> None:
        """Draw the icons in the colours of the palette in force."""
        for row in ACTIONS:
            if row.toolbar:
                self[row.name].setIcon(icons.icon(row.toolbar))

    def _fill(self, menu: QMenu, rows: Iterable[Action]) -> None:
        for number, (_, part) in enumerate(groupby(rows, key=lambda row: (row.menu, row.part))):
            if number:
                menu.addSeparator()
            inner: dict[str, QMenu] = {}
            for row in part:
                if row.submenu and row.submenu not in inner:
                    inner[row.submenu] = menu.addMenu(row.submenu)
                inner.get(row.submenu, menu).addAction(self[row.name])

    def _make(self, row: Action, keys: Mapping[str, str]) -> QAction:
        action = QAction(row.text, self._window)
        action.setObjectName(row.name)
        if row.toolbar:
            action.setIconText(row.toolbar.capitalize())
        action.setAutoRepeat(row.repeats)
        self._bind(row, action, keys)
        action.setCheckable(row.checked is not None)
        if row.scope is Scope.WINDOW:
            self._window.addAction(action)
        else:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(partial(self._run, row))
        return action

    def _bind(self, row: Action, action: QAction, own: Mapping[str, str]) -> None:
        sequences = keys_of(row, own)
        if row.scope is Scope.HELD:
            # The canvas triggers it when the key is let go; the menu shows the key all the same.
            action.setText(f"{row.text}\t{shown(row, own)}")
        else:
            action.setShortcuts(sequences)
        key = shown(row, own)
        action.setToolTip(f"{row.words} ({key})" if key else row.words)

    def _run(self, row: Action, _checked: bool = False) -> None:
        if self._possible(row):
            row.run(self._window)
        self.refresh()

    def _possible(self, row: Action) -> bool:
        return (row.anywhere or self._window.shows_map) and row.when(self._window.session)
