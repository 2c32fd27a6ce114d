"""The ways to write a file: a result, a new one, one of the program's own, a copy.

`save_bytes` raises ArgmapError, the other functions OSError, where the caller has words of its own.
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
from argmap.saving.folders import make_private, sync_folder
from argmap.saving.leftovers import remove_leftovers_held, temporary_name
from argmap.saving.lock import folder_held
from argmap.saving.rights import PRIVATE, USUAL, hand_over, replaceable
from argmap.saving.taking_place import (
    Expected,
    TornError,
    UnexpectedError,
    overwrite,
    require,
    take_place,
)

_ELSEWHERE = "Choose another place."
_MORE_ROOM = "Choose another place, or make room."
_WAYS_OUT = {
    errno.ENOSPC: _MORE_ROOM,
    errno.EFBIG: _MORE_ROOM,
    errno.EDQUOT: _MORE_ROOM,
    errno.ENOENT: "Choose another place, or make its folder first.",
    errno.ENAMETOOLONG: "Choose a shorter name.",
}
_PART = 1 << 20


def save_bytes(path: Path, content: bytes, expected: Expected | None = None) -> None:
    """Put content in a file's place, whole or not at all; raises ArgmapError.

    With `expected`, only a content that it accepts is replaced, else UnexpectedError is raised.
    """
    _save(path, content, expected, USUAL)


def save_new(path: Path, content: bytes, rights: int) -> None:
    """Make a file, whole or not at all; raises UnexpectedError where there is one, or ArgmapError.

    `rights` are its permissions, of which the user's mask takes some.
    """
    _save(path, content, lambda there: there is None, rights)


def _save(path: Path, content: bytes, expected: Expected | None, rights: int) -> None:
    try:
        with _replacing(path, rights, expected) as file:
            file.write(content)
    except UnexpectedError:
        raise
    except OSError as error:
        way_out = _WAYS_OUT.get(error.errno or 0, _ELSEWHERE)
        raise ArgmapError(
            f"The file could not be written: {error.strerror or error}.",
            in_a_row(_before(error), way_out),
            Place(str(path)),
        ) from None


def _before(error: OSError) -> str:
    if isinstance(error, TornError):
        return f"What was there before is in “{error.spare}”."
    return "What was there before is untouched."


def write_bytes(path: Path, content: bytes) -> None:
    """Put content in the place of a file, or make one; one that is read-only is refused."""
    with _replacing(path, USUAL) as file:
        file.write(content)


def write_new(path: Path, content: bytes) -> None:
    """Make a file; raises FileExistsError where there is one, whoever makes it at that moment."""
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    with _replacing(path, USUAL, lambda there: there is None) as file:
        file.write(content)


def write_private(path: Path, text: str) -> None:
    """Write a file of the program's own, its folder made if need be, for the user's eyes only.

    One that exists keeps its permissions. What is no Unicode, half a surrogate pair, is escaped.
    """
    make_private(path.parent)
    with _replacing(path, PRIVATE) as file:
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


@contextlib.contextmanager
def _replacing(path: Path, rights: int, expected: Expected | None = None) -> Iterator[IO[bytes]]:
    """Open a file that takes the place of another; without one it gets these permissions."""
    try:
        with _replacing_real(Path(os.path.realpath(path)), rights, expected) as file:
            yield file
    except OSError as error:
        error.filename = str(path)  # and not a name that nobody has heard of
        error.filename2 = None
        raise


@contextlib.contextmanager
def _replacing_real(path: Path, rights: int, expected: Expected | None) -> Iterator[IO[bytes]]:
    with folder_held(path.parent) as held:
        status = replaceable(path)
        require(path, expected)
        new = temporary_name(path)
        mode = rights if status is None else PRIVATE
        try:
            with open(new, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
                alike = status is None or hand_over(path, status, new, file.fileno())
            (take_place if alike else overwrite)(new, path, expected)
        except BaseException:
            with contextlib.suppress(OSError):
                new.unlink()
            raise
        if held:
            remove_leftovers_held(path.parent)
    sync_folder(path.parent)
