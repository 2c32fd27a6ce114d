"""The texts of sources that lie beside a map, when the map moves to another folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path

from argmap import saving
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap


def left_behind(argument_map: ArgumentMap, old: Path, new: Path) -> tuple[str, ...]:
    """Return the texts and originals of sources that lie in the old folder, not in the new one.

    A name that leaves the folder is data like any other, and is never followed.
    """
    said = (name for s in argument_map.sources for name in (s.file, s.original) if name)
    names = dict.fromkeys(said)
    return tuple(name for name in names if _inside(old, name) and not _inside(new, name))


def copy(names: Iterable[str], old: Path, new: Path) -> None:
    """Copy files from one folder to the other, making folders inside it as needed."""
    try:
        for name in names:
            if _leads_inside(new, name) and not os.path.lexists(new / name):
                saving.copy(old / name, new / name)
    except OSError as error:
        raise ArgmapError(
            f"Not all source files could be copied: {error.strerror or error}."
        ) from error


def _inside(folder: Path, name: str) -> Path | None:
    """Return the path of a file in a folder; None if there is none, or it leads out."""
    try:
        path = (folder / name).resolve()
        return path if _leads_inside(folder, name) and path.is_file() else None
    except (OSError, ValueError):
        # Such a name, with a null character or thousands of others, no file can have.
        return None


def _leads_inside(folder: Path, name: str) -> bool:
    """Whether a name stays in a folder on its whole way: one that leaves it may come back to it.

    That would be another folder for the copy.
    """
    steps = Path(name).parts
    depths = accumulate(-1 if step == ".." else 1 for step in steps)
    stays = not Path(name).is_absolute() and all(depth >= 0 for depth in depths)
    return stays and (folder / name).resolve().is_relative_to(folder.resolve())
