"""The examples that come with the program, by their titles."""

from __future__ import annotations

from pathlib import Path

from argmap import paths
from argmap.errors import ArgmapError
from argmap.store.file_names import SUFFIX
from argmap.store.yaml_file import load


def titles() -> tuple[tuple[str, Path], ...]:
    """Return title and path of every example, the smallest first.

    One that cannot be read is left out.
    """
    found = []
    for path in sorted(paths.examples().glob(f"*{SUFFIX}")):
        try:
            argument_map = load(path).argument_map
        except ArgmapError:
            continue
        found.append((len(argument_map.statements), argument_map.title or path.stem, path))
    return tuple((title, path) for _, title, path in sorted(found))
