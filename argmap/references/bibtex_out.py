"""Sources as entries of BibTeX, for LaTeX and for reference managers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.model.argument_map import Source
from argmap.references.dates import parts, year
from argmap.references.latex_text import escaped
from argmap.references.names import Name, names

ENTRY_TYPES = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
    "manuscript": "unpublished",
    "pamphlet": "booklet",
}
"""The type of entry for each type of CSL that has one; all others are `misc`."""

_CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_PUBLISHERS = {"techreport": "institution", "phdthesis": "school"}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def dumps(sources: Iterable[Source]) -> str:
    """Return sources as a BibTeX file."""
    return "\n\n".join(map(_entry, sources))


def _entry(source: Source) -> str:
    kind = ENTRY_TYPES.get(source.type, "misc")
    lines = [f"  {field} = {value}," for field, value in _fields(source, kind)]
    return "\n".join([f"@{kind}{{{source.id},", *lines, "}"])


def _fields(source: Source, kind: str) -> Iterator[tuple[str, str]]:
    date = parts(source.date)
    texts = {
        "title": f"{{{escaped(source.title)}}}" if source.title else "",  # capitals stay
        "author": " and ".join(_author(name) for name in names(source.author)),
        _CONTAINERS.get(kind, "howpublished"): escaped(source.container),
        _PUBLISHERS.get(kind, "publisher"): escaped(source.publisher),
        "year": escaped(year(source.date) or source.date),
        "doi": source.doi,
        "url": source.url,
        "note": escaped(source.note),
    }
    for field, text in texts.items():
        if text:
            yield field, f"{{{text}}}"
        if field == "year" and len(date) > 1:
            yield "month", _MONTHS[date[1] - 1]
        if field == "year" and len(date) > 2:
            yield "day", f"{{{date[2]}}}"


def _author(name: Name) -> str:
    """Return an author; one that is no person is in braces, which BibTeX leaves alone."""
    if name.given:
        return f"{escaped(name.family)}, {escaped(name.given)}"
    return f"{{{escaped(name.family)}}}"
