"""Texts in Markdown, shown as they are."""

from __future__ import annotations

import re

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#&~|])")
_ADDRESS = re.compile(
    r"(?<![\w/@.-])(?:https?://[^\s<>\\()\[\]]+(?:\([^\s<>\\()\[\]]*\)[^\s<>\\()\[\]]*)*"
    r"|www\.[^\s<>\\()\[\]]+\.[^\s<>\\()\[\]]+)",
    re.IGNORECASE,
)


def in_markdown(text: str) -> str:
    """Return a text with Markdown's markup escaped, to stand behind something on its line.

    Addresses become links, in which nothing may be escaped.
    """
    pieces, at = [], 0
    for found in _ADDRESS.finditer(text):
        address = _without_punctuation(found[0])
        pieces += [_escaped(text[at : found.start()]), _link(address)]
        at = found.start() + len(address)
    return "".join([*pieces, _escaped(text[at:])])


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _link(address: str) -> str:
    """Return an address as a link of CommonMark; one without http needs a text beside it."""
    if address[:4].lower() == "http":
        return f"<{address}>"
    return f"[{_escaped(address)}](http://{address})"


def _without_punctuation(address: str) -> str:
    """Return an address without what belongs to the sentence around it."""
    bare = address.rstrip(".,;:!?'\"*")
    while bare.endswith(")") and bare.count(")") > bare.count("("):
        bare = bare[:-1].rstrip(".,;:!?'\"*")
    return bare
