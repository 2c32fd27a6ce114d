"""A new file takes the place of an old one, but only of the one that was meant.

Between a look at the old file and the step that replaces it another program may write. So the two
change places, the old one is looked at once more, and they change back if it is another. As that
shows the new one for a moment, the old one is looked at right before as well.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from argmap.saving.exchange import exchange
from argmap.saving.folders import sync_folder
from argmap.saving.rights import PRIVATE

Expected = Callable[[bytes | None], bool]
"""Whether a content is the one that may be replaced; None stands for no file."""


class UnexpectedError(FileExistsError):
    """What stands in the place is not what was to be replaced."""


class TornError(OSError):
    """A file was written to where it is, in part; what it held before is in `spare`."""

    def __init__(self, error: OSError, spare: Path) -> None:
        super().__init__(error.errno, error.strerror)
        self.spare = spare


def require(path: Path, expected: Expected | None) -> None:
    """Raise UnexpectedError where a file holds another content than it is expected to."""
    if expected is not None and not expected(_content(path)):
        raise UnexpectedError


def take_place(new: Path, path: Path, expected: Expected | None) -> None:
    """Put a file in the place of another, or of none; raises UnexpectedError, and OSError."""
    if expected is None:
        new.replace(path)
        return
    require(path, expected)
    if not path.exists():
        _appear(new, path)
    elif exchange(new, path):
        _look_at_replaced(new, path, expected)
    else:
        new.replace(path)


def _appear(new: Path, path: Path) -> None:
    """Put a file where there is none, whoever makes one at that moment."""
    try:
        _link_or_claim(new, path)
    except FileExistsError:
        raise UnexpectedError from None


def _link_or_claim(new: Path, path: Path) -> None:
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:  # this disk knows no second name of a file
        path.touch(PRIVATE, exist_ok=False)
        try:
            new.replace(path)
        except BaseException:
            _remove(path)
            raise
    else:
        _remove(new)


def _look_at_replaced(old: Path, path: Path, expected: Expected) -> None:
    """Remove what was replaced if it was meant, else put it back."""
    mine = path.stat().st_ino
    try:
        meant = expected(old.read_bytes())
    except OSError:
        exchange(old, path)
        raise
    if meant:
        _remove(old)
        return
    exchange(old, path)
    if old.stat().st_ino != mine:  # a third program was quicker: what it wrote is the newest
        exchange(old, path)
    old.unlink()
    raise UnexpectedError


def overwrite(new: Path, path: Path, expected: Expected | None) -> None:
    """Write what a new file holds into another one, which stays whose it is, under all its names.

    What it held lies beside it meanwhile, as this can be torn. Raises UnexpectedError, TornError
    where the file is torn now, and OSError where it is as it was.
    """
    content, before = new.read_bytes(), path.read_bytes()
    if expected is not None and not expected(before):
        raise UnexpectedError
    spare = path.with_name(f"{path.name[:40]}.before-{os.urandom(4).hex()}")
    try:
        _write_private(spare, before)
        new.unlink()  # which may make the room that is wanted
    except OSError:
        _remove(spare)
        raise
    sync_folder(path.parent)
    try:
        _write_over(path, content)
    except OSError as error:
        _restore(path, before, spare, error)
        raise
    _remove(spare)


def _restore(path: Path, before: bytes, spare: Path, error: OSError) -> None:
    try:
        _write_over(path, before)
    except OSError:
        raise TornError(error, spare) from None
    _remove(spare)


def _remove(spare: Path) -> None:
    """Remove what is not needed any more; where that fails it stays, and does no harm."""
    with contextlib.suppress(OSError):
        spare.unlink()


def _write_over(path: Path, content: bytes) -> None:
    with path.open("r+b") as file:
        file.write(content)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())


def _write_private(path: Path, content: bytes) -> None:
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, PRIVATE)) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
