"""Saving without loss: the old file stays whole until the new one is safely on the disk.

The new content goes to a temporary file in the same folder, is forced to the disk, and takes the
old file's place in one step. Symbolic links are followed and permissions kept.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from argmap.errors import ArgmapError, Place

_ELSEWHERE = "choose another place"
_MORE_ROOM = f"{_ELSEWHERE}, or make room"
_WAYS_OUT = {
    errno.ENOSPC: _MORE_ROOM,
    errno.EFBIG: _MORE_ROOM,
    errno.EDQUOT: _MORE_ROOM,
    errno.ENOENT: f"{_ELSEWHERE}, or make its folder first",
}


class ChangedOnDisk(ArgmapError):  # noqa: N818 (says what happened)
    """Somebody else wrote the file since it was read."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a file was like when it was read or saved.

    Size and time are a quick look; a file that was only touched has the same hash still.
    """

    size: int
    mtime_ns: int
    sha256: str


def fingerprint(path: Path) -> Fingerprint | None:
    """Return the fingerprint of a file; None where there is none. Raises ArgmapError."""
    try:
        status = path.stat()
        return Fingerprint(status.st_size, status.st_mtime_ns, _hash(path.read_bytes()))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unreadable(path, error) from None


def changed_on_disk(path: Path, expected: Fingerprint | None) -> bool:
    """Whether a file is no longer as it was; None means that there was none."""
    try:
        status = path.stat()
        if expected is None:
            return True
        if (status.st_size, status.st_mtime_ns) == (expected.size, expected.mtime_ns):
            return False
        return _hash(path.read_bytes()) != expected.sha256
    except FileNotFoundError:
        return expected is not None
    except OSError as error:
        raise _unreadable(path, error) from None


def save(path: Path, text: str, expected: Fingerprint | None) -> Fingerprint:
    """Write the text of a map; raises ChangedOnDisk, or ArgmapError with the old file whole.

    `expected` is the fingerprint of what was last read from or saved to that path, None for a new
    file. A file that was deleted meanwhile is written again.
    """
    if path.exists() and changed_on_disk(path, expected):
        raise ChangedOnDisk(
            "the file was changed by another program since it was read",
            "read it again, or keep yours: the other text then goes to a backup",
            Place(str(path)),
        )
    content = text.encode("utf-8", "surrogatepass")
    save_bytes(path, content)
    status = path.stat()
    return Fingerprint(status.st_size, status.st_mtime_ns, _hash(content))


def save_bytes(path: Path, content: bytes) -> None:
    """Put content in a file's place, whole or not at all; raises ArgmapError."""
    try:
        _replace(Path(os.path.realpath(path)), content)
    except OSError as error:
        raise ArgmapError(
            f"the file could not be written: {error.strerror or error}",
            f"what was there before is untouched; {_WAYS_OUT.get(error.errno or 0, _ELSEWHERE)}",
            Place(str(path)),
        ) from None


def backup(path: Path, text: str | None = None) -> Path:
    """Keep a text beside a file, under a name that is free, and give that name.

    Without a text, what the file holds now is kept, byte for byte. Raises ArgmapError.
    """
    try:
        content = path.read_bytes() if text is None else text.encode("utf-8", "surrogatepass")
    except OSError as error:
        raise _unreadable(path, error) from None
    stem = path.name.removesuffix(".yaml").removesuffix(".argmap")
    ending = path.name[len(stem) :]
    number = 1
    while (kept := path.with_name(f"{stem}.backup-{number}{ending}")).exists():
        number += 1
    save_bytes(kept, content)
    return kept


def _replace(path: Path, content: bytes) -> None:
    mode = _mode(path)
    temporary = path.with_name(f".{path.name[:40]}.{os.urandom(4).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
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


def sync_folder(folder: Path) -> None:
    """Force the new name to the disk; where folders cannot be opened (Windows) there is no need."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _hash(content: bytes) -> str:
    from hashlib import sha256  # noqa: PLC0415 - 3 ms, and who only writes a picture needs none

    return sha256(content).hexdigest()


def _unreadable(path: Path, error: OSError) -> ArgmapError:
    return ArgmapError(f"the file cannot be read: {error.strerror}", "", Place(str(path)))
