"""EPUB: the chapters of a book, in the order in which they are read."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from argmap.texts.reading.blocks import paragraphs, parsed
from argmap.texts.reading.encodings import decoded
from argmap.texts.reading.extract import Extract, UnreadableError
from argmap.texts.reading.zipped import Archive, fields, parse

_CONTAINER = "META-INF/container.xml"
_MOST_CHAPTERS = 5000
_LARGEST = 64 << 20


def read_book(data: bytes) -> Extract:
    """Return the text of a book, and what its package says."""
    archive = Archive(data)
    package = _package(archive)
    described = archive.part(package)
    found: list[str] = []
    size = 0
    for name in _chapters(described)[:_MOST_CHAPTERS]:
        part = archive.part(posixpath.join(posixpath.dirname(package), unquote(name)))
        size += len(part)
        if size > _LARGEST:
            raise UnreadableError(f"The book would have more than {_LARGEST >> 20} MiB, unpacked.")
        found += paragraphs(parsed(decoded(part)))
    said = fields(described)
    return Extract(
        "\n\n".join(found) + "\n",
        title=said.get("title", ""),
        author=said.get("creator", ""),
        publisher=said.get("publisher", ""),
        date=said.get("date", "")[:10],
        type="book",
    )


def _package(archive: Archive) -> str:
    found: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "rootfile" and "full-path" in attributes:
            found.append(attributes["full-path"])

    parse(archive.part(_CONTAINER), start, lambda _name: None, lambda _text: None)
    if not found:
        raise UnreadableError("The file is damaged: it does not say where the book is.")
    return found[0]


def _chapters(described: bytes) -> list[str]:
    """Return the files of the chapters, as the package orders them."""
    files: dict[str, str] = {}
    order: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "item" and "html" in attributes.get("media-type", ""):
            files[attributes.get("id", "")] = attributes.get("href", "")
        if name == "itemref":
            order.append(attributes.get("idref", ""))

    parse(described, start, lambda _name: None, lambda _text: None)
    return [files[id_] for id_ in order if id_ in files]
