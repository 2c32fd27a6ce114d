"""From bytes to text: an encoding is recognised by what the bytes say of it, never guessed."""

from __future__ import annotations

import codecs
import re

from argmap.errors import ArgmapError, Place

MAX_BYTES = 64 * 1024 * 1024
MAX_LINES = 1_000_000
"""Lines cost much more memory than their bytes where there is next to nothing on each."""

HALF = re.compile("[\ud800-\udfff]")
"""Half of a pair that UTF-16 writes for one character: no character by itself, and in no file."""

LONE_HALF = "Half of a surrogate pair stands alone; it is read as U+FFFD, which stands for nothing."

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding=[\"']([A-Za-z0-9._-]{1,40})[\"']")
_DECLARABLE = {"utf-8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "windows-1252"}


def decode(data: bytes, file: str = "") -> str:
    """Return the text of UTF-8, of UTF-16 with its mark, or in what an XML file declares; LF lines.

    Raises ArgmapError for anything else, with the line of the first byte that does not fit.
    """
    check_size(len(data), file)
    mark, encoding = _encoding(data)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        at = len(mark) + error.start
        line = data[len(mark) : at].decode(encoding).count("\n") + 1
        raise ArgmapError(
            f"Byte {at} (0x{data[at]:02x}) is not {encoding.upper()} text.",
            "Save the file as UTF-8 in the program it comes from.",
            Place(file, line),
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ArgmapError(
            "The file holds zero bytes: it is not text, or UTF-16 without its byte order mark.",
            "Save the file as UTF-8 in the program it comes from.",
            Place(file, line),
        )
    _check_lines(text.count("\n"), file)
    return text.replace("\r\n", "\n")


def check_size(size: int, file: str) -> None:
    """Refuse what is larger than any map that people make."""
    if size > MAX_BYTES:
        raise ArgmapError(
            f"The file has {-(-size // 2**20)} MiB; the limit is {MAX_BYTES // 2**20} MiB.",
            "Split it, or leave out what is not part of the map.",
            Place(file),
        )


def _check_lines(lines: int, file: str) -> None:
    if lines > MAX_LINES:
        raise ArgmapError(
            f"The file has {lines:,} lines; the limit is {MAX_LINES:,}.",
            "Split it, or leave out what is not part of the map.",
            Place(file),
        )


def _encoding(data: bytes) -> tuple[bytes, str]:
    """Return the mark that the data starts with, and the encoding that it or an XML head names."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    declared = _DECLARED.match(data)
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    return b"", name if name in _DECLARABLE else "utf-8"
