"""DOCX: the paragraphs of a word processor's document, with what was inserted, and its notes."""

from __future__ import annotations

from contextlib import suppress

from argmap.texts.reading.extract import Extract, UnreadableError
from argmap.texts.reading.zipped import Archive, fields, parse

_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_SILENT = frozenset({"del", "moveFrom", "instrText", "Fallback"})
"""What is deleted, moved away, or an instruction."""


def read_word_document(data: bytes) -> Extract:
    """Return the text of a document, and what its properties say."""
    archive = Archive(data)
    paragraphs = _paragraphs(archive.part("word/document.xml"))
    for notes in _NOTES:
        with suppress(UnreadableError):  # most documents have none
            paragraphs += _paragraphs(archive.part(notes))
    try:
        said = fields(archive.part("docProps/core.xml"))
    except UnreadableError:
        said = {}
    return Extract(
        "\n\n".join(paragraphs) + "\n",
        title=said.get("title", ""),
        author=said.get("creator", ""),
        date=said.get("created", "")[:10],
    )


def _paragraphs(data: bytes) -> list[str]:
    found: list[str] = []
    words: list[str] = []
    inside: list[str] = []

    def start(name: str, _attributes: dict[str, str]) -> None:
        inside.append(name)
        if name in _LETTERS and not _SILENT.intersection(inside):
            words.append(_LETTERS[name])

    def end(name: str) -> None:
        inside.pop()
        if name == "p" and (paragraph := "".join(words).strip()):
            found.append(paragraph)
        if name == "p":
            words.clear()

    def text(letters: str) -> None:
        if inside[-1:] == ["t"] and not _SILENT.intersection(inside):
            words.append(letters)

    parse(data, start, end, text)
    return found
