"""`argmap [FILE…]`: open the window."""

from __future__ import annotations

import gc

from argmap.errors import ArgmapError


def open_window(names: list[str], commands: list[str]) -> int:
    """Open the files in the window, and come back when it is closed; `commands` are for hints."""
    from argmap.commands.machine.qt_platform import require_window

    files = [_existing(name, commands) for name in names]
    require_window()
    return start_window(files)


def start_window(files: list[str], *, awaited: bool = False) -> int:
    """Load the window and show it; return the status when it is closed.

    `awaited` says that another program waits until what a merge left in the files is settled.
    """
    # While modules are loaded there is no garbage, and to look for it takes a tenth of the start.
    gc.disable()
    # Only here, where a window is wanted, may Qt be loaded.
    from argmap.desktop.main import main

    return main(files, awaited=awaited)


def _existing(name: str, commands: list[str]) -> str:
    from difflib import get_close_matches
    from pathlib import Path

    from argmap.store.nearby import meant

    path = Path(name)
    if path.is_dir():
        raise ArgmapError(f"“{name}” is a folder.", "Name the map inside it.")
    if path.exists():
        return name
    similar = [str(meant(path) or ""), *get_close_matches(name, commands, n=1)]
    likely = next(filter(None, similar), "")
    hint = f"Did you mean `argmap {likely}`?" if likely else f"Make one with `argmap new {name}`."
    raise ArgmapError(f"There is no file “{name}”.", hint)
