"""Blanks between words, and scripts without: Thai to Burmese, Khmer, kana, Chinese characters."""

from __future__ import annotations

import re

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)


_OPENING = "([{“‘„«‹"
_STOPS = ".!?…‽⁇⁈⁉‼:;,\u037e\u0387،؛؟۔।॥։՝׃።፣፤፥፦፧།༎᠂᠃"
"""What ends a sentence or a part of one in scripts that set off what follows."""
_BRACKETS = ")]}"
_QUOTES = "\"'”’“‘»«›‹"
"""Marks that may close a quotation; which of them do differs from language to language."""


def gap(text: str, first: str, *, typed: bool = False) -> str:
    """Return what stands between a text and what is added to it: a blank, or nothing.

    `first` is what that begins with: a letter goes on with a word as it stands, and is set off from
    a sentence or a part of one; a comma or full stop goes on without a blank. One that was `typed`
    first is there wherever none is yet.
    """
    if not (text and first) or text[-1].isspace():
        return ""
    if typed:
        return " "
    last, first = text.rstrip(_QUOTES)[-1:], first[0]
    begins = first.isalnum() or first in _OPENING
    ends = last in {*_STOPS, *_BRACKETS}
    return " " if begins and ends and is_spaced(text + first) else ""


def is_spaced(text: str) -> bool:
    """Whether all words of a text have spaces between them."""
    return not _UNSPACED.search(text)
