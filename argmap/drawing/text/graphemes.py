"""What a reader takes for one character: text cut where it may be cut.

A simplified reading of Unicode Standard Annex 29 that needs no tables beyond Python's: combining
marks, joiners, variation selectors, skin tones, tags, flags (pairs of regional indicators) and
Hangul syllables stay with what they belong to. Being too careful here only keeps text together.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_VOWELS = "\u0e33\u0eb3"
"""Letters of Thai and Lao (sara am) that belong to the consonant before them."""
_JOINER = "\u200d"


def clean(text: str) -> str:
    """Return the text without control characters, lone surrogates and non-characters.

    No drawing can hold these.

    Tabs become spaces and all line ends a newline; the map's own text stays as it is.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = text.replace("\u2029", "\n").replace("\x85", "\n").replace("\t", " ")
    if text.isprintable():
        return text
    return "".join(char for char in text if char == "\n" or _drawable(char))


def graphemes(text: str) -> Iterator[str]:
    """Return the grapheme clusters of a text (Unicode Standard Annex 29), in order."""
    if text.isascii():
        yield from text
        return
    start = 0
    for at in range(1, len(text)):
        if not _joined(text, start, at):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def _drawable(char: str) -> bool:
    if "\ufdd0" <= char <= "\ufdef" or ord(char) & 0xFFFE == 0xFFFE:
        return False  # not characters
    return unicodedata.category(char) not in {"Cc", "Cs"}


def _joined(text: str, start: int, at: int) -> bool:
    """Whether the character at `at` belongs to the cluster that began at `start`."""
    before, char = text[at - 1], text[at]
    if char.isascii():
        return False
    if before == _JOINER or _extends(char):
        return True
    if _is_flag_letter(char):
        return _is_flag_letter(before) and (at - start) % 2 == 1
    return (
        _is_jamo(char) and (_is_jamo(before) or _is_syllable(before)) and not _is_lead(char, before)
    )


def _extends(char: str) -> bool:
    return (
        char == _JOINER
        or char in _VOWELS
        or unicodedata.category(char)[0] == "M"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
    )


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _is_jamo(char: str) -> bool:
    return "\u1100" <= char <= "\u11ff"


def _is_syllable(char: str) -> bool:
    return "\uac00" <= char <= "\ud7a3"


def _is_lead(char: str, before: str) -> bool:
    """Whether a Hangul letter begins a syllable rather than going on with one."""
    return char < "\u1160" and not before < "\u1160"
