"""What was typed since the last save, safe from a crash.

One file per open map in a folder of the program's state: a header with the whole text at the
start, then a line of JSON for each change. Lines are only ever appended, so whatever happens, all
that was synced before can be read; a torn last line is left aside. A lock beside the file says
whether its writer is alive.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Any

from argmap.errors import ArgmapError, Place
from argmap.saving.folders import sync_folder
from argmap.saving.lock import take

_SUFFIX = ".journal"


class Journal:
    """The journal of one open map."""

    def __init__(self, folder: Path, path: Path | None, text: str, on_disk: str = "") -> None:
        """Begin a journal in a folder; raises ArgmapError.

        `path` is the map's file and `on_disk` the SHA-256 of what it holds, if there is one.
        """
        self._file = folder / f"{token_hex(8)}{_SUFFIX}"
        self._text = text
        header = {
            "journal": 1,
            "path": str(path.resolve()) if path else None,
            "sha256": on_disk,
            "pid": os.getpid(),
            "text": text,
        }
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with contextlib.ExitStack() as undoing:
                undoing.callback(_delete, self._file)
                self._lock = take(_lock_of(self._file))
                if self._lock is not None:
                    undoing.enter_context(self._lock)
                self._stream = undoing.enter_context(self._file.open("xb", buffering=0))
                self._append(header)
                self.sync()
                sync_folder(folder)
                undoing.pop_all()
        except OSError as error:
            raise _failed(self._file, error) from None

    def record(self, text: str) -> None:
        """Note what the text has become; `sync` makes it safe."""
        if text == self._text:
            return
        start = _common(self._text, text)
        end = _common(self._text[start:][::-1], text[start:][::-1])
        removed = len(self._text) - start - end
        try:
            self._append([start, removed, text[start : len(text) - end]])
        except OSError as error:
            raise _failed(self._file, error) from None
        self._text = text

    def sync(self) -> None:
        """Force what was recorded to the disk; raises ArgmapError."""
        try:
            os.fsync(self._stream.fileno())
        except OSError as error:
            raise _failed(self._file, error) from None

    def discard(self) -> None:
        """End the journal and delete it: the text is saved, or not wanted."""
        self._stream.close()
        if self._lock is not None:
            self._lock.close()
        _delete(self._file)

    def _append(self, entry: Any) -> None:
        """Write a whole line or nothing: what follows a torn line could never be read."""
        left = f"{json.dumps(entry)}\n".encode("ascii")
        end = self._stream.tell()
        try:
            while left:
                left = left[self._stream.write(left) :]
        except OSError:
            self._stream.seek(end)
            self._stream.truncate()
            raise


@dataclass(frozen=True, slots=True)
class Recovery:
    """A journal that was left behind; `path` is None for a map that was never saved."""

    file: Path
    path: Path | None
    on_disk: str

    def text(self) -> str:
        """Return the text as it was when last synced, or later."""
        text = ""
        for entry in _entries(self.file):
            match entry:
                case {"text": str(whole)}:
                    text = whole
                case [int(start), int(removed), str(inserted)]:
                    text = text[:start] + inserted + text[start + removed :]
                case _:
                    break  # no line of ours: what came before it is what there is
        return text

    def discard(self) -> None:
        """Delete the journal."""
        _delete(self.file)


def recoverable(folder: Path) -> list[Recovery]:
    """Return the journals of ended processes whose text differs from what their file held."""
    found = []
    for file in sorted(folder.glob(f"*{_SUFFIX}")):
        lock = take(_lock_of(file))
        if lock is None:
            continue
        header = _header(file)
        lock.close()
        if header is None:
            if next(_entries(file), None) is None:
                _delete(file)  # it ended before anything was recorded
            continue  # a newer version, or nothing of ours: not ours to delete
        path = Path(header["path"]) if header["path"] else None
        recovery = Recovery(file, path, header["sha256"])
        if sha256(recovery.text().encode("utf-8", "surrogatepass")).hexdigest() == recovery.on_disk:
            recovery.discard()
        else:
            found.append(recovery)
    return found


def open_elsewhere(folder: Path, path: Path) -> bool:
    """Whether another living process keeps a journal of the same file."""
    for file in folder.glob(f"*{_SUFFIX}"):
        header = _header(file)
        if header and header["path"] == str(path.resolve()) and header["pid"] != os.getpid():
            lock = take(_lock_of(file))
            if lock is None:
                return True
            lock.close()
    return False


def _header(file: Path) -> dict[str, Any] | None:
    first = next(_entries(file), None)
    return first if isinstance(first, dict) and first.get("journal") == 1 else None


def _entries(file: Path) -> Iterator[Any]:
    """Return the entries of a journal up to the first that is torn."""
    try:
        with file.open(encoding="ascii", errors="replace") as stream:
            for line in stream:
                yield json.loads(line if line.endswith("\n") else "")
    except (OSError, ValueError):
        # Another process may have discarded the journal just now.
        return


def _common(one: str, other: str) -> int:
    """Return how many characters two texts have in common at the start; by halving."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _lock_of(file: Path) -> Path:
    return file.with_suffix(".lock")


def _delete(file: Path) -> None:
    file.unlink(missing_ok=True)
    _lock_of(file).unlink(missing_ok=True)


def _failed(file: Path, error: OSError) -> ArgmapError:
    message = f"The journal, which guards against crashes, cannot be written: {error.strerror}."
    return ArgmapError(message, "Save often until there is room on the disk.", Place(str(file)))
