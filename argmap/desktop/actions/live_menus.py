"""Menus whose entries are found when they open: recent files, examples, themes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from argmap.desktop.actions.parts import Parts
from argmap.desktop.files import examples
from argmap.desktop.recent_files import place
from argmap.desktop.widgets import plain_text
from argmap.drawing import theme as themes


def fill_recent(parts: Parts, menu: QMenu) -> None:
    """Offer the files that were open lately."""
    recent = parts.application.recent_files
    listed = [f"{path.name}  ({place(path)})" for path in recent.paths]
    for path, text in zip(recent.paths, plain_text.lettered(listed, taken="f"), strict=True):
        action = menu.addAction(text)
        action.triggered.connect(partial(_open_file, parts, path))
    menu.addSeparator()
    forget = menu.addAction("&Forget these")
    forget.setEnabled(bool(recent.paths))
    forget.triggered.connect(recent.clear)


def fill_examples(parts: Parts, menu: QMenu) -> None:
    """Offer the examples by their titles."""
    found = examples.titles()
    texts = plain_text.lettered(title for title, _ in found)
    for (_, path), text in zip(found, texts, strict=True):
        action = menu.addAction(text)
        action.triggered.connect(partial(parts.start.open_example, path))


def fill_themes(parts: Parts, menu: QMenu) -> None:
    """Offer all themes, the one that was chosen ticked."""
    for group in menu.findChildren(QActionGroup):
        group.deleteLater()
    choices = QActionGroup(menu)
    names = themes.names()
    texts = plain_text.lettered((themes.load(name).title for name in names), taken="s")
    for name, text in (("system", "As the &system"), *zip(names, texts, strict=True)):
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(name == parts.application.settings.theme)
        choices.addAction(action)
        action.triggered.connect(partial(_use_theme, parts, name))


def _open_file(parts: Parts, path: Path) -> None:
    parts.application.file_requested.emit(path, parts.session)


def _use_theme(parts: Parts, name: str) -> None:
    application = parts.application
    application.change_from(parts.session, replace(application.settings, theme=name))
