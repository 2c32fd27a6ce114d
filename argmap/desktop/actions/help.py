"""Actions that help."""

from __future__ import annotations

from argmap.desktop.actions.action import Action
from argmap.desktop.actions.parts import Parts
from argmap.desktop.actions.topics import open_manual
from argmap.desktop.help.explaining import what_is
from argmap.desktop.notices.notice import Remedy


def _say_what_it_is(parts: Parts) -> None:
    session = parts.session
    said = what_is(session.argument_map, session.current, session.marks)
    session.remark(said, Remedy("Read more", lambda: open_manual(parts)))


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
    Action(
        "manual",
        "&Manual",
        "Help",
        open_manual,
        ("Shift+F1",),
        anywhere=True,
    ),
    Action(
        "what_is_this",
        "&What is this?",
        "Help",
        _say_what_it_is,
        ("Ctrl+F1",),
        context=True,
    ),
    Action("about", "&About argmap", "Help", lambda p: p.dialogs.about(), part=1, anywhere=True),
)
