"""Where each word of a folded text stands, and each pair of words."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import accumulate

from argmap.texts.portions import split

_AROUND = ".,;:!?…'()[]{}<>–-/\\|*_"
"""What stands around words and is no part of them."""
_MOST_TRIED = 20_000
"""Of a pair whose rarer word is more frequent than that, nothing is looked up."""


class WordIndex:
    """The words of a folded text by their places, counted in letters.

    In a folded text one blank is between words, so places follow from the lengths of words.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = array("L")
        self._words: list[str] = []
        start = 0
        for raw in split(text, " "):
            ends = [*accumulate((len(word) + 1 for word in raw), initial=start)]
            start = ends.pop()
            self._starts.extend(ends)
            self._words += bare(raw)
        self._numbers: dict[str, array[int]] = {}
        for number, word in enumerate(self._words):
            if word in self._numbers:
                self._numbers[word].append(number)
            else:
                self._numbers[word] = array("L", [number])

    def places(self, word: str) -> Iterator[int]:
        """Return where a word stands."""
        return (self._starts[number] for number in self._numbers.get(word, ()))

    def places_of_pair(self, word: str, following: str) -> Iterator[int]:
        """Return where the first of two words stands, one directly behind the other."""
        first, second = self._numbers.get(word, ()), self._numbers.get(following, ())
        if min(len(first), len(second)) > _MOST_TRIED:
            return
        words = self._words
        if len(first) <= len(second):
            for number in first:
                if number + 1 < len(words) and words[number + 1] == following:
                    yield self._starts[number]
        else:
            for number in second:
                if number and words[number - 1] == word:
                    yield self._starts[number - 1]


def bare(words: Iterable[str]) -> list[str]:
    """Return words without the punctuation around them."""
    return [word.strip(_AROUND) for word in words]
