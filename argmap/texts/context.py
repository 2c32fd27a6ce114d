"""The words around a quote: those of the cite, else those of the text where it stands."""

from __future__ import annotations

from dataclasses import replace

from argmap.model.argument_map import ArgumentMap, Cite, Source, Statement
from argmap.texts.anchoring import anchor
from argmap.texts.lookup import Lookup

_LETTERS = 90
"""So many letters of a text are shown before and behind a quote."""


def around(source: Source, cite: Cite, lookup: Lookup) -> tuple[str, str]:
    """Return the words before and behind a quote; empty where nobody knows them."""
    if cite.prefix or cite.suffix:
        return cite.prefix, cite.suffix
    kept = lookup(source).text if cite.quote else None
    there = anchor(kept, cite) if kept else None
    if kept is None or there is None:
        return "", ""
    before = kept.text[max(there.start - _LETTERS, 0) : there.start]
    after = kept.text[there.end : there.end + _LETTERS]
    if there.start > _LETTERS:
        before = f"… {before.partition(' ')[2]}"
    if there.end + _LETTERS < len(kept.text):
        after = f"{after.rpartition(' ')[0]} …"
    return _on_one_line(before), _on_one_line(after)


def with_context(argument_map: ArgumentMap, lookup: Lookup) -> ArgumentMap:
    """Return the map with the words around each quote that a text has, for who has no texts."""
    sources = argument_map.source_by_id

    def known(cite: Cite) -> Cite:
        source = sources.get(cite.source)
        if source is None:
            return cite
        prefix, suffix = around(source, cite, lookup)
        return replace(cite, prefix=prefix, suffix=suffix)

    def shown(statement: Statement) -> Statement:
        return replace(statement, cites=tuple(map(known, statement.cites)))

    statements = (shown(s) if s.cites else s for s in argument_map.statements)
    return replace(argument_map, statements=tuple(statements))


def _on_one_line(words: str) -> str:
    """Return words with single blanks between them, and where there were some around them."""
    line = " ".join(f"|{words}|".split())
    return line[1:-1]
