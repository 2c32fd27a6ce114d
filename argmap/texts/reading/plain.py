"""Plain text, which is its own text, and Markdown, without its marks."""

from __future__ import annotations

import re

from argmap.texts.reading.encodings import decoded
from argmap.texts.reading.extract import Extract, one_line

_FRONT = re.compile(r"---\n(.*?\n)(?:---|\.\.\.)\n", re.DOTALL)
_FIELD = re.compile(r"^(title|author|date|publisher|url)[ \t]*:[ \t]*(.+)$", re.MULTILINE)
_TITLE = re.compile(r"^#[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_MARKS = (
    (re.compile(r"^[ \t]{0,3}(?:```|~~~).*$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE), r"\1"),
    (re.compile(r"^[ \t]{0,3}(?:=+|-{2,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.MULTILINE), ""),
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"!?\[([^\[\]\n]*)\]\([^()\s]*(?:[ \t]+\"[^\"\n]*\")?\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]+)\]\[[^\[\]\n]*\]"), r"\1"),
    (re.compile(r"<(https?://[^\s<>]+)>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>\n]*>"), ""),
    (re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\\\w])_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"(?<!\\)\*(?=\S)([^*\n]+?)(?<=\S)\*"), r"\1"),
    (re.compile(r"`+([^`\n]+)`+"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
"""What is a mark, and what is left of it, from lines to letters."""


def read_plain(data: bytes) -> Extract:
    """Return a plain text as it is."""
    return Extract(decoded(data))


def read_markdown(data: bytes) -> Extract:
    """Return the words of a Markdown file, and what its front matter says."""
    text = decoded(data)
    front = _FRONT.match(text)
    said = {key: one_line(v).strip("\"'") for key, v in _FIELD.findall(front[1] if front else "")}
    body = text[front.end() :] if front else text
    if "title" not in said and (heading := _TITLE.search(body)):
        said["title"] = _without_marks(heading[1])
    return Extract(_without_marks(body).strip() + "\n", **said)


def _without_marks(text: str) -> str:
    for mark, left in _MARKS:
        text = mark.sub(left, text)
    return text
