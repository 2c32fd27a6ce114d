"""A text as it is compared with a quote: what a copying hand or program changes is levelled.

White space, quotation marks, kinds of dashes, hyphens within and at the ends of lines, case and
ligatures are no part of what is said: two texts that differ in them alone fold to the same. Every
place of the folded text leads back to the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import field

from argmap.frozen import frozen
from argmap.texts.portions import matches, portions

_QUOTES = '“”„‟«»‹›‘’‚‛"`´′″＂「」『』'
_DASHES = "–—―−⸺⸻"
_HYPHENS = "‐‑\ufffe\x02"  # the last two are what PDFs' line ends come out as
_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_ONE_FOR_ONE = {
    **dict.fromkeys(map(ord, _QUOTES), "'"),
    **dict.fromkeys(map(ord, _DASHES), "–"),
    **dict.fromkeys(map(ord, _HYPHENS), "-"),
    **dict.fromkeys(map(ord, _SPACES), " "),
    ord("İ"): "i",  # the only letter that is two in lower case
}
_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "ß": "ss", "ĳ": "ij",
}  # fmt: skip
_LETTER = r"[^\W\d_]"
_CHANGED = re.compile(
    r"(?P<space> [ \u00ad\u200b-\u200d\u2060\ufeff]+)"
    r"|(?P<nothing>[\u00ad] *|[\u200b-\u200d\u2060\ufeff]+"
    rf"|(?<={_LETTER})- *(?={_LETTER}))"
    r"|(?P<dash>--+|(?<= )-(?= ))"
    r"|(?P<quote>''+|,,)"
    r"|(?P<dots>\.\.\.|\. \. \.)"
    rf"|(?P<ligature>[{''.join(_LIGATURES)}])"
    rf"|(?P<composed>{_LETTER}[\u0300-\u036f]+)"
)
_INSTEAD = {"space": " ", "nothing": "", "dash": "–", "quote": "'", "dots": "…"}


@frozen
class Folded:
    """A folded text, and the pieces in it that are longer or shorter than what they stand for.

    Of each piece `starts` and `ends` are its places here, `was_start` and `was_end` those there.
    """

    text: str
    starts: list[int] = field(repr=False)
    ends: list[int] = field(repr=False)
    was_start: list[int] = field(repr=False)
    was_end: list[int] = field(repr=False)

    def start(self, place: int) -> int:
        """Return where in the text the letter at a place of the folded text begins."""
        return self._piece(place)[0]

    def end(self, place: int) -> int:
        """Return where in the text the letter before a place of the folded text ends."""
        return self._piece(place - 1)[1] if place else 0

    def _piece(self, place: int) -> tuple[int, int]:
        number = bisect_right(self.starts, place) - 1
        if number < 0:
            return place, place + 1
        if place < self.ends[number]:
            return self.was_start[number], self.was_end[number]
        there = self.was_end[number] + place - self.ends[number]
        return there, there + 1


def fold(text: str) -> Folded:
    """Return a text as it is compared."""
    plain = "".join(map(_levelled, portions(text)))
    parts: list[str] = []
    folded = Folded("", [], [], [], [])
    at = length = 0
    for found in matches(_CHANGED, plain):
        instead = _instead(found)
        start = length + found.start() - at
        length = start + len(instead)
        parts += (plain[at : found.start()], instead)
        at = found.end()
        folded.starts.append(start)
        folded.ends.append(length)
        folded.was_start.append(found.start())
        folded.was_end.append(at)
    parts.append(plain[at:])
    return Folded("".join(parts), folded.starts, folded.ends, folded.was_start, folded.was_end)


def _levelled(text: str) -> str:
    return text.translate(_ONE_FOR_ONE).lower().replace("ς", "σ")


def _instead(found: re.Match[str]) -> str:
    kind = str(found.lastgroup)
    if kind == "ligature":
        return _LIGATURES[found[0]]
    if kind == "composed":
        return unicodedata.normalize("NFC", found[0])
    return _INSTEAD[kind]
