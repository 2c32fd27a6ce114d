"""Opening a file that a map names, as a stranger may have written the map.

Only ordinary files in the map's folder or below are opened: no path that climbs out, none that a
link leads out, no device, and no pipe that would keep the program waiting. On POSIX systems every
folder on the way is opened in the one before, without following links, so that nothing can be
exchanged meanwhile; elsewhere the path is looked at before it is opened.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

LARGEST = 64 << 20
"""The size of the largest text that is read, in bytes."""

_BY_STEPS = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")
_FLAGS = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)


class OutsideError(Exception):
    """A name leads out of the folder."""


class NoTextError(Exception):
    """A name is that of something else than an ordinary file of text; says of what."""


class OpenFile:
    """A file that may be read, and what tells it from all others and from what it was before."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        there = os.fstat(descriptor)
        if not stat.S_ISREG(there.st_mode):
            raise NoTextError("is no ordinary file")
        if there.st_size > LARGEST:
            raise NoTextError(f"is larger than {LARGEST >> 20} MiB")
        self.written = there.st_mtime_ns
        places, times = (there.st_dev, there.st_ino), (there.st_mtime_ns, there.st_ctime_ns)
        self.state = (*places, there.st_size, *times)

    def read(self) -> bytes:
        """Return what it holds."""
        with os.fdopen(os.dup(self._descriptor), "rb") as file:
            return file.read(LARGEST + 1)[:LARGEST]


@contextlib.contextmanager
def opened(folder: Path, name: str) -> Iterator[OpenFile]:
    """Open a file; `name` is relative to the folder.

    Raises OutsideError where it leads out, NoTextError for a folder, device, pipe or too large a
    file, and OSError for what cannot be read, FileNotFoundError for what is not there.
    """
    with _opened(folder, _inner_path(folder, name)) as descriptor:
        yield OpenFile(descriptor)


def leads_out(name: str) -> bool:
    """Whether a name is absolute or climbs, on any system."""
    parts = (*PurePosixPath(name).parts, *PureWindowsPath(name).parts)
    rooted = PurePosixPath(name).is_absolute() or PureWindowsPath(name).anchor
    return bool(rooted) or ".." in parts or "\0" in name


def _inner_path(folder: Path, name: str) -> Path:
    """Return the path below the folder to which a name leads, links followed."""
    if leads_out(name):
        raise OutsideError
    root = folder.resolve()
    if _is_circle(root / name):
        raise NoTextError("cannot be found, as links lead in a circle")
    path = (root / name).resolve()
    if not path.is_relative_to(root):
        raise OutsideError
    return path.relative_to(root)


def _is_circle(path: Path) -> bool:
    """Whether links lead round and round, which `resolve` no longer says from Python 3.13 on."""
    try:
        path.stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    return False


@contextlib.contextmanager
def _opened(folder: Path, inner: Path) -> Iterator[int]:
    """Open a path without links; the descriptor is closed afterwards."""
    if not _BY_STEPS:
        if not (folder.resolve() / inner).is_file():
            raise FileNotFoundError(inner)
        descriptor = os.open(folder.resolve() / inner, _FLAGS)
    else:
        descriptor = _opened_by_steps(folder, inner)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _opened_by_steps(folder: Path, inner: Path) -> int:
    at = os.open(folder.resolve(), _FLAGS)
    for part in inner.parts:
        try:
            below = os.open(part, _FLAGS | os.O_NOFOLLOW, dir_fd=at)
        finally:
            os.close(at)
        at = below
    return at
