"""The letters of a file: by a byte order mark, as UTF-8, else as what is likely."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096
_SAMPLE = 200_000


def decoded(data: bytes, said: str = "") -> str:
    """Return the text of some bytes; `said` is the encoding that the file itself names."""
    encoding = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "")
    for candidate in (encoding, said, "utf-8"):
        try:
            return _with_plain_ends(data.decode(candidate)) if candidate else _none()
        except (UnicodeDecodeError, LookupError):
            continue
    best = from_bytes(data[:_SAMPLE]).best()
    return _with_plain_ends(data.decode(best.encoding if best else "latin-1", "replace"))


def said_by_page(data: bytes) -> str:
    """Return the encoding that a web page names in its head; empty if none."""
    found = _META.search(data[:_HEAD])
    return found[1].decode("ascii", "ignore") if found else ""


def _none() -> str:
    raise LookupError


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").removeprefix("\ufeff")
