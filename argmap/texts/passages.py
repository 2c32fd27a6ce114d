"""A passage that is to be cited: found sentence by sentence, and put as a cite that finds it again.

Where sentences end is told by their marks. An abbreviation or an initial does not end one; what
follows begins with no small letter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from argmap.model.argument_map import Cite
from argmap.texts.report import overlaps
from argmap.texts.text import Span, Text
from argmap.texts.wording import tidied

AROUND = 32
"""How many letters before and after a passage are kept at the most, to tell it from its likes."""

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘„«(\[]*(?P<next>\S))|[。！？]+[」』”’）]*")
_BEFORE_NAMES = re.compile(
    r"(?:^|[\s(\[“‘\"'])(?:[^\W\d_](?:\.[^\W\d_])*|mrs?|ms|messrs|dr|prof|rev|hon|gen|sen|gov|rep|st"
    r"|cf|vs|viz|ca)\.$",
    re.IGNORECASE,
)
_BEFORE_NUMBERS = re.compile(
    r"(?:^|[\s(\[])(?:nos?|arts?|pp?|vols?|figs?|chs?|secs?|paras?|approx)\.$", re.IGNORECASE
)
_LONGEST_ABBREVIATION = 12


def sentences(text: Text, paragraph: Span) -> tuple[Span, ...]:
    """Return the sentences of a paragraph, without white space around them."""
    words = text.text[paragraph.start : paragraph.end]
    found: list[Span] = []
    start = 0
    for end in (*_ends(words), len(words)):
        piece = words[start:end]
        if stripped := piece.strip():
            at = paragraph.start + start + piece.index(stripped)
            found.append(Span(at, at + len(stripped)))
        start = end
    return tuple(found)


def sentence_at(text: Text, at: int) -> Span | None:
    """Return the sentence at a place, or the one before the white space there; None for none."""
    if not text.paragraphs:
        return None
    inside = sentences(text, text.paragraphs[text.paragraph_at(at)])
    return inside[max(bisect_right([s.start for s in inside], at) - 1, 0)]


def sentence_beside(text: Text, span: Span, by: int) -> Span | None:
    """Return the sentence after (1) or before (-1) a passage; None at the ends of the text."""
    here = sentence_at(text, max(span.end - 1, 0) if by > 0 else span.start)
    if here is None:
        return None
    number = text.paragraph_at(here.start)
    inside = sentences(text, text.paragraphs[number])
    at = inside.index(here) + by
    if 0 <= at < len(inside):
        return inside[at]
    if not 0 <= number + by < len(text.paragraphs):
        return None
    return sentences(text, text.paragraphs[number + by])[0 if by > 0 else -1]


def further(text: Text, kept: int, end: int, by: int) -> tuple[int, int] | None:
    """Return how far a passage reaches after a step to the next (1) or previous (-1) sentence.

    It is held at `kept` and moved at `end`, which may lie before that: the passage grows away from
    the sentence in which it is held, shrinks towards it, and turns round there. Returned are the
    same two places; None where there is no sentence further on.
    """
    ahead = end > kept
    held = sentence_at(text, kept if ahead else kept - 1)
    moved = sentence_at(text, end - 1 if ahead else end)
    if held is None or moved is None:
        return None
    cut = end < moved.end if ahead else end > moved.start
    reached = moved if cut and ahead == (by > 0) else sentence_beside(text, moved, by)
    if reached is None:
        return None
    return (held.start, reached.end) if reached >= held else (held.end, reached.start)


def next_uncited(text: Text, cited: Sequence[Span], after: int) -> Span | None:
    """Return the next sentence, from a place on and round, of which nothing is cited.

    `cited` are passages in order that do not overlap. None where all is cited.
    """
    if not text.paragraphs:
        return None
    first = text.paragraph_at(after)
    around = (*range(first, len(text.paragraphs)), *range(first + 1))
    for turn, number in enumerate(around):
        for sentence in sentences(text, text.paragraphs[number]):
            passed = turn == 0 and sentence.start < after
            if not passed and not overlaps(cited, sentence):
                return sentence
    return None


def cite_of(source: str, text: Text, span: Span) -> Cite | None:
    """Return a cite of a passage, with the words around it; None where it has no words."""
    words = text.text[span.start : span.end]
    if not (stripped := words.strip()):
        return None
    start = span.start + words.index(stripped)
    end = start + len(stripped)
    return Cite(
        source,
        tidied(stripped),
        text.place(start),
        _last_words(tidied(text.text[max(start - 2 * AROUND, 0) : start])),
        _first_words(tidied(text.text[end : end + 2 * AROUND])),
    )


def _ends(words: str) -> Iterator[int]:
    for mark in _END.finditer(words):
        following = mark["next"]
        if following and (following.islower() or _is_abbreviated(words, mark)):
            continue
        yield mark.end()


def _is_abbreviated(words: str, mark: re.Match[str]) -> bool:
    if not mark[0].startswith(".") or len(mark[0]) > 1:
        return False
    before = words[max(mark.start() - _LONGEST_ABBREVIATION, 0) : mark.start() + 1]
    numbered = mark["next"].isdigit() and _BEFORE_NUMBERS.search(before)
    return bool(numbered or _BEFORE_NAMES.search(before))


def _last_words(words: str) -> str:
    return (
        words if len(words) <= AROUND else words[-AROUND - 1 :].partition(" ")[2] or words[-AROUND:]
    )


def _first_words(words: str) -> str:
    return (
        words if len(words) <= AROUND else words[: AROUND + 1].rpartition(" ")[0] or words[:AROUND]
    )
