"""Sources as footnotes have them: an address or a title, and the quoted words, no more."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from argmap.formats.losses.text_features import without_controls
from argmap.model.argument_map import ArgumentMap, Cite, Source

_WEB = re.compile(r"https?://", re.IGNORECASE)


def source_from_line(words: str) -> dict[str, Any]:
    """Return what one line says of a source: that it is a web address, or else its title."""
    return {"url": words} if _WEB.match(words) else {"title": words}


def line_for_source(source: Source) -> str:
    """Return one line for a source: its address, else its title, what stands for one, its id."""
    url, title = (" ".join(without_controls(t).split()) for t in (source.url, source.title))
    return url if _WEB.match(url) else title or url or source.id


def uncited(m: ArgumentMap) -> ArgumentMap:
    """Return the map without sources and the pointers into them."""
    return replace(m, sources=(), statements=tuple(replace(s, cites=()) for s in m.statements))


def source_ids(m: ArgumentMap) -> tuple[str, ...]:
    """Return sources, and statements that cite any."""
    return (*(s.id for s in m.sources), *(s.id for s in m.statements if s.cites))


def source_fields(m: ArgumentMap) -> tuple[str, ...]:
    """Return the sources that are more than a title."""
    return tuple(s.id for s in m.sources if s != Source(s.id, s.title))


def with_titles_of_sources(m: ArgumentMap) -> ArgumentMap:
    """Return the map with nothing of sources but their titles."""
    return replace(m, sources=tuple(Source(s.id, s.title) for s in m.sources))


def source_texts(m: ArgumentMap) -> tuple[str, ...]:
    """Return the sources of which more is known than a list of references says."""
    kept = zip(m.sources, as_references(m).sources, strict=True)
    return tuple(source.id for source, reference in kept if source != reference)


def as_references(m: ArgumentMap) -> ArgumentMap:
    """Return the map with what a list of references says of sources."""
    return replace(m, sources=tuple(replace(s, **_NO_REFERENCE) for s in m.sources))


_NO_REFERENCE: dict[str, Any] = {
    **dict.fromkeys(("type", "file", "original", "sha256", "text", "note"), ""),
    "extra": (),
}


def source_details(m: ArgumentMap) -> tuple[str, ...]:
    """Return the sources that are more than one line, and who cites what is not there."""
    kept = set(with_plain_sources(m).sources)
    loose = (s.id for s in m.statements if any(c.source not in m.source_by_id for c in s.cites))
    return (*(source.id for source in m.sources if source not in kept), *loose)


def idle_sources(m: ArgumentMap) -> tuple[str, ...]:
    """Return the sources that nothing cites."""
    cited = {cite.source for statement in m.statements for cite in statement.cites}
    return tuple(source.id for source in m.sources if source.id not in cited)


def without_idle_sources(m: ArgumentMap) -> ArgumentMap:
    """Return the map without the sources that nothing cites."""
    idle = set(idle_sources(m))
    return replace(m, sources=tuple(source for source in m.sources if source.id not in idle))


def with_plain_sources(m: ArgumentMap) -> ArgumentMap:
    """Return the map with one line of each cited source, and one source for equal lines."""
    first: dict[str, str] = {}
    for source in without_idle_sources(m).sources:
        first.setdefault(line_for_source(source), source.id)
    new_id = {id_: first.get(line_for_source(source), "") for id_, source in m.source_by_id.items()}
    sources = tuple(Source(id_, **source_from_line(line)) for line, id_ in first.items())
    return with_cites(
        replace(m, sources=sources),
        lambda c: replace(c, source=new_id[c.source]) if c.source in new_id else None,
    )


def without_quote(cite: Cite) -> Cite:
    """Return a pointer without the words of the source."""
    return replace(cite, quote="", prefix="", suffix="")


def without_place(cite: Cite) -> Cite:
    """Return a pointer with nothing but the source and the quote."""
    return replace(cite, at="", prefix="", suffix="")


def with_trimmed_quote(cite: Cite) -> Cite:
    """Return a pointer without the blanks around the quote and around its lines."""
    lines = (line.strip() for line in cite.quote.split("\n"))
    return replace(cite, quote="\n".join(lines).strip())


def with_cites(m: ArgumentMap, change: Callable[[Cite], Cite | None]) -> ArgumentMap:
    """Return the map with every pointer into a source changed; None takes it away."""
    statements = (
        replace(s, cites=tuple(c for c in map(change, s.cites) if c)) if s.cites else s
        for s in m.statements
    )
    return replace(m, statements=tuple(statements))
