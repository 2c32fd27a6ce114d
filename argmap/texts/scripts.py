"""Scripts that put no space between words: Thai to Burmese, Khmer, kana, Chinese characters."""

from __future__ import annotations

import re

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)


def is_spaced(text: str) -> bool:
    """Whether all words of a text have spaces between them."""
    return not _UNSPACED.search(text)
