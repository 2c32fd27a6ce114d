"""Actions in the text of the map: completing, mending, going along the ids, folding."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from argmap.desktop.actions.action import Action, Scope
from argmap.desktop.actions.parts import Parts

if TYPE_CHECKING:
    from argmap.desktop.text.comforts.comforts import Comforts


def _do(does: Callable[[Comforts], object]) -> Callable[[Parts], None]:
    """Return what does something in the text, which is shown and gets the focus."""

    def run(parts: Parts) -> None:
        parts.panes.enter("text")
        does(parts.text.comforts)

    return run


def _row(
    name: str,
    text: str,
    does: Callable[[Comforts], object],
    keys: tuple[str, ...],
    offered: Callable[[Comforts], bool],
    *,
    repeats: bool = False,
) -> Action:
    return Action(
        name,
        text,
        "Edit",
        _do(does),
        keys,
        scope=Scope.TEXT,
        part=5,
        submenu="In the te&xt",
        repeats=repeats,
        offered=lambda parts: offered(parts.text.comforts),
    )


IN_TEXT = (
    _row(
        "complete",
        "&Complete",
        lambda c: c.completion.complete(),
        ("Ctrl+Space", "Alt+/"),
        lambda c: c.writable,
    ),
    _row(
        "mend",
        "&Mend what is wrong here",
        lambda c: c.mending.mend(),
        ("Ctrl+.",),
        lambda c: c.mending.known_here,
    ),
    _row(
        "next_wrong",
        "&Next problem",
        lambda c: c.mending.go(1),
        ("F8",),
        lambda c: c.mending.any_known,
        repeats=True,
    ),
    _row(
        "previous_wrong",
        "&Previous problem",
        lambda c: c.mending.go(-1),
        ("Shift+F8",),
        lambda _: False,
        repeats=True,
    ),
    _row(
        "define",
        "&Go to where it is given",
        lambda c: c.naming.define(),
        ("F12",),
        lambda c: c.naming.known_here,
    ),
    _row(
        "uses",
        "All &uses…",
        lambda c: c.naming.list_uses(),
        ("Shift+F12",),
        lambda c: c.naming.known_here,
    ),
    _row(
        "rename",
        "&Rename the id…",
        lambda c: c.naming.ask_name(),
        ("F2",),
        lambda c: c.writable and c.naming.known_here,
    ),
    _row(
        "fold_lines", "Fo&ld or open the lines", lambda c: c.fold(), ("F9",), lambda c: c.foldable
    ),
    _row(
        "fold_items",
        "Fold or open &all items",
        lambda c: c.fold_items(),
        ("Shift+F9",),
        lambda _: True,
    ),
)
