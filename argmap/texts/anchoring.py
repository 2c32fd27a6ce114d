"""Finding what a cite quotes: letter by letter, else up to what nothing tells, else nearly.

A cite is a text-quote selector of the W3C (https://www.w3.org/TR/annotation-model/): the quoted
words, and words before and after them that tell one place from its likes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from argmap.frozen import frozen
from argmap.model.argument_map import Cite
from argmap.texts import fuzzy
from argmap.texts.fuzzy import Passage
from argmap.texts.haystack import Haystack
from argmap.texts.quote import Piece, folded, pieces
from argmap.texts.text import Span, Text
from argmap.texts.word_index import WordIndex

_MOST_PLACES = 10_000
"""Of a quote that stands in more places than so many, the others are not looked at."""
_FITS = 0.6
"""How alike the words around a place and those of a cite are, from 0 to 1, if they are to fit."""


class Match(StrEnum):
    """How a passage agrees with a quote."""

    EXACT = "exact"
    ALIKE = "alike"
    """But for white space, quotation marks, hyphens, case and ligatures, gaps and insertions."""
    SIMILAR = "similar"


@frozen
class Anchor:
    """Where a quote stands in a text: a span for each of its pieces, several if it has gaps.

    `distance` is in edits; `rivals` says how many other places are as good.
    """

    match: Match
    spans: tuple[Span, ...]
    distance: int = 0
    rivals: int = 0

    @property
    def start(self) -> int:
        """Where it begins, in letters."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where it ends, in letters."""
        return self.spans[-1].end


class _Found(NamedTuple):
    """A place of a quote: where its pieces begin and end."""

    spans: tuple[Span, ...]
    distance: int = 0


def anchor(text: Text, cite: Cite) -> Anchor | None:
    """Return where a cite's quote stands in a text; None if it does not, or has no letters.

    What was found is kept with the text: after an edit only cites that it changed are sought.
    """
    key = cite.quote, cite.prefix, cite.suffix
    if key not in text.found:
        text.found[key] = _anchored(text, cite)
    found = text.found[key]
    assert found is None or isinstance(found, Anchor), "only this puts something there"
    return found


def _anchored(text: Text, cite: Cite) -> Anchor | None:
    quote = cite.quote.strip()
    if not folded(quote):
        return None
    exact = _best(_whole(text.exact, quote), text.exact, cite)
    if exact and (fit := _fit(exact[0], text.exact, cite)) < 1:
        # It may be meant where it stands in other lines, between the words that the cite names.
        alike = _best(_whole(text.folded, folded(quote)), text.folded, cite)
        if alike and _fit(alike[0], text.folded, cite) > max(fit, _FITS):
            return _unfolded(text, Match.ALIKE, *alike)
    if exact:
        return Anchor(Match.EXACT, exact[0].spans, 0, exact[1])
    data, parts = text.folded, pieces(quote)
    for match, places in (
        (Match.ALIKE, _whole(data, folded(quote))),
        (Match.ALIKE, _in_pieces(data, parts)),
        (Match.SIMILAR, _similar(text, parts)),
    ):
        if found := _best(places, data, cite):
            return _unfolded(text, match, *found)
    return None


def _unfolded(text: Text, match: Match, found: _Found, rivals: int) -> Anchor:
    fold = text.fold
    spans = tuple(Span(fold.start(span.start), fold.end(span.end)) for span in found.spans)
    return Anchor(match, spans, found.distance, rivals)


def _whole(data: Haystack, quote: str) -> Iterator[_Found]:
    return (_Found((Span(at, at + len(quote)),)) for at in data.places(quote))


def _in_pieces(data: Haystack, parts: Sequence[Piece]) -> Iterator[_Found]:
    """Return the places where one piece follows the other, each gap as short as it can be.

    Pieces that are whole words there come before others.
    """
    if len(parts) == 1:
        return _whole(data, parts[0].text)
    found = list(islice(_chains(data, parts), _MOST_PLACES)) if parts else []
    whole = [f for f in found if all(data.is_bordered(*span) for span in f.spans)]
    # Of those that end alike the last has the shortest gap.
    by_end = {chain.spans[-1]: chain for chain in whole or found}
    return iter(by_end.values())


