"""Where things are: the program's own files, and the user's folders on each platform.

A wheel carries resources and examples inside the package; in a checkout, also when installed from
it for editing, they lie beside it. Nothing else ever asks where the program is installed. Asking
for a folder of the user's makes none: whoever writes there first does.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_NAME = "argmap"

_HOMES = {
    "win32": {
        "config": ("APPDATA", "AppData/Roaming", f"{_NAME}/config"),
        "state": ("LOCALAPPDATA", "AppData/Local", f"{_NAME}/state"),
        "cache": ("LOCALAPPDATA", "AppData/Local", f"{_NAME}/cache"),
    },
    "darwin": {
        "config": ("", "Library/Application Support", f"{_NAME}/config"),
        "state": ("", "Library/Application Support", f"{_NAME}/state"),
        "cache": ("", "Library/Caches", _NAME),
    },
    "linux": {
        "config": ("XDG_CONFIG_HOME", ".config", _NAME),
        "state": ("XDG_STATE_HOME", ".local/state", _NAME),
        "cache": ("XDG_CACHE_HOME", ".cache", _NAME),
    },
}
"""By platform and purpose: the variable that names the place, the place under home, our folder."""


def import_folder() -> Path:
    """Return the folder that the package is imported from."""
    return _PACKAGE.parent


def resources() -> Path:
    """Return the folder of themes, icons, words and the schema."""
    return _own("resources")


def themes() -> dict[str, Path]:
    """Return the file of every theme by its name, the default first."""
    found = sorted((resources() / "themes").glob("*.toml"), key=lambda path: path.stem)
    return {path.stem: path for path in sorted(found, key=lambda path: path.stem != "light")}


def examples() -> Path:
    """Return the folder of example maps."""
    return _own("examples")


def manual() -> Path:
    """Return the folder of the pages of the manual."""
    return _own("docs")


def config() -> Path:
    """Return the user's folder for settings."""
    return _users("config")


def state() -> Path:
    """Return the user's folder for journals, backups and recent files: kept, but not settings."""
    return _users("state")


def cache() -> Path:
    """Return the user's folder for what can be made again."""
    return _users("cache")


def journals() -> tuple[Path, ...]:
    """Return the folders of journals: the first is used, unless nothing can be written there."""
    import tempfile

    user = os.getuid() if sys.platform != "win32" else 0
    spare = Path(tempfile.gettempdir()) / f"{_NAME}-{user}"
    return tuple(folder / "journals" for folder in (state(), cache(), spare))


def _own(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def _users(purpose: str) -> Path:
    variable, under_home, folder = _HOMES.get(sys.platform, _HOMES["linux"])[purpose]
    named = Path(os.environ.get(variable, ""))
    # The XDG specification has relative paths ignored.
    place = named if named.is_absolute() else Path.home() / under_home
    return place / folder
