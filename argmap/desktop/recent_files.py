"""The files that were open lately, the newest first; kept between starts."""

from __future__ import annotations

import json
import logging
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


class RecentFiles:
    """A short list of paths; one that has gone from the disk is left out, not forgotten."""

    def __init__(self) -> None:
        self._file = paths.state() / "recent.json"
        self._paths = self._read()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that still exist."""
        return tuple(path for path in map(Path, self._paths) if _is_file(path))

    def add(self, path: Path) -> None:
        """Put a file at the top."""
        name = str(path.absolute())
        self._paths = [name, *(p for p in self._read() if p != name)][:_MOST]
        self._write()

    def clear(self) -> None:
        """Forget them all."""
        self._paths = []
        self._write()

    def _read(self) -> list[str]:
        try:
            data = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        return [p for p in data if isinstance(p, str)] if isinstance(data, list) else []

    def _write(self) -> None:
        try:
            write_private(self._file, json.dumps(self._paths, indent=1))
        except OSError as error:
            _log.info("The list of recent files could not be kept: %s", error)