def _chains(data: Haystack, parts: Sequence[Piece]) -> Iterator[_Found]:
    """Return the first piece wherever it stands, with the others behind it."""
    for at in data.places(parts[0].text):
        spans = [Span(at, at + len(parts[0].text))]
        for piece in parts[1:]:
            end = spans[-1].end
            place = data.text.find(piece.text, end, end + piece.gap + len(piece.text))
            if place < 0:
                break
            spans.append(Span(place, place + len(piece.text)))
        else:
            yield _Found(tuple(spans))


def _similar(text: Text, parts: Sequence[Piece]) -> Iterator[_Found]:
    """Return the places that differ least: the longest piece first, the others around it."""
    if not parts:
        return
    longest = max(range(len(parts)), key=lambda number: len(parts[number].text))
    for passage in fuzzy.nearest(parts[longest].text, text.word_index):
        before = _before(text.folded.text, passage, parts[: longest + 1])
        after = _after(text.folded.text, passage, parts[longest + 1 :])
        if before is not None and after is not None:
            chain = (*before, passage, *after)
            spans = tuple(Span(piece.start, piece.end) for piece in chain)
            yield _Found(spans, sum(piece.distance for piece in chain))


def _before(text: str, passage: Passage, parts: Sequence[Piece]) -> list[Passage] | None:
    """Return passages for all pieces but the last, which has one; None if any is missing."""
    found: list[Passage] = []
    for piece, following in zip(parts[-2::-1], parts[:0:-1], strict=True):
        low = max(passage.start - following.gap - 2 * len(piece.text), 0)
        there = _within(text, piece, low, passage.start)
        if not there:
            return None
        passage = there[-1]
        found.insert(0, passage)
    return found


def _after(text: str, passage: Passage, parts: Sequence[Piece]) -> list[Passage] | None:
    """Return passages for pieces that follow one; None if any is missing."""
    found: list[Passage] = []
    for piece in parts:
        there = _within(text, piece, passage.end, passage.end + piece.gap + 2 * len(piece.text))
        if not there:
            return None
        passage = there[0]
        found.append(passage)
    return found


def _within(text: str, piece: Piece, low: int, high: int) -> list[Passage]:
    there = fuzzy.nearest(piece.text, WordIndex(text[low:high]))
    return [Passage(low + p.start, low + p.end, p.distance) for p in there]


def _best(places: Iterable[_Found], data: Haystack, cite: Cite) -> tuple[_Found, int] | None:
    """Return the place that fits best, and how many others fit as well; None if there is none.

    Places where words begin and end come before others.
    """
    found = list(islice(places, _MOST_PLACES))
    whole = [f for f in found if data.is_bordered(f.spans[0].start, f.spans[-1].end)]
    found = whole or found
    if len(found) < 2 or not (cite.prefix.strip() or cite.suffix.strip()):
        return (found[0], len(found) - 1) if found else None
    fits = [_fit(f, data, cite) for f in found]
    best = max(fits)
    if best < _FITS:
        return found[0], len(found) - 1
    return found[fits.index(best)], fits.count(best) - 1


def _fit(found: _Found, data: Haystack, cite: Cite) -> float:
    """Return how alike the words around a place and those of a cite are, from 0 to 1.

    It is 1 where the cite names none.
    """
    from rapidfuzz.distance import Levenshtein  # 3 MB, and most maps quote exactly

    prefix, suffix = folded(cite.prefix), folded(cite.suffix)
    start, end = found.spans[0].start, found.spans[-1].end
    before = folded(data.text[max(start - 2 * len(cite.prefix) - 8, 0) : start])
    after = folded(data.text[end : end + 2 * len(cite.suffix) + 8])
    pairs = [
        (words, there)
        for words, there in ((prefix, before[-len(prefix) :]), (suffix, after[: len(suffix)]))
        if words
    ]
    letters = sum(len(words) for words, _ in pairs)
    alike = (len(w) * Levenshtein.normalized_similarity(w, there) for w, there in pairs)
    return sum(alike) / letters if letters else 1
