"""Folders: those of the program's own are for the user's eyes only, and names reach the disk."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path

_PRIVATE = 0o700


def make_private(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for the user alone; raises OSError."""
    if folder.is_dir():
        return
    if not folder.parent.is_dir():
        make_private(folder.parent)
    folder.mkdir(_PRIVATE, exist_ok=True)


def keep_private(folder: Path) -> None:
    """Take from a folder of the program's own the rights that others have in it, if it has any.

    Raises PermissionError for the folder of another user, who could read what is written there.
    """
    status = folder.stat()
    if sys.platform == "win32":
        return
    if status.st_uid != os.geteuid():
        raise PermissionError(errno.EPERM, "its folder belongs to another user")
    mode = stat.S_IMODE(status.st_mode)
    if mode & ~_PRIVATE:
        folder.chmod(mode & _PRIVATE)


def sync_folder(folder: Path) -> None:
    """Force the new name to the disk; where folders cannot be opened (Windows) there is no need."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
