"""A text that is cited: its pages and paragraphs, and the forms in which it is searched.

A form feed begins a new page; blank lines part paragraphs. The forms to search are made when first
asked for, and kept as long as the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from argmap.texts.folding import Folded, fold
from argmap.texts.haystack import Haystack
from argmap.texts.portions import matches, split
from argmap.texts.word_index import WordIndex

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_LONG_LINE = 200
_PAGE = re.compile("\f")
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")


class Span(NamedTuple):
    """Two places in a text, in letters; the second is behind the last."""

    start: int
    end: int


class Text:
    """A text to look things up in; it is never changed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: dict[tuple[str, str, str], object] = {}
        """What was looked for and where it stands, for whoever looks (`anchoring`)."""

    @cached_property
    def exact(self) -> Haystack:
        """The text, to be searched for what stands in it letter by letter."""
        return Haystack(self.text)

    @cached_property
    def fold(self) -> Folded:
        """The text as it is compared with quotes, and the way back from it."""
        return fold(self.text)

    @cached_property
    def folded(self) -> Haystack:
        """The folded text, to be searched."""
        return Haystack(self.fold.text)

    @cached_property
    def word_index(self) -> WordIndex:
        """The words of the folded text, to find what differs from it."""
        return WordIndex(self.fold.text)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs, without white space around them.

        A text without blank lines, of which a line is long, has a line for a paragraph.
        """
        by_line = not _BLANK_LINE.search(self.text) and any(
            len(line) > _LONG_LINE for lines in split(self.text, "\n") for line in lines
        )
        found = (_LINE if by_line else _PARAGRAPH).finditer(self.text)
        return tuple(self._trimmed(Span(*match.span())) for match in found)

    @cached_property
    def letters(self) -> int:
        """How many letters its paragraphs have."""
        return sum(end - start for start, end in self.paragraphs)

    @cached_property
    def word_count(self) -> int:
        """How many words the text has."""
        return sum(1 for _ in _WORD.finditer(self.text))

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    @cached_property
    def _pages(self) -> list[int]:
        """The places where pages begin, the first excepted."""
        return [match.end() for match in matches(_PAGE, self.text)]

    def place(self, at: int) -> str:
        """Return a place in words: its paragraph, and its page if the text has pages."""
        number = self.paragraph_at(at)
        if not self._pages:
            return f"paragraph {number + 1}"
        page = bisect_right(self._pages, at)
        begins = self._pages[page - 1] if page else 0
        first = self.paragraph_at(self._first_letter(begins))
        return f"page {page + 1}, paragraph {number - first + 1}"

    def paragraph_at(self, at: int) -> int:
        """Return the number, from 0, of the paragraph at a place, or of the one before it."""
        return max(bisect_right(self._paragraph_starts, at) - 1, 0)

    def _first_letter(self, at: int) -> int:
        found = re.compile(r"\S").search(self.text, at)
        return found.start() if found else at

    def _trimmed(self, span: Span) -> Span:
        words = self.text[span.start : span.end]
        start = span.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))


def count_words(text: str) -> int:
    """Return how many words a piece of text has."""
    return sum(1 for _ in _WORD.finditer(text))
