"""Commands about files. Opening an example or a recent file are menus of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from argmap.desktop.actions.action import Action

if TYPE_CHECKING:
    from argmap.desktop.window import Window


def _row(name: str, text: str, run: Callable[[Window], object], *keys: str, **more: Any) -> Action:
    return Action(name, text, "File", run, keys, **more)


FILE = (
    _row("new", "&New", lambda w: w.files.new(), "Ctrl+N", toolbar="new", anywhere=True),
    _row("open", "&Open…", lambda w: w.files.ask_open(), "Ctrl+O", toolbar="open", anywhere=True),
    _row("start_page", "S&tart page", lambda w: w.show_start_page(), part=1, anywhere=True),
    _row(
        "save",
        "&Save",
        lambda w: w.files.save(),
        "Ctrl+S",
        part=2,
        toolbar="save",
        anywhere=True,
    ),
    _row("save_as", "Save &as…", lambda w: w.files.ask_save_as(), "Ctrl+Shift+S", part=2),
    _row("reload", "&Reload from disk", lambda w: w.files.disk.reload(), part=2),
    _row(
        "export",
        "&Export picture…",
        lambda w: w.exports.ask_picture(),
        "Ctrl+E",
        part=3,
        toolbar="export",
    ),
    _row("convert", "Export to another pro&gram…", lambda w: w.exports.ask_convert(), part=3),
    _row("print", "&Print…", lambda w: w.exports.ask_print(), "Ctrl+P", part=3),
    _row("close", "&Close", lambda w: w.close(), "Ctrl+W", part=4, anywhere=True),
    _row("quit", "&Quit", lambda w: w.desk.quit(), "Ctrl+Q", part=4, anywhere=True),
)
