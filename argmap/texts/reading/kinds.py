"""What kinds of files texts are taken out of, by suffix, and which module reads each."""

from __future__ import annotations

from argmap.frozen import frozen


@frozen
class Kind:
    """A kind of file; `reader` is a function of a module here, imported in the cage alone."""

    name: str
    called: str
    suffixes: tuple[str, ...]
    module: str
    reader: str


KINDS = (
    Kind("plain", "plain text", (".txt", ".text"), "plain", "read_plain"),
    Kind("markdown", "Markdown", (".md", ".markdown"), "plain", "read_markdown"),
    Kind("html", "a web page", (".html", ".htm", ".xhtml"), "web_page", "read_web_page"),
    Kind("pdf", "PDF", (".pdf",), "pdf", "read_pdf"),
    Kind("docx", "DOCX", (".docx",), "word_document", "read_word_document"),
    Kind("epub", "EPUB", (".epub",), "book", "read_book"),
)
KIND_BY_SUFFIX = {suffix: kind for kind in KINDS for suffix in kind.suffixes}
KIND_BY_NAME = {kind.name: kind for kind in KINDS}
WHOLE = "whole"
"""Says behind a kind's name that all of a web page is wanted."""


def kind_of(name: str, data: bytes) -> Kind:
    """Return the kind of a file by its suffix, else by how it begins; plain text if by neither."""
    suffix = f".{name.rpartition('.')[2].lower()}"
    if suffix in KIND_BY_SUFFIX:
        return KIND_BY_SUFFIX[suffix]
    head = data[:1024].lstrip().lower()
    if head.startswith(b"%pdf-"):
        return KIND_BY_NAME["pdf"]
    if head.startswith((b"<!doctype html", b"<html")):
        return KIND_BY_NAME["html"]
    if head.startswith(b"pk\x03\x04"):
        return KIND_BY_NAME["epub" if b"application/epub" in head else "docx"]
    return KIND_BY_NAME["plain"]
