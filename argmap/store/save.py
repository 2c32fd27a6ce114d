"""Saving without loss: what another program wrote meanwhile is noticed, and can be kept.

How a file is written, whole or not at all, is in `argmap.saving`.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from argmap.errors import ArgmapError, Place
from argmap.saving import save_bytes
from argmap.store.file_names import stem_of


class ChangedOnDiskError(ArgmapError):
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
    """Write the text of a map and return its fingerprint.

    Raises ChangedOnDiskError, or ArgmapError with the old file whole.

    `expected` is the fingerprint of what was last read from or saved to that path, None for a new
    file. A file that was deleted meanwhile is written again.
    """
    if path.exists() and changed_on_disk(path, expected):
        raise ChangedOnDiskError(
            "the file was changed by another program since it was read",
            "read it again, or keep yours: the other text then goes to a backup",
            Place(str(path)),
        )
    content = text.encode("utf-8", "surrogatepass")
    save_bytes(path, content)
    status = path.stat()
    return Fingerprint(status.st_size, status.st_mtime_ns, _hash(content))


def backup(path: Path, text: str | None = None) -> Path:
    """Return the path of a copy that is made beside a file, under a name that is free.

    Without a text, what the file holds now is kept, byte for byte. Raises ArgmapError.
    """
    try:
        content = path.read_bytes() if text is None else text.encode("utf-8", "surrogatepass")
    except OSError as error:
        raise _unreadable(path, error) from None
    stem = stem_of(path.name)
    ending = path.name[len(stem) :]
    number = 1
    while (kept := path.with_name(f"{stem}.backup-{number}{ending}")).exists():
        number += 1
    save_bytes(kept, content)
    return kept


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


def _unreadable(path: Path, error: OSError) -> ArgmapError:
    return ArgmapError(f"the file cannot be read: {error.strerror}", "", Place(str(path)))
