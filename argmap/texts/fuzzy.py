"""Finding a passage that differs from a quote: seeds that both share, votes, and edit distance.

Short pieces of the quote are looked up in the text; each place found votes for where the quote
would begin. Around the places with most votes the edit distance decides (Levenshtein's: letters
put in, left out and replaced). Pairs of words are sought first, as they are rarest; then words;
then, in short texts and in scripts without spaces, a few letters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from heapq import nlargest
from itertools import islice, pairwise
from math import sqrt
from typing import NamedTuple

from argmap.texts.scripts import is_spaced
from argmap.texts.word_index import WordIndex, bare

ALLOWED = 4
"""The edits may be as many as one in so many letters of the quote."""

_MOST_PLACES = 400
"""A seed that stands in more places says nothing."""
_CANDIDATES = 6
_GRAM = 4
_SHORT_TEXT = 200_000
_NEAR = 40
"""So many borders of words are tried for each end of a passage."""
_MARGIN = 8
_START = re.compile(r"(?<!\S)(?=\S)|(?<!\w)(?=\w)")
_ANYWHERE = re.compile("")
_END = re.compile(r"(?<=\S)(?!\S)|(?<=\w)(?!\w)")

Seeds = Iterator[tuple[int, Iterator[int]]]
"""Where in a quote something stands, and where in the text it does."""


class Passage(NamedTuple):
    """A passage of a folded text, in letters, and its edit distance from a quote."""

    start: int
    end: int
    distance: int


def allowed(letters: int) -> int:
    """Return how many edits a quote of so many letters may be away from its passage."""
    return letters // ALLOWED


def nearest(quote: str, index: WordIndex) -> tuple[Passage, ...]:
    """Return the passages that differ least from a folded quote; none if all differ too much."""
    for seeds in (_pairs(quote, index), _words(quote, index), _grams(quote, index)):
        starts = _candidates(seeds, len(quote))
        found = {passage for at in starts if (passage := _fitted(quote, index.text, at))}
        if found:
            least = min(passage.distance for passage in found)
            return _apart(sorted(p for p in found if p.distance == least))
    return ()


def _with_places(quote: str) -> list[tuple[int, str]]:
    """Return the words of a quote, and where they begin in it."""
    words = quote.split(" ")
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    return list(zip(starts, bare(words), strict=True))


def _pairs(quote: str, index: WordIndex) -> Seeds:
    words = _with_places(quote)
    for (offset, word), (_, following) in pairwise(words):
        yield offset, index.places_of_pair(word, following)


def _words(quote: str, index: WordIndex) -> Seeds:
    return ((offset, index.places(word)) for offset, word in _with_places(quote))


def _grams(quote: str, index: WordIndex) -> Seeds:
    """Return every few letters of the quote, where looking them up does not take too long."""
    if len(index.text) > _SHORT_TEXT and is_spaced(quote):
        return
    for offset in range(0, max(len(quote) - _GRAM, 0) + 1, 2):
        yield offset, _places(quote[offset : offset + _GRAM], index.text)


def _places(letters: str, text: str) -> Iterator[int]:
    at = text.find(letters)
    while at >= 0:
        yield at
        at = text.find(letters, at + 1)


def _candidates(seeds: Seeds, length: int) -> list[int]:
    """Return the places at which the quote may begin, those with most votes first.

    Rare seeds have more of a say. Ballots overlap, or votes for one place could fall into two.
    """
    half = max(length // ALLOWED, 8) // 2
    votes: defaultdict[int, float] = defaultdict(float)
    first: dict[int, int] = {}
    for offset, found in seeds:
        places = list(islice(found, _MOST_PLACES + 1))
        for place in places if len(places) <= _MOST_PLACES else ():
            begins = place - offset
            for ballot in (begins // half, begins // half - 1):
                votes[ballot] += 1 / sqrt(len(places))
                first.setdefault(ballot, begins)
    most = nlargest(2 * _CANDIDATES, votes, key=votes.__getitem__)
    return list(dict.fromkeys(first[ballot] for ballot in most))[:_CANDIDATES]


def _fitted(quote: str, text: str, at: int) -> Passage | None:
    """Return the passage around a place that is nearest to the quote; None if it is too far."""
    from rapidfuzz.distance import Levenshtein  # 3 MB, and most maps quote exactly

    most = allowed(len(quote))
    reach = most + _MARGIN
    spaced = is_spaced(quote)
    starts = _borders(_START if spaced else _ANYWHERE, text, at, reach)
    ends = _borders(_END if spaced else _ANYWHERE, text, at + len(quote), 2 * reach)
    best: Passage | None = None
    for start in starts:
        for end in ends:
            cutoff = best.distance - 1 if best else most
            if end <= start or cutoff < 0 or abs(end - start - len(quote)) > cutoff:
                continue
            distance = Levenshtein.distance(quote, text[start:end], score_cutoff=cutoff)
            if distance <= cutoff:
                best = Passage(start, end, distance)
    return best


def _borders(border: re.Pattern[str], text: str, at: int, reach: int) -> list[int]:
    """Return the borders of words that are nearest to a place."""
    low, high = max(at - reach, 0), min(at + reach, len(text))
    found = [match.start() for match in border.finditer(text, low, high)]
    if border.match(text, high):
        found.append(high)
    return sorted(found, key=lambda place: abs(place - at))[:_NEAR]


def _apart(passages: list[Passage]) -> tuple[Passage, ...]:
    """Return passages without those that overlap one before."""
    kept: list[Passage] = []
    for passage in passages:
        if not kept or passage.start >= kept[-1].end:
            kept.append(passage)
    return tuple(kept)
