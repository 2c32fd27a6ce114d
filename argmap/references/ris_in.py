"""References from RIS, read with rispy."""

from __future__ import annotations

from typing import Any

from argmap.errors import ArgmapError
from argmap.model.argument_map import Source
from argmap.references.dates import written
from argmap.references.extra import library

_TYPES = {
    "JOUR": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper",
    "BOOK": "book", "CHAP": "chapter", "CONF": "paper-conference", "CPAPER": "paper-conference",
    "RPRT": "report", "THES": "thesis", "ELEC": "webpage", "WEB": "webpage", "BLOG": "post-weblog",
    "CASE": "legal_case", "BILL": "bill", "STAT": "legislation", "PCOMM": "personal_communication",
    "UNPB": "manuscript",
}  # fmt: skip


def loads(text: str) -> tuple[Source, ...]:
    """Return the references; raises ArgmapError for a text that is none, or without rispy."""
    rispy = library("rispy", "RIS")
    try:
        found = rispy.loads(text.removeprefix("\ufeff"))
    except (ValueError, KeyError, IndexError, rispy.parser.ParseError) as error:
        raise ArgmapError(f"This is not well-formed RIS: {error}.", "Export it again.") from error
    return tuple(_source(entry) for entry in found)


def _source(entry: dict[str, Any]) -> Source:
    def first(*keys: str) -> str:
        values = (entry.get(key) for key in keys)
        flat = (value[0] if isinstance(value, list) and value else value for value in values)
        return next((" ".join(value.split()) for value in flat if isinstance(value, str)), "")

    authors = entry.get("authors") or entry.get("first_authors") or []
    return Source(
        first("id"),
        title=first("title", "primary_title"),
        author="; ".join(" ".join(author.strip(", ").split()) for author in authors),
        type=_TYPES.get(first("type_of_reference"), "document"),
        container=first("journal_name", "secondary_title", "alternate_title3", "alternate_title1"),
        publisher=first("publisher"),
        date=_date(first("date", "year", "publication_year")),
        doi=first("doi"),
        url=first("urls", "url"),
        note=first("notes"),
    )


def _date(said: str) -> str:
    """Return a date such as 2020/03/01/spring as far as it has numbers."""
    numbers = []
    for part in said.split("/")[:3]:
        if not part.strip().isdigit():
            break
        numbers.append(int(part))
    return written(*numbers) if numbers else said
