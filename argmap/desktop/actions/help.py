"""Actions that help."""

from __future__ import annotations

from argmap.desktop.actions.action import Action

HELP = (
    Action(
        "palette",
        "&Command palette…",
        "Help",
        lambda p: p.show_palette(),
        ("Ctrl+Shift+P",),
        anywhere=True,
    ),
    Action(
        "shortcuts",
        "&Keyboard shortcuts",
        "Help",
        lambda p: p.show_shortcuts(),
        ("F1",),
        anywhere=True,
    ),
    Action("about", "&About argmap", "Help", lambda p: p.dialogs.about(), part=1, anywhere=True),
)
