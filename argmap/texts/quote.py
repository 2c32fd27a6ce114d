"""What a quote says that is no part of the text: `…` for a gap, `[word]` for an insertion.

A bracket at the beginning of a word changes its first letters (`[n]o state`) and counts; one at
the end of a word adds to it (`allow[s]`) and does not.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.texts.folding import fold

GAP = 3000
"""How much may be left out at a `…`, in letters."""
INSERTION = 60
"""How much may stand in the text in place of a `[word]`, in letters."""

GAP_MARK = "…"

_MARK = re.compile(
    r"(?P<gap>\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.+)"
    r"|(?P<start>(?<!\w)\[(?P<letters>\w{1,20})\](?=\w))"
    r"|(?P<end>(?<=\w)\[[^\[\]]{0,40}\])"
    r"|(?P<word>\[[^\[\]]{0,200}\])"
)


class Piece(NamedTuple):
    """A piece of a quote, folded; at most so many letters lie between it and the one before."""

    text: str
    gap: int = 0


def pieces(quote: str) -> tuple[Piece, ...]:
    """Return what a quote takes from the text, folded and trimmed; one piece if it has no marks."""
    found: list[Piece] = []
    words, gap, at = "", 0, 0
    for mark in _MARK.finditer(quote):
        words += quote[at : mark.start()] + (mark["letters"] or "")
        at = mark.end()
        if mark["gap"] or mark["word"]:
            if text := folded(words):
                found.append(Piece(text, gap if found else 0))
                words, gap = "", 0
            words = ""
            gap = max(gap, GAP if mark["gap"] else INSERTION)
    if text := folded(words + quote[at:]):
        found.append(Piece(text, gap if found else 0))
    return tuple(found)


def has_insertions(quote: str) -> bool:
    """Whether brackets in a quote hold words of the quoting hand."""
    return any(mark.lastgroup != "gap" for mark in _MARK.finditer(quote))


def folded(words: str) -> str:
    """Return words as they are compared, without white space around them."""
    return fold(words).text.strip()
