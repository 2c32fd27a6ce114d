"""Who may read a file, whose it is, and what else the system notes beside it."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path

PRIVATE = 0o600
USUAL = 0o666
"""Of which the user's mask takes some."""


def replaceable(path: Path) -> os.stat_result | None:
    """Return the status of a file that may be written; None where there is none.

    Raises OSError for what is no file, and for one that is read-only.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "it is not a file")
    if not (status.st_mode & stat.S_IWUSR and os.access(path, os.W_OK)):
        raise PermissionError(errno.EACCES, "it is read-only")
    return status


def hand_over(old: Path, status: os.stat_result, new: Path, descriptor: int) -> bool:
    """Give a new file owner, group, permissions and attributes of the old one.

    Whether the new one can take the place of the old one; else nobody could say whose it was, or
    another name of the old file would be left with the old text.
    """
    if status.st_nlink > 1 or not _owned(status, descriptor):
        return False
    new.chmod(stat.S_IMODE(status.st_mode))
    _copy_attributes(old, descriptor)
    return True


def _owned(status: os.stat_result, descriptor: int) -> bool:
    """Whether a file has owner and group of another, which it is given if that is allowed."""
    mine = os.fstat(descriptor)
    if (mine.st_uid, mine.st_gid) == (status.st_uid, status.st_gid):
        return True
    if sys.platform == "win32":
        return True
    with contextlib.suppress(OSError):
        os.fchown(descriptor, status.st_uid, status.st_gid)
        return True
    return False


def _copy_attributes(old: Path, descriptor: int) -> None:
    """Copy what is noted beside the old file: lists of who may read it, tags, labels."""
    if sys.platform != "linux":
        return
    with contextlib.suppress(OSError):
        for name in os.listxattr(old):
            with contextlib.suppress(OSError):
                os.setxattr(descriptor, name, os.getxattr(old, name))
