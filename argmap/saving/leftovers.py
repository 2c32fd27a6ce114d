"""Temporary files, which a program that is killed while it saves leaves behind."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from argmap.saving.lock import folder_held

_NAME = re.compile(r"\.argmap-[0-9a-f]{12}\.tmp")


def temporary_name(path: Path) -> Path:
    """Return a name beside a file that nobody else has, and that this room knows as its own."""
    return path.with_name(f".argmap-{os.urandom(6).hex()}.tmp")


def remove_leftovers(folder: Path) -> None:
    """Remove the temporary files in a folder in which nobody saves at the moment."""
    with folder_held(folder, patience=0) as held:
        if held:
            remove_leftovers_held(folder)


def remove_leftovers_held(folder: Path) -> None:
    """Do so where this process holds the folder."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in [entry.name for entry in entries if _NAME.fullmatch(entry.name)]:
            with contextlib.suppress(OSError):
                (folder / entry).unlink()
