"""A large text in portions: the work on a portion is so short that other threads get their turn.

Python lets no other thread run while it is within one call of its own library, such as a search
through the whole text; the window would stand still for as long.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

_SIZE = 1 << 16
_INSIDE_WORD = re.compile(r"(?<=[^\W_])(?=[^\W_])")


def decoded(data: bytes, encoding: str, size: int = _SIZE) -> str:
    """Return what bytes stand for; raises UnicodeDecodeError."""
    decoder = codecs.getincrementaldecoder(encoding)()
    parts = [decoder.decode(data[at : at + size]) for at in range(0, len(data), size)]
    return "".join([*parts, decoder.decode(b"", final=True)])


def portions(text: str, size: int = _SIZE) -> Iterator[str]:
    """Return a text in portions of a size."""
    return (text[at : at + size] for at in range(0, len(text), size))


def split(text: str, separator: str, size: int = _SIZE) -> Iterator[list[str]]:
    """Return what is between separators, which are one sign each, in portions."""
    at = 0
    while (end := text.find(separator, at + size)) >= 0:
        yield text[at:end].split(separator)
        at = end + 1
    yield text[at:].split(separator)


def matches(pattern: re.Pattern[str], text: str, size: int = _SIZE) -> Iterator[re.Match[str]]:
    """Return what `finditer` finds of a pattern that matches no two letters side by side.

    Portions end between two letters of a word, so none of its matches is cut.
    """
    at = 0
    while at < len(text):
        inside = _INSIDE_WORD.search(text, at + size)
        end = inside.start() if inside else len(text)
        yield from pattern.finditer(text, at, end)
        at = end
