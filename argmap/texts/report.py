"""What a map takes from its sources: each cite with its place, and what no card cites."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Cite, Source
from argmap.texts.anchoring import Anchor, anchor
from argmap.texts.lookup import Fault, Lookup
from argmap.texts.text import Span, Text


@frozen
class CitedPlace:
    """A cite of a statement; `anchor` is None where its quote was not found or not looked for."""

    statement: str
    cite: Cite
    anchor: Anchor | None = None
    place: str = ""


@frozen
class SourceReport:
    """A source with all that cites it; `text` is None where the map has none."""

    source: Source
    text: Text | None
    fault: Fault | None
    cites: tuple[CitedPlace, ...]
    quoted: tuple[Span, ...]
    """All that is quoted, in order and without overlaps."""

    @property
    def coverage(self) -> float:
        """Return the share of the text's letters that are quoted, from 0 to 1."""
        letters = self.text.letters if self.text else 0
        return sum(end - start for start, end in self.quoted) / letters if letters else 0

    @property
    def uncited(self) -> tuple[Span, ...]:
        """Return the paragraphs of which nothing is cited."""
        paragraphs = self.text.paragraphs if self.text else ()
        return tuple(p for p in paragraphs if not overlaps(self.quoted, p))


def sources(argument_map: ArgumentMap, texts: Lookup) -> tuple[SourceReport, ...]:
    """Return a report on each source, in the order of the file."""
    return tuple(_report(argument_map, source, texts) for source in argument_map.sources)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, with those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _report(argument_map: ArgumentMap, source: Source, texts: Lookup) -> SourceReport:
    kept = texts(source)
    cites = tuple(
        _cited(statement.id, cite, kept.text)
        for statement in argument_map.statements
        for cite in statement.cites
        if cite.source == source.id
    )
    quoted = merged(span for cite in cites if cite.anchor for span in cite.anchor.spans)
    return SourceReport(source, kept.text, kept.fault, cites, tuple(quoted))


def _cited(statement: str, cite: Cite, text: Text | None) -> CitedPlace:
    there = anchor(text, cite) if text else None
    place = text.place(there.start) if text and there else ""
    return CitedPlace(statement, cite, there, place)


def overlaps(spans: Sequence[Span], span: Span) -> bool:
    """Whether any of some spans, in order and apart from each other, has a part of another one."""
    at = bisect_left(spans, span.end, key=lambda other: other.start) - 1
    return at >= 0 and spans[at].end > span.start
