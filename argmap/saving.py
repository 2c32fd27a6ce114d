"""Writing a file: whole or not at all.

New content goes to a temporary file in the same folder, is forced to the disk, and takes the old
file's place in one step, so that the old one stays whole until then. Symbolic links are followed
and permissions kept. Nothing else in argmap writes files, but for the journal and its lock, which
are appended to (`argmap.store`). `save_bytes` raises ArgmapError, the other functions OSError,
where the caller has words of its own.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from argmap.errors import ArgmapError, Place, in_a_row

_ELSEWHERE = "Choose another place."
_MORE_ROOM = "Choose another place, or make room."
_WAYS_OUT = {
    errno.ENOSPC: _MORE_ROOM,
    errno.EFBIG: _MORE_ROOM,
    errno.EDQUOT: _MORE_ROOM,
    errno.ENOENT: "Choose another place, or make its folder first.",
}
_USUAL = 0o666
_PRIVATE = 0o600
_PART = 1 << 20


def save_bytes(path: Path, content: bytes) -> None:
    """Put content in a file's place, whole or not at all; raises ArgmapError."""
    try:
        write_bytes(path, content)
    except OSError as error:
        way_out = _WAYS_OUT.get(error.errno or 0, _ELSEWHERE)
        raise ArgmapError(
            f"The file could not be written: {error.strerror or error}.",
            in_a_row("What was there before is untouched.", way_out),
            Place(str(path)),
        ) from None


def write_bytes(path: Path, content: bytes) -> None:
    """Put content in the place of a file, or make one; one that is read-only is refused."""
    with _replacing(path, _USUAL) as file:
        file.write(content)


def write_new(path: Path, content: bytes) -> None:
    """Make a file; raises FileExistsError where there is one, whoever makes it at that moment."""
    path.touch(exist_ok=False)
    try:
        write_bytes(path, content)
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


def write_private(path: Path, text: str) -> None:
    """Write a file of the program's own, its folder made if need be, for the user's eyes only.

    One that exists keeps its permissions. What is no Unicode, half a surrogate pair, is escaped.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _replacing(path, _PRIVATE) as file:
        file.write(text.encode("utf-8", "backslashreplace"))


def write_to_device(path: Path, content: bytes) -> None:
    """Write to what is there and is no file to be replaced: a device, or a pipe."""
    path.write_bytes(content)


def copy(source: Path, target: Path) -> None:
    """Copy a file with its permissions and time, the folders of its copy made if need be."""
    status = source.stat()
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as old, _replacing(target, stat.S_IMODE(status.st_mode)) as new:
        while part := old.read(_PART):
            new.write(part)
    os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))


def sync_folder(folder: Path) -> None:
    """Force the new name to the disk; where folders cannot be opened (Windows) there is no need."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def _replacing(path: Path, otherwise: int) -> Iterator[IO[bytes]]:
    """Open a file that takes the place of another; without one it gets these permissions."""
    path = Path(os.path.realpath(path))
    mode = _mode(path)
    temporary = path.with_name(f".{path.name[:40]}.{os.urandom(4).hex()}.tmp")

    def create(name: str, flags: int) -> int:
        return os.open(name, flags, otherwise if mode is None else mode)

    try:
        with open(temporary, "xb", opener=create) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:  # of which the user's mask may have taken some
            temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(path.parent)


def _mode(path: Path) -> int | None:
    """Return the permissions of the file there, None without one; a read-only one is refused."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None
    if not path.is_file():
        raise IsADirectoryError(errno.EISDIR, "it is not a file")
    if not mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, "it is read-only")
    return mode
