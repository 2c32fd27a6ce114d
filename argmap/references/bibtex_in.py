"""References from BibTeX, read with bibtexparser; a broken entry does not stop the rest."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import Any

from argmap.errors import ArgmapError, Place
from argmap.model.argument_map import Source
from argmap.references.bibtex_out import ENTRY_TYPES
from argmap.references.dates import written
from argmap.references.extra import library
from argmap.references.names import Name, joined

_TYPES = {
    **{entry: kind for kind, entry in reversed(ENTRY_TYPES.items())},
    "article": "article-journal",
    "inbook": "chapter",
    "conference": "paper-conference",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "online": "webpage",
    "electronic": "webpage",
    "report": "report",
    "proceedings": "book",
}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_COMMAND = re.compile(r"\\(?:url|href|textit|textbf|emph|textsc|enquote)\s*\{")
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def loads(text: str) -> tuple[tuple[Source, ...], tuple[ArgmapError, ...]]:
    """Return the entries, and an error for each that could not be read.

    Raises ArgmapError where bibtexparser is missing.
    """
    parser = library("bibtexparser", "BibTeX")
    decode = library("pylatexenc.latex2text", "BibTeX").LatexNodes2Text().latex_to_text
    logs = [logging.getLogger(f"bibtexparser.{name}") for name in ("entrypoint", "splitter")]
    for log in logs:
        log.addFilter(_silence)
    try:
        found = parser.parse_string(text)
    finally:
        for log in logs:
            log.removeFilter(_silence)
    broken = tuple(
        ArgmapError(
            "An entry could not be read.",
            "Correct it, and add it again.",
            Place("", block.start_line + 1),
        )
        for block in found.failed_blocks
    )
    return tuple(_source(entry, decode) for entry in found.entries), broken


def _silence(_: logging.LogRecord) -> bool:
    """Keep the library from telling in the log what is told as sentences."""
    return False


def _source(entry: Any, decode: Callable[[str], str]) -> Source:
    raw = {field.key.lower(): str(field.value) for field in entry.fields}
    fields = {key: _plain(value, decode) for key, value in raw.items()}

    def first(*keys: str) -> str:
        return next((fields[key] for key in keys if fields.get(key)), "")

    kind = entry.entry_type.lower()
    return Source(
        entry.key,
        title=": ".join(filter(None, (first("title"), first("subtitle")))),
        author=_authors(raw.get("author") or raw.get("editor", ""), decode),
        type=_TYPES.get(kind, "webpage" if first("url") else "document"),
        container=first("journal", "journaltitle", "booktitle"),
        publisher=first("publisher", "institution", "school", "organization"),
        date=_date(first("date"), first("year"), first("month"), first("day")),
        doi=first("doi"),
        url=first("url", "howpublished") if "://" in first("url", "howpublished") else "",
        note=first("note"),
    )


def _authors(raw: str, decode: Callable[[str], str]) -> str:
    """Return authors as a map has them; what is in braces is no person."""
    found = []
    for part in re.split(r"\s+and\s+(?![^{]*\})", " ".join(raw.split())):
        name = _plain(part, decode)
        if part.startswith("{") and part.endswith("}") and part.count("{") == 1:
            found.append(Name(name))
        elif "," in name:
            family, *rest = (piece.strip() for piece in name.split(","))
            found.append(Name(family, " ".join(reversed(rest))))
        elif name:
            given, _, family = name.rpartition(" ")
            found.append(Name(family, given))
    return joined(tuple(found))


def _date(date: str, year: str, month: str, day: str) -> str:
    if found := _DATE.match(date):
        return written(*(int(part) for part in found.groups() if part))
    if not year.isdigit():
        return year
    number = _MONTHS.index(month[:3].lower()) + 1 if month[:3].lower() in _MONTHS else 0
    number = int(month) if month.isdigit() and 0 < int(month) < 13 else number
    numbers = [int(year), *([number] if number else [])]
    return written(*numbers, *([int(day)] if number and day.isdigit() else []))


def _plain(text: str, decode: Callable[[str], str]) -> str:
    """Return a text without what is LaTeX in it; an address is in letters of its own."""
    words = _COMMAND.sub("{", text)
    return " ".join((words.strip("{}") if "://" in words else decode(words)).split())
