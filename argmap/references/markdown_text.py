"""Text as Markdown takes it for what it is."""

from __future__ import annotations

import re

_MARKS = re.compile(r"([\\`*_\[\]<>#&~|])")


def escaped(text: str) -> str:
    """Return a text in which nothing is markup."""
    return _MARKS.sub(r"\\\1", text)
