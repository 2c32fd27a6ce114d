"""Journals that ended processes left behind, and what can be read of them."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from argmap.errors import ArgmapError
from argmap.frozen import frozen
from argmap.saving.digest import sha256
from argmap.saving.lock import take
from argmap.store.journal import journal
from argmap.store.journal.contents import Contents, DamagedError, NewerError, read, read_header
from argmap.store.journal.lines import entries, lock_of

_DAMAGED = "it is damaged"
_TAKING = threading.Lock()
"""Held while a lock is tried, which to another thread that tries it would look like a writer."""


@frozen
class Recovery:
    """A journal that was left behind; `path` is None for a map that was never saved.

    `when` is the time of its last change, and `damaged` whether some of it cannot be read.
    """

    file: Path
    path: Path | None
    on_disk: str
    when: datetime
    damaged: bool = False

    def text(self) -> str:
        """Return the text as it was when last synced, or later; raises ArgmapError."""
        return self.contents().text

    def contents(self) -> Contents:
        """Return the text, as it was when last synced or later, and more; raises ArgmapError."""
        try:
            contents = read(self.file)
        except FileNotFoundError:
            contents = None
        except (OSError, DamagedError, NewerError) as error:
            raise _unreadable(self.file, _reason(error)) from None
        if contents is None:
            raise ArgmapError("That map was recovered already.")
        return contents

    def discard(self) -> None:
        """Delete the journal, or keep it under another name if it is damaged.

        Raises ArgmapError where it will be offered again.
        """
        if self.damaged:
            journal.set_aside(self.file)
        else:
            journal.discard(self.file)


@frozen
class Unreadable:
    """A journal, or a folder of them, that cannot be read just now, or never again: `damaged`."""

    file: Path
    reason: str
    damaged: bool = False
    is_folder: bool = False

    def told(self) -> ArgmapError:
        """Return what is to be told."""
        if self.is_folder:
            message = f"The journals, which may hold lost work, cannot be read: {self.reason}."
            return ArgmapError(message, f"They are kept in “{self.file}”.")
        return _unreadable(self.file, self.reason)


@frozen
class Found:
    """What was found: lost work, the newest first, and what cannot be read."""

    recoveries: tuple[Recovery, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


def find(folders: Iterable[Path]) -> Found:
    """Return the journals of ended processes whose text differs from what their file held.

    One that cannot be read stays where it is, and hides no other.
    """
    recoveries: list[Recovery] = []
    unreadable: list[Unreadable] = []
    for folder in folders:
        try:
            for file in entries(folder):
                found = _look_at(file)
                if isinstance(found, Recovery):
                    recoveries.append(found)
                elif found is not None:
                    unreadable.append(found)
        except OSError as error:
            unreadable.append(Unreadable(folder, _reason(error), is_folder=True))
    recoveries.sort(key=lambda recovery: recovery.when, reverse=True)
    return Found(tuple(recoveries), tuple(unreadable))


def size(folders: Iterable[Path]) -> int:
    """Return how many bytes `find` may have to read."""
    total = 0
    for file in _all(folders):
        with contextlib.suppress(OSError):
            total += file.stat().st_size
    return total


def _look_at(file: Path) -> Recovery | Unreadable | None:
    """Return what a journal is; None if it is in use, holds nothing that is lost, or has gone."""
    try:
        if not _is_ended(file):
            return None
        contents = read(file)
        if contents is None or contents.ended or _is_saved(contents):
            with contextlib.suppress(ArgmapError):
                journal.discard(file)
            return None
        when = datetime.fromtimestamp(file.stat().st_mtime).astimezone()
    except (FileNotFoundError, NewerError):
        return None
    except (OSError, DamagedError) as error:
        return Unreadable(file, _reason(error), isinstance(error, DamagedError))
    return Recovery(file, contents.path, contents.on_disk, when, bool(contents.damaged_line))


def _is_saved(contents: Contents) -> bool:
    """Whether the file of a map holds, or held, what its journal does."""
    if contents.damaged_line:
        return False
    found = sha256(contents.text.encode("utf-8", "surrogatepass"))
    if found == contents.on_disk:
        return True
    try:
        return bool(contents.path) and _hash(contents.path) == found
    except OSError:
        return False


def _hash(path: Path | None) -> str:
    return sha256(path.read_bytes()) if path else ""


def _is_ended(file: Path) -> bool:
    """Whether the writer of a journal has ended; where no lock says so, its number does."""
    with _TAKING:
        try:
            lock = take(lock_of(file))
        except OSError:
            said = read_header(file)
            return said is not None and not _runs(said.pid)
        if lock is None:
            return False
        lock.close()
        return True


def _runs(process: int) -> bool:
    """Whether a process may be running."""
    if sys.platform == "win32" or process <= 0:
        return process > 0
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OverflowError:
        return False
    except OSError:
        return True
    return True


def open_elsewhere(folders: Iterable[Path], path: Path) -> bool:
    """Whether another living process keeps a journal of the same file."""
    return any(_elsewhere(folders, path))


def saved_elsewhere(folders: Iterable[Path], path: Path, on_disk: str) -> bool:
    """Whether what a file holds, by its SHA-256, is what another living process has saved or read.

    A journal is begun anew with each save.
    """
    return any(said.on_disk == on_disk for said in _elsewhere(folders, path))


def _elsewhere(folders: Iterable[Path], path: Path) -> Iterator[Contents]:
    """Return what the journals of one file that other living processes keep say first."""
    real = path.resolve()
    for file in _all(folders):
        with contextlib.suppress(OSError, DamagedError, NewerError):
            said = read_header(file)
            other = said is not None and said.path == real and said.pid != os.getpid()
            if said and other and not _is_ended(file):
                yield said


def _all(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        with contextlib.suppress(OSError):
            yield from entries(folder)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return (error.strerror or str(error)).rstrip(".")
    return _DAMAGED


def _unreadable(file: Path, reason: str) -> ArgmapError:
    message = f"A journal, which may hold lost work, cannot be read: {reason}."
    return ArgmapError(message, f"It is kept as “{file}”.")
