"""Files that are archives of XML: opened within limits, so that a bomb goes off nowhere."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable
from typing import Any
from xml.parsers import expat

from argmap.texts.reading.extract import UnreadableError

LARGEST_PART = 64 << 20
"""So many bytes one part may have, unpacked."""


class Archive:
    """A zip file in memory; a part is read only as far as it may be large."""

    def __init__(self, data: bytes) -> None:
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise UnreadableError("The file is damaged: it is no archive.") from error

    def part(self, name: str) -> bytes:
        """Return a part; raises UnreadableError where it is missing, damaged or too large."""
        try:
            with self._file.open(posixpath.normpath(name)) as part:
                data = part.read(LARGEST_PART + 1)
        except KeyError as error:
            raise UnreadableError(f"The file is damaged: “{name}” is missing in it.") from error
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise UnreadableError("The file is damaged, or needs a password.") from error
        if len(data) > LARGEST_PART:
            raise UnreadableError(
                f"A part of the file would have more than {LARGEST_PART >> 20} MiB, unpacked."
            )
        return data


def parse(
    data: bytes,
    start: Callable[[str, dict[str, str]], Any],
    end: Callable[[str], Any],
    text: Callable[[str], Any],
) -> None:
    """Go through XML without entities; names are local ones. Raises UnreadableError."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: start(_local(name), attributes)
    parser.EndElementHandler = lambda name: end(_local(name))
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.ParseFile(io.BytesIO(data))
    except expat.ExpatError as error:
        raise UnreadableError("The file is damaged: its XML is not well-formed.") from error


def fields(data: bytes) -> dict[str, str]:
    """Return the text of each element of flat XML, such as a list of properties."""
    found: dict[str, str] = {}
    words: list[str] = []

    def end(name: str) -> None:
        found.setdefault(name, " ".join("".join(words).split()))
        words.clear()

    parse(data, lambda _name, _attributes: words.clear(), end, words.append)
    return found


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _refuse(*_: object) -> None:
    raise UnreadableError("The file declares a document type, which no such file needs.")
