"""The lines of a journal: how they are written, and what they say when they are read again."""

from __future__ import annotations

import errno
import json
import os
import re
import stat
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from argmap.frozen import frozen

SUFFIX = ".journal"
VERSION = 2
_WITHOUT_CHECKSUMS = 1
_OURS = re.compile(rb"[ -~]*")
ENDED = "ended"
"""The line of a journal that is not wanted any more and could not be deleted."""


def header(path: Path | None, on_disk: str, text: str) -> bytes:
    """Return the first line: whose text it is, what its file held, and the text."""
    return _line(
        {
            "journal": VERSION,
            "path": str(path.resolve()) if path else None,
            "sha256": on_disk,
            "pid": os.getpid(),
            "text": text,
            "crc32": checksum(text),
        }
    )


def change(before: str, after: str) -> bytes:
    """Return the line of a change: where it begins, how much goes, and what comes."""
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    removed = len(before) - start - end
    return _line([start, removed, after[start : len(after) - end], checksum(after)])


def end() -> bytes:
    """Return the line that says that the text is not wanted any more."""
    return _line(ENDED)


def checksum(text: str) -> int:
    """Return the CRC-32 of a text."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def _line(entry: Any) -> bytes:
    return f"{json.dumps(entry)}\n".encode("ascii")


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


class DamagedError(Exception):
    """The first line of a journal cannot be read, and so nothing of it."""


class NewerError(Exception):
    """A newer version of the program wrote the journal, or it is nothing of ours."""


@frozen
class Contents:
    """What a journal says; `path` is None for a map that was never saved.

    `damaged_line` counts from 1: what comes from there on could not be read; 0 for a whole one.
    `changed` is where in the text the last change begins, in letters; -1 where there was none.
    `checked` says that its lines have checksums.
    """

    text: str
    path: Path | None
    on_disk: str
    pid: int
    damaged_line: int = 0
    ended: bool = False
    checked: bool = True
    changed: int = -1


def read(file: Path) -> Contents | None:
    """Return what a journal says; None for an empty one, which ended before it began.

    Raises FileNotFoundError where it has gone, OSError where it cannot be read just now,
    DamagedError and NewerError.
    """
    with _opened(file) as stream:
        first = stream.readline()
        if not first:
            return None
        contents = _begin(first)
        for number, line in enumerate(stream, 2):
            if _is_torn(line):
                break
            after = _follow(contents, line)
            if after is None:
                return replace(contents, damaged_line=contents.damaged_line or number)
            contents = after
    return contents


def read_header(file: Path) -> Contents | None:
    """Return what the first line of a journal says; raises as `read` does."""
    with _opened(file) as stream:
        first = stream.readline()
    return _begin(first) if first else None


def _opened(file: Path) -> IO[bytes]:
    if not stat.S_ISREG(file.stat().st_mode):
        raise OSError(errno.EINVAL, "it is not a file")
    return file.open("rb")


def _begin(line: bytes) -> Contents:
    said = _entry(line)
    if not isinstance(said, dict) or not isinstance(said.get("journal"), int):
        raise DamagedError
    if not 1 <= said["journal"] <= VERSION:
        raise NewerError
    text = said.get("text")
    if not isinstance(text, str):
        raise DamagedError
    good = said["journal"] == _WITHOUT_CHECKSUMS or said.get("crc32") == checksum(text)
    return Contents(
        text,
        _path(said.get("path")),
        said["sha256"] if isinstance(said.get("sha256"), str) else "",
        said["pid"] if isinstance(said.get("pid"), int) else 0,
        damaged_line=0 if good else 1,
        checked=said["journal"] != _WITHOUT_CHECKSUMS,
    )


def _path(said: object) -> Path | None:
    return Path(said) if isinstance(said, str) and said and "\0" not in said else None


def _follow(contents: Contents, line: bytes) -> Contents | None:
    """Return what a journal says with one line more; None where that cannot be read."""
    match _entry(line):
        case [int(start), int(removed), str(inserted), *check] if _fits(contents, start, removed):
            text = contents.text[:start] + inserted + contents.text[start + removed :]
            # Where the first text is damaged already, no checksum can fit any more.
            checked = contents.checked and not contents.damaged_line
            if checked and check != [checksum(text)]:
                return None
            return replace(contents, text=text, changed=start)
        case said if said == ENDED:
            return replace(contents, ended=True)
    return None


def _is_torn(line: bytes) -> bool:
    """Whether the writer of a line ended in the middle of it: all there is of it is as it was."""
    if line.endswith(b"\n") or not _OURS.fullmatch(line):
        return False
    try:
        _, end = json.JSONDecoder().raw_decode(line.decode("ascii"))
    except ValueError:
        return True
    return end == len(line)


def _fits(contents: Contents, start: int, removed: int) -> bool:
    return start >= 0 and removed >= 0 and start + removed <= len(contents.text)


def _entry(line: bytes) -> Any:
    try:
        return json.loads(line) if line.endswith(b"\n") else None
    except (ValueError, RecursionError):
        return None


def entries(folder: Path) -> Iterator[Path]:
    """Return the journals in a folder in the order of their names; raises OSError."""
    try:
        files = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return
    yield from (file for file in files if file.suffix == SUFFIX)


def lock_of(file: Path) -> Path:
    """Return the lock that the writer of a journal holds."""
    return file.with_suffix(".lock")
