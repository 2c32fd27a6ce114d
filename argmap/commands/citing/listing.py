"""What a map takes from its sources, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from argmap.references import apa
from argmap.texts.anchoring import Match
from argmap.texts.lookup import Fault
from argmap.texts.quote import folded
from argmap.texts.report import CitedPlace, SourceReport
from argmap.texts.text import Text

_SHOWN = 60
_FAULTS = {
    Fault.MISSING: "its text is not there",
    Fault.OUTSIDE: "its text would lie outside of the map's folder",
    Fault.NO_TEXT: "its file is no plain text",
}


def in_words(reports: Iterable[SourceReport]) -> str:
    """Return a paragraph of lines for each source."""
    return "\n\n".join("\n".join(_lines(report)) for report in reports)


def as_data(reports: Iterable[SourceReport]) -> list[dict[str, Any]]:
    """Return the same for programs; places are counted in letters of the text."""
    return [_data(report) for report in reports]


def _lines(report: SourceReport) -> Iterator[str]:
    source, text = report.source, report.text
    yield f"{source.id}: {apa.plain(source)}"
    cites = len(report.cites)
    told = "not cited" if not cites else "1 cite" if cites == 1 else f"{cites} cites"
    if report.fault:
        told += f"; {_FAULTS[report.fault]}"
    if text:
        told += f"; {text.word_count} words, {report.coverage:.0%} of them quoted"
    yield f"  {told}"
    for cite in report.cites:
        yield f"  {_cite(cite, text)}"
    for start, end in report.uncited if text else ():
        assert text, "or nothing would be uncited"
        yield f"  uncited, {text.place(start)}: {_beginning(text.text[start:end])}"


def _cite(cited: CitedPlace, text: Text | None) -> str:
    quote = f" “{_beginning(cited.cite.quote)}”" if cited.cite.quote else ""
    at = cited.place or cited.cite.at
    parts = [cited.statement, at, _found(cited, text)]
    return f"{', '.join(filter(None, parts))}:{quote}" if quote else ", ".join(filter(None, parts))


def _found(cited: CitedPlace, text: Text | None) -> str:
    if text is None or not folded(cited.cite.quote):
        return ""
    if cited.anchor is None:
        return "not found"
    if cited.anchor.match is Match.SIMILAR:
        return f"differs by {cited.anchor.distance} edits"
    return ""


def _beginning(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]} …"


def _data(report: SourceReport) -> dict[str, Any]:
    source, text = report.source, report.text
    return {
        "id": source.id,
        "reference": apa.plain(source),
        "file": source.file,
        "fault": report.fault,
        "words": text.word_count if text else None,
        "coverage": round(report.coverage, 4) if text else None,
        "cites": [_cite_data(cited, text) for cited in report.cites],
        "uncited": [
            {"place": text.place(start), "start": start, "end": end}
            for start, end in (report.uncited if text else ())
            if text
        ],
    }


def _cite_data(cited: CitedPlace, text: Text | None) -> dict[str, Any]:
    there = cited.anchor
    return {
        "statement": cited.statement,
        "quote": cited.cite.quote,
        "at": cited.cite.at,
        "found": there.match if there else None,
        "checked": text is not None and bool(folded(cited.cite.quote)),
        "distance": there.distance if there else None,
        "other_places": there.rivals if there else None,
        "place": cited.place,
        "spans": [list(span) for span in there.spans] if there else [],
    }
