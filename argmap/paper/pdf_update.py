"""Adds to a PDF that is finished: new objects, and new versions of those that are there.

That is an incremental update (ISO 32000-1, 7.5.6): what Qt wrote stays byte for byte, and a second
table of objects comes after it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping

_ENTRY = 20
"""The length of a line in a table of objects."""


class PdfUpdate:
    """A PDF with a plain table of objects, as Qt writes it, and what is added to it.

    ValueError where it is built in another way.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._start = int(_found(rb"startxref\s+(\d+)\s+%%EOF\s*\Z", content))
        self._trailer = content[content.index(b"trailer", self._start) :]
        self._size = int(_found(rb"/Size (\d+)", self._trailer))
        self._changed: dict[int, bytes] = {}
        self.root = int(_found(rb"/Root (\d+) 0 R", self._trailer))
        tree = int(_found(rb"/Pages (\d+) 0 R", self.text(self.root)))
        kids = _found(rb"/Kids\s*\[([^\]]*)\]", self.text(tree))
        self.pages = tuple(int(number) for number in re.findall(rb"(\d+) 0 R", kids))

    def text(self, number: int) -> bytes:
        """Return what is between the words `obj` and `endobj` of an object."""
        if number in self._changed:
            return self._changed[number]
        first = re.compile(rb"xref\s+0 \d+\s+").match(self._content, self._start)
        if not first:
            raise ValueError("no plain table of objects")
        at = int(self._content[first.end() + number * _ENTRY :][:10])
        begun = re.compile(rb"%d 0 obj\s*" % number).match(self._content, at)
        if not begun:
            raise ValueError(f"no object {number}")
        return self._content[begun.end() : self._content.index(b"endobj", begun.end())]

    def entry(self, number: int, key: str) -> str:
        """Return an entry of an object that is a dictionary, as it stands there."""
        return _found(rb"/%s (\d+ 0 R)" % key.encode(), self.text(number)).decode()

    def add_fonts(self, page: int, entries: str) -> None:
        """Add entries to the fonts of a page; pages may share these."""
        resources = int(self.entry(page, "Resources").split()[0])
        body = self.text(resources)
        if entries.encode() not in body:
            begun = body.index(b"/Font <<") + len(b"/Font <<")
            self._changed[resources] = body[:begun] + b"\n" + entries.encode() + body[begun:]

    def change(self, number: int, entries: Mapping[str, str]) -> None:
        """Set entries of an object that is a dictionary."""
        body = self.text(number).rstrip()
        for key, value in entries.items():
            body = re.sub(rb"/%s (\d+ 0 R|\[[^\]]*\]|/\w+)\s*" % key.encode(), b"", body, count=1)
            body = b"%s/%s %s\n>>" % (body.removesuffix(b">>"), key.encode(), value.encode())
        self._changed[number] = body + b"\n"

    def replace(self, number: int, body: bytes) -> None:
        """Put another object in the place of one."""
        self._changed[number] = body

    def add(self, body: str) -> int:
        """Add an object and return its number."""
        number = self.reserve()
        self._changed[number] = body.encode() + b"\n"
        return number

    def reserve(self) -> int:
        """Return the number of an object that is put there later."""
        self._size += 1
        return self._size - 1

    def add_stream(self, data: bytes, entries: str = "") -> int:
        """Add a stream, compressed, and return its number."""
        packed = zlib.compress(data)
        head = f"<< /Length {len(packed)} /Filter /FlateDecode {entries}>>\nstream\n"
        number = self.reserve()
        self._changed[number] = head.encode() + packed + b"\nendstream\n"
        return number

    def finished(self) -> bytes:
        """Return the PDF with all that was added."""
        if not self._changed:
            return self._content
        parts = [self._content.rstrip() + b"\n"]
        at = len(parts[0])
        table = [b"xref\n"]
        for number, body in sorted(self._changed.items()):
            parts.append(b"%d 0 obj\n%sendobj\n" % (number, body))
            table.append(b"%d 1\n%010d 00000 n \n" % (number, at))
            at += len(parts[-1])
        trailer = re.sub(rb"/Size \d+", b"/Size %d" % self._size, self._trailer)
        trailer = trailer[: trailer.index(b">>", trailer.rindex(b"/"))]
        end = b"%s/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, self._start, at)
        return b"".join((*parts, *table, end))


def hexadecimal(text: str) -> str:
    """Return a text as PDF has it: UTF-16 in hexadecimal digits."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def _found(pattern: bytes, content: bytes) -> bytes:
    found = re.search(pattern, content)
    if not found:
        raise ValueError("not built as Qt builds a PDF")
    return found.group(1)
