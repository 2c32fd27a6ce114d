"""The examples that come with the program, by their titles."""

from __future__ import annotations

from pathlib import Path

from argmap import paths
from argmap.errors import ArgmapError
from argmap.store.file_names import SUFFIX
from argmap.store.yaml_file import load


def titles() -> tuple[tuple[str, Path], ...]:
    """Return title and path of every example; one that cannot be read is left out."""
    found = []
    for path in sorted(paths.examples().glob(f"*{SUFFIX}")):
        try:
            found.append((load(path).argument_map.title or path.stem, path))
        except ArgmapError:
            continue
    return tuple(found)
