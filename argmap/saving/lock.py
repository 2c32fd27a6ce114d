"""A lock that the system takes away when its holder ends, however it ends.

So whoever can take the lock knows that the last holder is gone; process numbers, which are used
again, could not tell.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
_PATIENCE = 2.0
"""Seconds that a save waits for another one in the same folder."""
_PAUSE = 0.005


def take(path: Path) -> IO[bytes] | None:
    """Return the lock of that name, held until it is closed; None if another holds it.

    Raises OSError where it cannot be opened, or where the system knows no locks. One that this user
    may only read can be taken as well.
    """
    try:
        file: IO[bytes] = open(path, "ab", opener=_private)  # noqa: SIM115 - the caller holds it
    except PermissionError:
        file = path.open("rb")
    try:
        _lock(file.fileno())
    except OSError as error:
        file.close()
        if error.errno in _HELD:
            return None
        raise
    return file


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


@contextlib.contextmanager
def folder_held(folder: Path, patience: float = _PATIENCE) -> Iterator[bool]:
    """Hold a folder against others that save in it; whether it is held, which it is if it can be.

    The folder itself is the lock, so that nothing is left behind. Where that cannot be locked
    (Windows, some disks of other computers), or is held for longer than patience lasts, work goes
    on: whoever saves looks at what it replaces as well.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        yield False
        return
    try:
        yield _lock_patiently(descriptor, time.monotonic() + patience)
    finally:
        os.close(descriptor)


def _lock_patiently(descriptor: int, until: float) -> bool:
    while True:
        try:
            _lock(descriptor)
        except OSError as error:
            if error.errno not in _HELD or time.monotonic() >= until:
                return False
            time.sleep(_PAUSE)
        else:
            return True
