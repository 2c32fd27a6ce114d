"""Reading a file of others in a process of its own, which is stopped if it takes too much.

Libraries that read such files have had holes, and some files are made to fill memory. What goes
wrong in the process stays there: here it is a sentence.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from argmap import paths
from argmap.errors import ArgmapError, Place, in_a_row
from argmap.frozen import frozen
from argmap.texts.reading.child import MEMORY, SECONDS, TOO_MUCH_MEMORY
from argmap.texts.reading.extract import Extract
from argmap.texts.reading.kinds import WHOLE, Kind, kind_of

LARGEST = 256 << 20
"""The size of the largest file that is read, in bytes."""
WAIT = 2 * SECONDS
"""Seconds after which the process is stopped, whatever it waits for."""

_AS_TEXT = "Save its text as plain text, and add that."
_PACKAGES = {
    "lxml": "readability-lxml",
    "readability": "readability-lxml",
    "charset_normalizer": "charset-normalizer",
}


@frozen
class _Answer:
    """What the process gives: what it read, or a sentence, or the library that is missing."""

    extract: dict[str, str] | None = None
    message: str = ""
    missing: str = ""


def read_file(path: Path, *, whole: bool = False) -> Extract:
    """Return what is in a file that the user chose; `whole` leaves nothing of a web page out.

    Raises ArgmapError with the reason where nothing can be read, and OSError for what cannot be
    opened.
    """
    if path.stat().st_size > LARGEST:
        raise ArgmapError(
            f"The file is larger than {LARGEST >> 20} MiB.", _AS_TEXT, Place(str(path))
        )
    return extracted(path.name, path.read_bytes(), whole=whole, where=Place(str(path)))


def extracted(name: str, data: bytes, *, whole: bool = False, where: Place) -> Extract:
    """Return what is in a file of that name; raises ArgmapError with the reason if nothing is."""
    kind = kind_of(name, data)
    found = _told(kind, data, whole=whole, where=where)
    if found.missing:
        package = _PACKAGES.get(found.missing, found.missing)
        raise ArgmapError(
            f"Reading {kind.called} needs {package}, which is not installed.",
            f"Install it with `pip install {package}`.",
            where,
        )
    if found.extract is None:
        raise ArgmapError(found.message, _AS_TEXT, where)
    extract = Extract(**found.extract)
    if not extract.text.strip():
        raise ArgmapError("There is no text in the file.", _AS_TEXT, where)
    return extract


def _told(kind: Kind, data: bytes, *, whole: bool, where: Place) -> _Answer:
    command = [sys.executable, "-P", "-B", "-m", "argmap.texts.reading.child", kind.name]
    # What is found where the program was started must not take the place of a library.
    way = os.pathsep.join(filter(None, [str(paths.import_folder()), os.environ.get("PYTHONPATH")]))
    try:
        done = subprocess.run(  # noqa: S603 - ourselves
            [*command, *([WHOLE] if whole and kind.name == "html" else [])],
            input=data,
            capture_output=True,
            timeout=WAIT,
            check=False,
            env={**os.environ, "PYTHONPATH": way},
        )
    except subprocess.TimeoutExpired as error:
        raise ArgmapError(f"Reading took more than {WAIT} seconds.", _AS_TEXT, where) from error
    if done.returncode:
        raise ArgmapError(_why(done.returncode, done.stderr), _AS_TEXT, where)
    return _Answer(**json.loads(done.stdout))


def _why(status: int, said: bytes) -> str:
    """Return why the process ended; a signal ended it where the status is below 0."""
    if status == TOO_MUCH_MEMORY or status < 0 or b"MemoryError" in said:
        return (
            f"Reading took more than {MEMORY >> 20} MiB of memory, or more than {SECONDS} seconds,"
            " as files do that are made to do harm."
        )
    last = said.decode(errors="replace").strip().splitlines()[-1:]
    return in_a_row("The file could not be read.", *(f"Its reader says: {line}." for line in last))
