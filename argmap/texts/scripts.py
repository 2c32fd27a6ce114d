"""Blanks between words, and scripts without: Thai to Burmese, Khmer, kana, Chinese characters."""

from __future__ import annotations

import re

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)


_OPENING = "([{“‘„«‹"
_JOINING = f"{_OPENING}-–—/"


def gap(text: str, first: str) -> str:
    """Return what stands between a text and a word that is added to it: a blank, or nothing.

    `first` is what the word begins with; a comma or full stop goes on without one.
    """
    last, first = text[-1:], first[:1]
    begins = first.isalnum() or first in _OPENING
    apart = not last or last.isspace() or last in _JOINING or not first
    return " " if begins and not apart and is_spaced(text + first) else ""


def is_spaced(text: str) -> bool:
    """Whether all words of a text have spaces between them."""
    return not _UNSPACED.search(text)
