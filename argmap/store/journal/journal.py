"""The journal of one open map, as its writer sees it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import IO

from argmap.errors import ArgmapError, Place
from argmap.saving.folders import keep_private, make_private, sync_folder
from argmap.saving.lock import take
from argmap.saving.rights import PRIVATE
from argmap.store.journal.lines import SUFFIX, change, end, header, lock_of, written_at
from argmap.store.journal.writing import Writing

_ASIDE = ".damaged"


class Journal:
    """The journal of one open map, in a file that only its user may read."""

    def __init__(self, folder: Path, path: Path | None, text: str, on_disk: str = "") -> None:
        """Begin a journal in a folder; raises ArgmapError.

        `path` is the map's file and `on_disk` the SHA-256 of what it holds, if there is one.
        """
        self.file = folder / f"{os.urandom(8).hex()}{SUFFIX}"
        self._text = text
        self._writing: Writing | None = None
        try:
            make_private(folder)
            keep_private(folder)
            with contextlib.ExitStack() as undoing:
                undoing.callback(_delete, self.file)
                self._lock = _lock(self.file)
                if self._lock is not None:
                    undoing.enter_context(self._lock)
                self._stream = undoing.enter_context(_open_new(self.file))
                self._append(header(path, on_disk, text))
                self.sync()
                sync_folder(folder)
                undoing.pop_all()
        except OSError as error:
            raise _failed(self.file, error) from None

    def record(self, text: str, writing: Writing | None = None) -> None:
        """Note what the text has become, and where it is being written; `sync` makes it safe.

        Raises ArgmapError.
        """
        self.require_there()
        try:
            if text != self._text:
                self._append(change(self._text, text))
                self._text = text
            if writing != self._writing:
                self._append(written_at(writing))
                self._writing = writing
        except OSError as error:
            raise _failed(self.file, error) from None

    def mark(self, writing: Writing | None) -> None:
        """Note where the text is being written, which has become no other; raises ArgmapError."""
        self.record(self._text, writing)

    def sync(self) -> None:
        """Force what was recorded to the disk; raises ArgmapError."""
        try:
            os.fsync(self._stream.fileno())
        except OSError as error:
            raise _failed(self.file, error) from None

    def require_there(self) -> None:
        """Raise ArgmapError where the file has gone, or nobody could find it any more."""
        try:
            there = os.path.samestat(self.file.stat(), os.fstat(self._stream.fileno()))
        except FileNotFoundError:
            there = False
        except OSError as error:
            raise _failed(self.file, error) from None
        if not there:
            message = "The journal, which guards against crashes, is no longer on the disk."
            raise ArgmapError(message, "Save the map.", Place(str(self.file)))

    def discard(self) -> None:
        """End the journal and delete it: the text is saved, or not wanted.

        Raises ArgmapError where it will be offered as lost work although it is none.
        """
        try:
            _delete(self.file)
        except OSError as error:
            self._say_that_it_ended(error)
        finally:
            self._stream.close()
            if self._lock is not None:
                self._lock.close()

    def _say_that_it_ended(self, error: OSError) -> None:
        try:
            self._append(end())
        except OSError:
            raise not_deleted(self.file, error) from None

    def _append(self, line: bytes) -> None:
        """Write a whole line or nothing: what follows a torn line could never be read."""
        at = self._stream.tell()
        try:
            while line:
                line = line[self._stream.write(line) :]
        except OSError:
            self._stream.seek(at)
            self._stream.truncate()
            raise


def discard(file: Path) -> None:
    """Delete a journal that was left behind; raises ArgmapError where it will be offered again."""
    try:
        _delete(file)
    except OSError as error:
        try:
            with file.open("ab", buffering=0) as stream:
                stream.write(end())
        except OSError:
            raise not_deleted(file, error) from None


def set_aside(file: Path) -> Path:
    """Keep a damaged journal under another name, under which it is offered no more.

    Raises ArgmapError.
    """
    kept = file.with_name(file.name + _ASIDE)
    try:
        file.rename(kept)
        with contextlib.suppress(OSError):
            lock_of(file).unlink(missing_ok=True)
    except OSError as error:
        message = f"The damaged journal cannot be renamed: {error.strerror}."
        raise ArgmapError(message, "", Place(str(file))) from None
    return kept


def not_deleted(file: Path, error: OSError) -> ArgmapError:
    """Return what is to be told of a journal that cannot be deleted."""
    message = f"A journal that is not wanted any more cannot be deleted: {error.strerror}."
    return ArgmapError(message, "Its text will be offered as lost work.", Place(str(file)))


def _open_new(file: Path) -> IO[bytes]:
    return open(file, "xb", buffering=0, opener=lambda name, flags: os.open(name, flags, PRIVATE))


def _lock(file: Path) -> IO[bytes] | None:
    """Return the lock of a journal; None where the disk knows no locks."""
    try:
        return take(lock_of(file))
    except OSError:
        return None


def _delete(file: Path) -> None:
    file.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        lock_of(file).unlink(missing_ok=True)


def _failed(file: Path, error: OSError) -> ArgmapError:
    message = f"The journal, which guards against crashes, cannot be written: {error.strerror}."
    return ArgmapError(message, "Save often until there is room on the disk.", Place(str(file)))
