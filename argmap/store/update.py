"""Writing a map into the file it was read from, of which only the lines that differ change."""

from __future__ import annotations

from pathlib import Path

from argmap.errors import ArgmapError, Place
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.patch import diff
from argmap.store.save import Fingerprint, save
from argmap.store.yaml_file import Reading


def update(path: Path, reading: Reading, known: Fingerprint | None, changed: ArgumentMap) -> None:
    """Write what became of the map of `reading` into its file.

    `known` is the fingerprint that the file had when it was read. Raises ChangedOnDiskError, and
    ArgmapError where the file cannot be edited or written; it is whole then as it was.
    """
    if reading.read_only:
        raise ArgmapError(
            "this file can be read, not edited", "`argmap check` says why", Place(str(path))
        )
    before = reading.argument_map
    reading.text.apply(reading.text.edit(diff(before, changed), before, changed))
    save(path, reading.text.text(), known)
