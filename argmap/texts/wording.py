"""Passages in words: tidied to be quoted, and compared with what was quoted."""

from __future__ import annotations

import re

from argmap.texts.anchoring import Anchor
from argmap.texts.quote import GAP_MARK, folded, has_insertions
from argmap.texts.text import Text

_LINE_END = re.compile(r"\u00ad\s*|(?<=[^\W\d_])[-‐\x02\ufffe]\s*\n\s*(?=[^\W\d_A-Z])")
_AROUND = 3
"""So many equal words are shown on both sides of a difference."""


def tidied(words: str) -> str:
    """Return words with lines joined, and words joined that a line end had parted."""
    return " ".join(_LINE_END.sub("", words).split())


def corrected(quote: str, text: Text, anchor: Anchor) -> str | None:
    """Return a quote in the words of the text; None where it has insertions, which would go."""
    if has_insertions(quote):
        return None
    return passage(text, anchor)


def passage(text: Text, anchor: Anchor) -> str:
    """Return what stands in a text, tidied, with a mark for each gap."""
    return f" {GAP_MARK} ".join(tidied(text.text[start:end]) for start, end in anchor.spans)


def difference(quote: str, words: str) -> str:
    """Return how the quote differs, word by word: `[-the quote's-] {+the text's+}`."""
    from rapidfuzz.distance import Levenshtein  # 3 MB, and most maps quote exactly

    old, new = quote.split(), words.split()
    shown: list[str] = []
    steps = Levenshtein.opcodes(list(map(_compared, old)), list(map(_compared, new)))
    for number, step in enumerate(steps):
        gone, come = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        if step.tag == "equal":
            shown += _shortened(come, first=number == 0, last=number == len(steps) - 1)
            continue
        shown += [f"[-{' '.join(gone)}-]"] if gone else []
        shown += [f"{{+{' '.join(come)}+}}"] if come else []
    return " ".join(shown)


def _compared(word: str) -> str:
    """Return a word without quotation marks, which nothing tells."""
    return folded(word).strip("'")


def _shortened(words: list[str], *, first: bool, last: bool) -> list[str]:
    """Return equal words: those beside a difference, and a mark for the others."""
    before = [] if first else words[:_AROUND]
    after = [] if last else words[-_AROUND:]
    if len(before) + len(after) >= len(words):
        return words
    return [*before, GAP_MARK, *after]
