"""A text as Qt shows it: place by place the same, but counted as Qt counts.

Qt counts the halves of a letter outside of the usual planes one by one, and begins a new line at
several signs; what would make it show fewer signs than the text has is shown as another sign.
Making this takes a while for a large text, so it is made off the window's thread.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from argmap.texts.portions import matches
from argmap.texts.text import Span, Text

_PIECE = 100_000
_WIDE = re.compile("[\U00010000-\U0010ffff]")
_SHOWN = (
    ("\r", " "),
    ("\f", "\n"),
    ("\u2029", "\n"),
    ("\ufdd0", " "),
    ("\ufdd1", " "),
    ("\0", " "),
)


class ShownText:
    """A text, and the way between places in it and places in Qt's document."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.words = text.text
        # One by one, as a table of letters would hold up all threads for a second.
        for letter, instead in _SHOWN:
            self.words = self.words.replace(letter, instead)
        self._wide = [match.start() for match in matches(_WIDE, text.text)]
        self._wide_in_qt = [at + number for number, at in enumerate(self._wide)]
        self.paragraph_starts = [paragraph.start for paragraph in text.paragraphs]

    def to_qt(self, at: int) -> int:
        """Return where Qt counts a place of the text."""
        return at + bisect_left(self._wide, at)

    def from_qt(self, at: int) -> int:
        """Return the place in the text of one that Qt counts."""
        return at - bisect_left(self._wide_in_qt, at)

    def span_from_qt(self, start: int, end: int) -> Span:
        """Return the passage between two places that Qt counts."""
        return Span(self.from_qt(start), self.from_qt(end))

    def pieces(self) -> Iterator[str]:
        """Return the words in pieces that can be shown one after the other."""
        for at in range(0, len(self.words), _PIECE):
            yield self.words[at : at + _PIECE]

    def paragraph_in(self, start: int, end: int) -> int | None:
        """Return the number, from 1, of the paragraph that begins between two places of Qt's."""
        first, last = self.from_qt(start), self.from_qt(end)
        at = bisect_left(self.paragraph_starts, first)
        if at < len(self.paragraph_starts) and self.paragraph_starts[at] < max(last, first + 1):
            return at + 1
        return None

    def paragraph_number(self, at: int) -> int:
        """Return the number, from 1, of the paragraph at a place of the text."""
        return max(bisect_right(self.paragraph_starts, at), 1)
