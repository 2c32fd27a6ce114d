"""What a journal says when it is read again: a day's typing in a moment, and never what was not so.

The checksum of a text takes as long as a hundred lines, and that of a later line says as much as
those before it. So only one in many is compared, and where it does not fit, the lines since the
last good one are followed one by one.
"""

from __future__ import annotations

import errno
import json
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice, takewhile
from pathlib import Path
from typing import IO, Any

from argmap.frozen import frozen
from argmap.store.journal.lines import ENDED, VERSION, checksum
from argmap.store.journal.pieces import Pieces
from argmap.store.journal.spans import Span
from argmap.store.journal.writing import Writing, says_writing, writing_of

_WITHOUT_CHECKSUMS = 1
_OURS = re.compile(rb"[ -~]*")
_STEP = 500
"""After so many lines a checksum is compared."""


class DamagedError(Exception):
    """The first line of a journal cannot be read, and so nothing of it."""


class NewerError(Exception):
    """A newer version of the program wrote the journal, or it is nothing of ours."""


@frozen
class Contents:
    """What a journal says; `path` is None for a map that was never saved.

    `damaged_line` counts from 1: what comes from there on could not be read; 0 for a whole one.
    `changed` is where in the text the last change begins, in letters; -1 where there was none.
    `typed_to` is where what it has brought there ends.
    `checked` says that its lines have checksums, `writing` where somebody was writing in the end.
    """

    text: str
    path: Path | None
    on_disk: str
    pid: int
    damaged_line: int = 0
    ended: bool = False
    checked: bool = True
    changed: int = -1
    typed_to: int = -1
    writing: Writing | None = None


def read(file: Path) -> Contents | None:
    """Return what a journal says; None for an empty one, which ended before it began.

    Raises FileNotFoundError where it has gone, OSError where it cannot be read just now,
    DamagedError and NewerError.
    """
    with _opened(file) as stream:
        first = stream.readline()
        return _follow(_begin(first), stream) if first else None


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


def _follow(contents: Contents, stream: Iterable[bytes]) -> Contents:
    """Return what a journal says with the lines that follow, up to one that cannot be read."""
    lines, number, pieces = _whole(stream), 2, Pieces(contents.text)
    while some := list(islice(lines, _STEP)):
        after = _taken(contents, pieces, some)
        if after is None:
            return _one_by_one(contents, some, number)
        contents, number = after, number + len(some)
    return contents


def _one_by_one(contents: Contents, lines: Iterable[bytes], number: int) -> Contents:
    """Return what a journal says before the first of some lines that cannot be right."""
    for line in lines:
        after = _taken(contents, Pieces(contents.text), [line])
        if after is None:
            return replace(contents, damaged_line=contents.damaged_line or number)
        contents, number = after, number + 1
    return contents


def _taken(contents: Contents, pieces: Pieces, lines: Iterable[bytes]) -> Contents | None:
    """Return what a journal says with some lines more; None where one of them cannot be right."""
    last, ended, said = (contents.changed, contents.typed_to), contents.ended, None
    writing = contents.writing
    for line in lines:
        entry = _entry(line)
        if entry == ENDED:
            ended = True
        elif says_writing(entry):
            writing = writing_of(entry)
        elif (spans := _spans(entry)) and pieces.take(spans):
            (start, _, came), said = spans[0], entry[3 * len(spans) :]
            last = start, start + len(came)
        else:
            return None
    text = pieces.text()
    # Where the first text is damaged already, no checksum can fit any more.
    checked = contents.checked and not contents.damaged_line and said is not None
    if checked and said != [checksum(text)]:
        return None
    changed, typed_to = last
    return replace(
        contents, text=text, changed=changed, typed_to=typed_to, ended=ended, writing=writing
    )


def _spans(entry: Any) -> list[Span]:
    """Return the spans of the line of a change, before its checksum; nothing of another."""
    if not isinstance(entry, list):
        return []
    numbers = range(0, len(entry) - 2, 3)
    found = [(entry[at], entry[at + 1], entry[at + 2]) for at in numbers]
    good = all(
        isinstance(a, int) and isinstance(b, int) and isinstance(c, str) for a, b, c in found
    )
    return found if good else []


def _whole(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Give lines up to one at which their writer ended: all there is of it is as it was."""
    return takewhile(lambda line: not _is_torn(line), lines)


def _is_torn(line: bytes) -> bool:
    if line.endswith(b"\n") or not _OURS.fullmatch(line):
        return False
    try:
        _, end = json.JSONDecoder().raw_decode(line.decode("ascii"))
    except ValueError:
        return True
    return end == len(line)


def _entry(line: bytes) -> Any:
    try:
        return json.loads(line) if line.endswith(b"\n") else None
    except (ValueError, RecursionError):
        return None
