"""Text within Argdown: escapes, emphasis, links, tags. Lenient in reading, strict in writing.

Reading takes `*` and `_` for marks only where they come in pairs as Argdown wants them, and else
leaves them as they stand, where Argdown itself reports an error. An escaped character is moved out
of the way, to the end of Unicode's last private area, until all marks are read.
"""

from __future__ import annotations

import re

from argmap.formats.argdown.shortcodes import CODE, symbol
from argmap.frozen import frozen

_AWAY = 0x10F000
_NESTED = 2
"""So deep bold text within bold text is read."""
_ESCAPE = re.compile(r"\\([\x00-\x7f])")
_BACK = {_AWAY + code: code for code in range(128)}
_LINK = re.compile(r"(?<!@)\[([^\[\]\n]+)\]\(([^)\s]{0,2048})\)")
_LINK_OR_CODE = re.compile(f"{_LINK.pattern}|{CODE}")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,999}?)(?<=\S)\1(?=[\s)}_.,!?;:*-]|$)")
_ITALIC = re.compile(
    r"(?<![*_\w])([*_])(?=\S)([^*_]{1,999}?|.{1,999}?)(?<=\S)\1(?=[\s)}_.,!?;:*-]|$)"
)
TAG = re.compile(r"(?<![\w@&])#(?:\(([^)\n]+)\)|([\w\-^\[\]\u00a0-\U0010efff]+))")
_PLAIN_TAG = re.compile(r"[A-Za-z0-9_-]+")


@frozen
class Inline:
    """A text without its marks, the tags in it, and its links as (words, address)."""

    text: str
    tags: tuple[str, ...]
    links: tuple[tuple[str, str], ...]


def read(raw: str, *, tags_stay: bool = True) -> Inline:
    """Return a text without its marks; tags at the end are cut off, those within may stay."""
    text = _LINK_OR_CODE.sub(_decoded, hide(raw))
    links = tuple((found[1], found[2]) for found in _LINK.finditer(text) if found[2])
    text = _LINK.sub(r"\1", text)
    tags = tuple(dict.fromkeys(found[1] or found[2] for found in TAG.finditer(text)))
    text = _without_tags_at_end(text) if tags_stay else TAG.sub("", text)
    for _ in range(_NESTED):
        text = _BOLD.sub(r"\2", text)
    text = _ITALIC.sub(r"\2", text)
    return Inline(
        " ".join(bring_back(text).split()) if text.strip() else "",
        tuple(map(bring_back, tags)),
        tuple((bring_back(words), bring_back(address)) for words, address in links),
    )


def _decoded(found: re.Match[str]) -> str:
    return found[0] if found[1] else symbol(found)


def _without_tags_at_end(text: str) -> str:
    """Return the text without the tags at its end that stand after white space."""
    first, end = -1, 0
    for found in TAG.finditer(text):
        if found.start() and not text[found.start() - 1].isspace():
            first = -1
        elif first < 0 or text[end : found.start()].strip():
            first = found.start()
        end = found.end()
    return text if first < 0 or text[end:].strip() else text[:first]


def hide(raw: str) -> str:
    """Return a text with escaped characters moved away, so that they mean only themselves."""
    return _ESCAPE.sub(lambda found: chr(_AWAY + ord(found[1])), raw)


def bring_back(text: str) -> str:
    """Return a text with hidden characters moved back."""
    return text.translate(_BACK)


def escape(text: str) -> str:
    """Return a text that Argdown's own parser reads back unchanged but for white space."""
    escaped = re.sub(r"[\\\[\]<>{}#@*_]|/(?=[/*])|(?<=[/*])/|={3,}", _backslashed, text)
    return " ".join(_without_shortcode(word) for word in escaped.split())


def _backslashed(found: re.Match[str]) -> str:
    return "".join(f"\\{character}" for character in found[0])


def _without_shortcode(word: str) -> str:
    """Return a word with repeated dots and colons escaped: between two Argdown sees a name."""
    for mark in ".:":
        if word.count(mark) > 1:
            word = word.replace(mark, f"\\{mark}")
    return word


def tag(name: str) -> str:
    """Return a tag as written; "" if Argdown has no way to write this name."""
    return f"#{name}" if _PLAIN_TAG.fullmatch(name) else ""
