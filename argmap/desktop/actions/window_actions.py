"""Menus, toolbar, context menu and keys, made from the table of actions.

Keys of canvas commands are bound to the widgets that show the map (canvas and outline) and are
dead everywhere else, so Tab, Enter and Del keep their meaning in text fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenuBar, QToolBar, QToolButton, QWidget

from argmap.desktop.actions import ACTIONS, MENUS, ROWS, Action, LiveMenu, Row, Scope, in_text, when
from argmap.desktop.actions.grouping import GROUPING
from argmap.desktop.actions.in_text import InText
from argmap.desktop.actions.key_bindings import keys_of, shown
from argmap.desktop.actions.parts import Parts
from argmap.desktop.undoing.typing_place import ending_keys, half_written
from argmap.desktop.widgets import icons
from argmap.desktop.widgets.choosing.menu import Menu
from argmap.desktop.widgets.plain_text import label, one_line

_ON_MAP = Qt.ShortcutContext.WidgetShortcut
_IN_EDITORS = Qt.ShortcutContext.WidgetWithChildrenShortcut
"""Cards and rows are written in children of what shows the map."""


class WindowActions(QObject):
    """The rows of the table as QActions of one window."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._window = parts.window
        self._canvas_keys: tuple[QWidget, ...] = ()
        self._made = {row: self._make(row) for row in ACTIONS}
        self._live: dict[LiveMenu, Menu] = {}
        self._follow_settings()
        parts.application.settings_changed.connect(self._follow_settings)

    def offered(self) -> tuple[tuple[Action, QAction], ...]:
        """Return all commands as they are now, each row with what runs it.

        What is found when its menu opens, as a theme or a recent file, comes after the others.
        """
        self.refresh()
        found = [pair for row in self._live for pair in self._entries(row)]
        return (*self._made.items(), *found)

    def listen_on(self, widget: QWidget) -> None:
        """Let the keys of canvas commands be heard on this widget too."""
        for row, action in self._made.items():
            if row.scope is Scope.CANVAS:
                widget.addAction(action)
        self._canvas_keys = (*self._canvas_keys, widget)

    def explain(self, keys: QKeySequence) -> None:
        """Say why nothing comes of keys that somebody has pressed, where they are a command's."""
        focus = QApplication.focusWidget()
        on_map = focus in self._canvas_keys
        writing = focus is not None and any(w.isAncestorOf(focus) for w in self._canvas_keys)
        for row, action in self._made.items():
            if keys not in action.shortcuts():
                continue
            heard = row.scope is Scope.WINDOW or on_map or (writing and row.while_writing)
            if heard and not self._possible(row):
                self._say_why_not(row)
            elif writing and not heard and row.scope is Scope.CANVAS:
                self._say_it_waits(row)

    def listen_for_passages(self, reader: QWidget) -> None:
        """Let the keys of commands that make something of a passage be heard where one reads."""
        for row, action in self._made.items():
            if row.takes_passage and row.scope is Scope.CANVAS:
                reader.addAction(action)

    def listen_in_text(self, editor: QWidget) -> None:
        """Let the keys of commands in the text of the map be heard there."""
        for row, action in self._made.items():
            if row.scope is Scope.TEXT:
                editor.addAction(action)

    def run_held(self) -> None:
        """Run the commands whose key was held on the canvas and is let go."""
        for row, action in self._made.items():
            if row.scope is not Scope.HELD:
                continue
            if self._possible(row):
                action.trigger()
            else:
                self._say_why_not(row)

    def refresh(self) -> None:
        """Let every command look again whether it is possible, switched on, and what it says."""
        for row, action in self._made.items():
            action.setEnabled(self._possible(row))
            if row.checked:
                action.setChecked(row.checked(self._parts))
            if row.title:
                typed = self._is_about_typing(row)
                action.setText(f"{row.text} typing" if typed else row.title(self._parts.session))

    def refresh_steps(self) -> None:
        """Let Undo and Redo look again whether they are possible, with every letter typed."""
        for row, action in self._made.items():
            if row.in_text in in_text.STEPS:
                action.setEnabled(self._possible(row))

    def fill_menus(self, bar: QMenuBar) -> None:
        """Make the menus of the menu bar.

        Neither a tap on Alt nor Esc in a menu leaves the keys to the bar: what somebody types on
        would run commands, as letters open menus there. Esc goes back to where the keys went.
        """
        bar.setStyleSheet("QMenuBar { menubar-altkey-navigation: 0 }")
        for name in MENUS:
            menu = Menu(f"&{name}", bar)
            bar.addMenu(menu)
            self._fill(menu, [row for row in ROWS if row.menu == name])
            menu.aboutToShow.connect(self.refresh)

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Put the commands that have an icon on the toolbar, in the parts of their menus."""
        for _, rows in groupby((r for r in ACTIONS if r.toolbar), key=lambda row: row.menu):
            if bar.actions():
                bar.addSeparator()
            for row in rows:
                action = self._made[row]
                bar.addAction(action)
                button = bar.widgetForAction(action)
                if row.menu == "Argument" and isinstance(button, QToolButton):
                    # What makes cards is what a newcomer looks for, so it has words as well.
                    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def show_context_menu(self, where: QPoint) -> None:
        """Show the menu for what is selected, at a place of the screen; what is possible."""
        self._menu(self.in_context()).popup(where)

    def in_context(self) -> tuple[Action, ...]:
        """Return the commands that do something about what is selected, for the context menu.

        Where several things are, none that would do something about one of them alone.
        """
        self.refresh()
        several = when.several(self._parts.session)
        return tuple(
            row
            for row in ACTIONS
            if row.context and self._offers(row) and not (several and when.about_one(row.when))
        )

    def show_group_menu(self, where: QPoint, group: str) -> None:
        """Show the menu of a group, all cards of which are selected."""
        found = self._parts.session.argument_map.group_by_id[group]
        menu = self._menu(())
        menu.addSection(label(one_line(found.name)))
        self._fill(menu, self.in_group_menu())
        menu.popup(where)

    def in_group_menu(self) -> tuple[Action, ...]:
        """Return the commands that do something about a group pointed at, its own first."""
        self.refresh()
        rows = (row for row in ACTIONS if row.of_group and self._offers(row))
        return tuple(sorted(rows, key=lambda row: row not in GROUPING))

    def show_text_menu(self, where: QPoint) -> None:
        """Show the menu for what is at the cursor in the text of the map; what is possible."""
        self.refresh()
        menu = self._parts.text.editor.createStandardContextMenu()
        menu.setParent(self._window, menu.windowFlags())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if not action.isEnabled() and not action.isSeparator():
                menu.removeAction(action)
        steps = [row for row in ACTIONS if row.name in ("undo", "redo")]
        lines = [row for row in ACTIONS if row.scope is Scope.TEXT]
        for rows in (steps, lines):
            menu.addSeparator()
            menu.addActions([self._made[row] for row in rows if self._offers(row)])
        menu.popup(where)

    def show_passage_menu(self, where: QPoint) -> None:
        """Show the menu for where one reads in the text of a source; what is possible."""
        menu = self._menu(self.about_passage())
        menu.addSeparator()
        reading = {InText.COPY: "&Copy", InText.SELECT_ALL: "Select &all"}
        for does, words in reading.items():
            if does is InText.SELECT_ALL or self._parts.session.passage:
                run = partial(in_text.press, does, self._parts.sources.reader)
                menu.addAction(f"{words}\t{does.keys}", run)
        menu.popup(where)

    def about_passage(self) -> tuple[Action, ...]:
        """Return the commands that make something of a passage, or go on from it."""
        self.refresh()
        making = self._parts.session.passage is not None
        return tuple(
            row
            for row in ACTIONS
            if row.reads or (making and row.takes_passage and row.menu == "Argument")
            if self._offers(row)
        )

    def _menu(self, rows: Iterable[Row]) -> Menu:
        """Return a menu that pops up somewhere, and is gone afterwards."""
        menu = Menu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, rows)
        return menu

    def use_keys(self, own: Mapping[str, str]) -> None:
        """Bind the user's own keys, and the usual ones to all other commands."""
        for row, action in self._made.items():
            _bind(row, action, own)

    def paint_icons(self) -> None:
        """Draw the icons in the colours of the palette in force."""
        for row, action in self._made.items():
            if row.toolbar:
                action.setIcon(icons.icon(row.toolbar))

    def _follow_settings(self) -> None:
        self.use_keys(self._parts.application.settings.keys)

    def _fill(self, menu: Menu, rows: Iterable[Row]) -> None:
        for number, (_, part) in enumerate(groupby(rows, key=lambda row: (row.menu, row.part))):
            if number:
                menu.addSeparator()
            inner: dict[str, Menu] = {}
            for row in part:
                if isinstance(row, LiveMenu):
                    self._add_live_menu(menu, row)
                    continue
                if row.submenu and row.submenu not in inner:
                    inner[row.submenu] = menu.add(row.submenu)
                inner.get(row.submenu, menu).addAction(self._made[row])

    def _add_live_menu(self, menu: Menu, row: LiveMenu) -> None:
        self._live[row] = menu.add(row.text)
        self._live[row].aboutToShow.connect(partial(self._refill, row))

    def _refill(self, row: LiveMenu) -> None:
        self._live[row].clear()
        row.fill(self._parts, self._live[row])

    def _entries(self, row: LiveMenu) -> Iterator[tuple[Action, QAction]]:
        """Yield what such a menu offers now, each as a command with the menu's words before it."""
        self._refill(row)
        for action in self._live[row].actions():
            if not action.isSeparator():
                name, text = (f"{said}: {action.text()}" for said in (row.name, row.text))
                yield Action(name, text, row.menu, lambda _: None), action

    def _make(self, row: Action) -> QAction:
        action = QAction(row.text, self._window)
        action.setObjectName(row.name)
        if row.toolbar:
            action.setIconText(row.toolbar.capitalize())
        action.setAutoRepeat(row.repeats)
        action.setCheckable(row.checked is not None)
        if row.scope is Scope.WINDOW:
            self._window.addAction(action)
        else:
            action.setShortcutContext(_IN_EDITORS if row.while_writing else _ON_MAP)
        action.triggered.connect(partial(self._run, row))
        return action

    def _run(self, row: Action, _checked: bool = False) -> None:
        repeated = self._parts.canvas.key_repeat.active and not row.repeats
        text = self._text_for(row)
        if row.in_text is not None and text:
            if in_text.does_something(row.in_text, text):
                in_text.press(row.in_text, text)
        elif not repeated:
            self._run_on_map(row)
        self.refresh()

    def _run_on_map(self, row: Action) -> None:
        if _is_about_cards(row) and self._possible(row):
            empty = self._parts.canvas.editing.empty_draft
            self._parts.session.commit_typing()
            if empty and row.menu == "Edit":
                return  # that there is no card any more is all that was asked for
        if not self._possible(row):
            return
        if row.waits and not self._may_leave():
            self._say_it_waits(row)
        else:
            before = self._state()
            row.run(self._parts)
            if row.idle and self._state() == before:
                self._parts.session.remark(row.idle)

    def _text_for(self, row: Action) -> QWidget | None:
        """Return the text that is being written, if a command is about that."""
        return in_text.text_for(row.in_text, self._window.focusWidget())

    def _is_about_typing(self, row: Action) -> bool:
        """Whether a command takes a step in what is being typed."""
        text = self._text_for(row)
        step = row.in_text if row.in_text in in_text.STEPS else None
        return step is not None and text is not None and in_text.does_something(step, text)

    def _state(self) -> tuple[object, ...]:
        """Return what a command may change, to see whether it has."""
        session = self._parts.session
        return session.document.done, session.selection, session.view, session.typing

    def _say_why_not(self, row: Action) -> None:
        """Say why a command is not possible now, if it is not."""
        session = self._parts.session
        why = "" if row.when(session) else when.why_not(row.when, session)
        if why and self._parts.pages.shows_map:
            session.remark(why)

    def _may_leave(self) -> bool:
        """Whether nothing is cut off where one writes: in the text of the map, that can be read."""
        if self._parts.panes.focused != "text":
            return not half_written(QApplication.focusWidget())
        self._parts.session.commit_typing()
        return not self._parts.session.held

    def _say_it_waits(self, row: Action) -> None:
        """Say that a command is not for where one writes, nor leads away from there."""
        first = f"end what you are writing first, with {ending_keys(QApplication.focusWidget())}"
        if self._parts.session.held:
            first = "put right first what cannot be read in the text"
        self._parts.session.remark(f"“{row.words}” is a command on the map: {first}.")

    def _offers(self, row: Action) -> bool:
        """Whether a command would do anything now."""
        return self._possible(row) and (row.offered is None or row.offered(self._parts))

    def _possible(self, row: Action) -> bool:
        text = self._text_for(row)
        if row.in_text is not None and text:
            return in_text.does_something(row.in_text, text)
        pages = self._parts.pages
        seen = pages.shows_map or (row.reviewing and not pages.shows_start)
        return (row.anywhere or seen) and row.when(self._parts.session)


def _is_about_cards(row: Action) -> bool:
    """Whether a command is about the card that is being written, if one is."""
    return row.menu == "Argument" or (row.menu == "Edit" and row.scope is Scope.CANVAS)


def _bind(row: Action, action: QAction, own: Mapping[str, str]) -> None:
    if row.scope is Scope.HELD:
        # The canvas triggers it when the key is let go; the menu shows the key all the same.
        action.setText(f"{row.text}\t{shown(row, own)}")
    else:
        action.setShortcuts(keys_of(row, own))
    key = shown(row, own)
    action.setToolTip(f"{row.words} ({key})" if key else row.words)
