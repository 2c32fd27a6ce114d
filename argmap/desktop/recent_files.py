"""The files that were open lately, the newest first; kept between starts."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from pathlib import Path

from argmap import paths
from argmap.saving import write_private

_MOST = 12
_log = logging.getLogger(__name__)


def place(path: Path) -> str:
    """Return the folder of a file as people write it, with ~ for their home."""
    folder = path.parent
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


class KeptNames:
    """A short list of names in a file of the program's state."""

    def __init__(self, file: str) -> None:
        self._file = paths.state() / file

    def read(self) -> list[str]:
        """Return the names as they are kept now; none where they cannot be read."""
        try:
            data = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        return [name for name in data if isinstance(name, str)] if isinstance(data, list) else []

    def write(self, names: Sequence[str]) -> None:
        """Keep names, if that is possible: they are not worth a complaint."""
        try:
            write_private(self._file, json.dumps(names, indent=1))
        except OSError as error:
            _log.info("“%s” could not be kept: %s", self._file.name, error)


class RecentFiles:
    """A short list of paths; one that has gone from the disk is left out, not forgotten."""

    def __init__(self) -> None:
        self._kept = KeptNames("recent.json")
        self._paths = self._kept.read()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that still exist."""
        return tuple(path for path in map(Path, self._paths) if _is_file(path))

    def add(self, path: Path) -> None:
        """Put a file at the top."""
        name = str(path.absolute())
        self._paths = [name, *(p for p in self._kept.read() if p != name)][:_MOST]
        self._kept.write(self._paths)

    def clear(self) -> None:
        """Forget them all."""
        self._paths = []
        self._kept.write(self._paths)
