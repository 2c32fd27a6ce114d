"""Commands that help."""

from __future__ import annotations

from argmap.desktop.actions.action import Action

HELP = (
    Action("palette", "&Command palette…", "Help", lambda w: w.show_palette(), ("Ctrl+Shift+P",)),
    Action("shortcuts", "&Keyboard shortcuts", "Help", lambda w: w.show_shortcuts(), ("F1",)),
    Action("about", "&About argmap", "Help", lambda w: w.show_about(), part=1),
)
