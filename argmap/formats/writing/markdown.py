"""Texts in Markdown, shown as they are."""

from __future__ import annotations

import re

from argmap.references.markdown_text import escaped

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
        pieces += [escaped(text[at : found.start()]), _link(address)]
        at = found.start() + len(address)
    return "".join([*pieces, escaped(text[at:])])


def _link(address: str) -> str:
    """Return an address as a link of CommonMark; one without http needs a text beside it."""
    if address[:4].lower() == "http":
        return f"<{address}>"
    return f"[{escaped(address)}](http://{address})"


def _without_punctuation(address: str) -> str:
    """Return an address without what belongs to the sentence around it."""
    bare = address.rstrip(".,;:!?'\"*")
    while bare.endswith(")") and bare.count(")") > bare.count("("):
        bare = bare[:-1].rstrip(".,;:!?'\"*")
    return bare
