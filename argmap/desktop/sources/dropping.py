"""What becomes of a file that is dropped on a window: a map, a source of the map, or either.

A letter as plain text can be read as an outline, and so as a map of its lines, which is hardly what
whoever drops it on a map wants; but an outline looks the same. There the user says which it is.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QMimeData

from argmap.errors import ArgmapError
from argmap.texts.reading.kinds import KIND_BY_SUFFIX

_NO_MAPS = (".pdf", ".docx", ".epub", ".bib", ".ris")
"""The suffixes of files that can be sources but no maps, whatever is in them."""


class Fate(StrEnum):
    """What a file can become."""

    MAP = "map"
    SOURCE = "source"
    EITHER = "either"


def local_files(data: QMimeData) -> list[Path]:
    """Return the files of this machine that are copied or dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def fate(path: Path) -> Fate:
    """Return what a file can become; what is no file at all is opened, which says so."""
    suffix = path.suffix.lower()
    if suffix in _NO_MAPS:
        return Fate.SOURCE
    if suffix not in KIND_BY_SUFFIX or not path.is_file():
        return Fate.MAP
    from argmap.formats import convert
    from argmap.formats.syntax.decode import decode

    try:
        row = convert.recognise(decode(path.read_bytes(), str(path)), str(path))
    except (ArgmapError, OSError):
        # No map that anybody knows, or one that cannot be read: the reader of texts tells why.
        return Fate.SOURCE
    return Fate.MAP if row.sniff else Fate.EITHER
