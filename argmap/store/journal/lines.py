"""The lines of a journal as they are written, and the names of its files."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from argmap.store.journal.spans import spans
from argmap.store.journal.writing import Writing, entry_of

SUFFIX = ".journal"
VERSION = 3
"""The first had no checksums; the second one span a line, and no line of what is being written."""
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
    """Return the line of a change: of each span where it begins, how much goes and what comes."""
    return _line([*chain.from_iterable(spans(before, after)), checksum(after)])


def written_at(writing: Writing | None) -> bytes:
    """Return the line that says where somebody is writing what the text has become."""
    return _line(entry_of(writing))


def end() -> bytes:
    """Return the line that says that the text is not wanted any more."""
    return _line(ENDED)


def checksum(text: str) -> int:
    """Return the CRC-32 of a text."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def _line(entry: Any) -> bytes:
    return f"{json.dumps(entry)}\n".encode("ascii")


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
