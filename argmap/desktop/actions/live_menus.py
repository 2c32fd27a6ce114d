"""Menus whose entries are found when they open: recent files, examples, themes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from argmap.desktop.files import examples
from argmap.desktop.files.recent import place
from argmap.desktop.widgets import plain_text
from argmap.drawing import theme as themes

if TYPE_CHECKING:
    from argmap.desktop.window import Window


class LiveMenus:
    """The three menus, put into the menus they belong to."""

    def __init__(self, window: Window, file_menu: QMenu, view_menu: QMenu) -> None:
        self._window = window
        before = window.commands["save"]
        self._recent = QMenu("Open &recent", file_menu)
        self._examples = QMenu("Open e&xample", file_menu)
        self._themes = QMenu("T&heme of the window", view_menu)
        self._choices = QActionGroup(self._themes)
        for menu in (self._recent, self._examples):
            file_menu.insertMenu(before, menu)
        view_menu.insertMenu(window.commands["show_outline"], self._themes)
        self._recent.aboutToShow.connect(self._list_recent)
        self._examples.aboutToShow.connect(self._list_examples)
        self._themes.aboutToShow.connect(self._list_themes)

    def _list_recent(self) -> None:
        self._recent.clear()
        desk = self._window.desk
        for path in desk.recent.paths:
            action = self._recent.addAction(plain_text.label(f"{path.name}  ({place(path)})"))
            action.triggered.connect(partial(desk.open, path, self._window))
        self._recent.addSeparator()
        forget = self._recent.addAction("&Forget these")
        forget.setEnabled(bool(desk.recent.paths))
        forget.triggered.connect(desk.recent.clear)

    def _list_examples(self) -> None:
        self._examples.clear()
        for title, path in examples.titles():
            action = self._examples.addAction(plain_text.label(title))
            action.triggered.connect(partial(self._window.starting.open_example, path))

    def _list_themes(self) -> None:
        self._themes.clear()
        window, settings = self._window, self._window.desk.settings
        for name in ("system", *themes.names()):
            title = "As the &system" if name == "system" else themes.load(name).title
            action = self._themes.addAction(title)
            action.setCheckable(True)
            action.setChecked(name == settings.theme)
            self._choices.addAction(action)
            action.triggered.connect(
                partial(lambda chosen: window.use(replace(settings, theme=chosen)), name)
            )
