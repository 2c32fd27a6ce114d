"""The texts of sources that lie beside a map, when the map moves to another folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from argmap import saving
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap


def left_behind(argument_map: ArgumentMap, old: Path, new: Path) -> tuple[str, ...]:
    """Return the files that the map names, that lie in its old folder and not in the new one.

    A name that leaves the folder is data like any other, and is never followed.
    """
    names = dict.fromkeys(source.file for source in argument_map.sources if source.file)
    return tuple(name for name in names if _inside(old, name) and not _inside(new, name))


def copy(names: Iterable[str], old: Path, new: Path) -> None:
    """Copy files from one folder to the other, making folders inside it as needed."""
    try:
        for name in names:
            if not (new / name).exists():
                saving.copy(old / name, new / name)
    except OSError as error:
        raise ArgmapError(
            f"Not all source files could be copied: {error.strerror or error}."
        ) from error


def _inside(folder: Path, name: str) -> Path | None:
    """Return the path of a file in a folder; None if there is none, or it leads out."""
    try:
        path = (folder / name).resolve()
        return path if path.is_relative_to(folder.resolve()) and path.is_file() else None
    except (OSError, ValueError):
        # Such a name, with a null character or thousands of others, no file can have.
        return None
