"""Saving without loss: what another program wrote meanwhile is noticed, and can be kept.

How a file is written, whole or not at all, is in `argmap.saving`.
"""

from __future__ import annotations

import stat
from pathlib import Path

from argmap.errors import ArgmapError, Place
from argmap.frozen import frozen
from argmap.saving import UnexpectedError, save_bytes, save_new
from argmap.saving.digest import sha256
from argmap.store.file_names import stem_of

_LONGEST_NAME = 255
"""Bytes that the name of a file may have on most disks."""
_USUAL = 0o666


class ChangedOnDiskError(ArgmapError):
    """Somebody else wrote the file since it was read."""


@frozen
class Fingerprint:
    """What a file held when it was read or saved.

    Its time says nothing: it may be the same after a change, and another without one.
    """

    size: int
    sha256: str

    def fits(self, content: bytes | None) -> bool:
        """Whether it is that of a content."""
        return content is not None and sha256(content) == self.sha256


def fingerprint(path: Path) -> Fingerprint | None:
    """Return the fingerprint of a file; None where there is none. Raises ArgmapError."""
    try:
        return fingerprint_of(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unreadable(path, error) from None


def fingerprint_of(content: bytes) -> Fingerprint:
    """Return the fingerprint of a content."""
    return Fingerprint(len(content), sha256(content))


def changed_on_disk(path: Path, expected: Fingerprint | None) -> bool:
    """Whether a file is no longer as it was; None means that there was none."""
    found = fingerprint(path)
    if found is None or expected is None:
        return found is not expected
    return found.sha256 != expected.sha256


def save(path: Path, text: str, expected: Fingerprint | None) -> Fingerprint:
    """Write the text of a map and return its fingerprint.

    Raises ChangedOnDiskError, or ArgmapError with the old file whole.

    `expected` is the fingerprint of what was last read from or saved to that path, None for a new
    file. A file that was deleted meanwhile is written again.
    """
    content = text.encode("utf-8", "replace")

    def meant(there: bytes | None) -> bool:
        return there is None or (expected is not None and expected.fits(there))

    try:
        save_bytes(path, content, meant)
    except UnexpectedError:
        raise ChangedOnDiskError(
            "The file was changed by another program since it was read.",
            "Read it again, or keep yours: the other text then goes to a backup.",
            Place(str(path)),
        ) from None
    return fingerprint_of(content)


def backup(path: Path, text: str | None = None) -> Path:
    """Return the path of a copy that is made beside a file, under a name that is free.

    Without a text, what the file holds now is kept, byte for byte. Whoever may not read the file
    may not read the copy. Raises ArgmapError.
    """
    try:
        content = path.read_bytes() if text is None else text.encode("utf-8", "replace")
        rights = _rights(path)
    except OSError as error:
        raise _unreadable(path, error) from None
    number = 1
    while True:
        kept = path.with_name(_backup_name(path.name, number))
        try:
            save_new(kept, content, rights)
        except UnexpectedError:
            number += 1
        else:
            return kept


def _backup_name(name: str, number: int) -> str:
    stem = stem_of(name)
    ending = f".backup-{number}{name[len(stem) :]}"
    room = _LONGEST_NAME - len(ending.encode("utf-8", "surrogateescape"))
    while len(stem.encode("utf-8", "surrogateescape")) > room:
        stem = stem[:-1]
    return stem + ending


def _rights(path: Path) -> int:
    try:
        return stat.S_IMODE(path.stat().st_mode) & _USUAL | stat.S_IRUSR | stat.S_IWUSR
    except FileNotFoundError:
        return _USUAL


def _unreadable(path: Path, error: OSError) -> ArgmapError:
    return ArgmapError(f"The file cannot be read: {error.strerror}.", "", Place(str(path)))
