"""Commands about files. Opening an example or a recent file are menus of their own."""

from __future__ import annotations

from argmap.desktop.actions.action import Action

FILE = (
    Action("new", "&New", "File", lambda w: w.files.new(), ("Ctrl+N",), toolbar="new"),
    Action("open", "&Open…", "File", lambda w: w.files.ask_open(), ("Ctrl+O",), toolbar="open"),
    Action("start_page", "S&tart page", "File", lambda w: w.show_start_page(), part=1),
    Action("save", "&Save", "File", lambda w: w.files.save(), ("Ctrl+S",), part=2, toolbar="save"),
    Action(
        "save_as", "Save &as…", "File", lambda w: w.files.ask_save_as(), ("Ctrl+Shift+S",), part=2
    ),
    Action("reload", "&Reload from disk", "File", lambda w: w.files.reload(), part=2),
    Action(
        "export",
        "&Export picture…",
        "File",
        lambda w: w.files.ask_export(),
        ("Ctrl+E",),
        part=3,
        toolbar="export",
    ),
    Action(
        "convert", "Export to another pro&gram…", "File", lambda w: w.files.ask_convert(), part=3
    ),
    Action("print", "&Print…", "File", lambda w: w.files.ask_print(), ("Ctrl+P",), part=3),
    Action("close", "&Close", "File", lambda w: w.close(), ("Ctrl+W",), part=4),
    Action("quit", "&Quit", "File", lambda w: w.desk.quit(), ("Ctrl+Q",), part=4),
)
