"""Sources as CSL-JSON, the form in which reference managers and citation processors exchange them.

https://docs.citationstyles.org/en/stable/specification.html (types and names of variables).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from argmap.errors import ArgmapError
from argmap.model.argument_map import Source
from argmap.references.dates import parts, written
from argmap.references.names import Name, joined, names

_PLAIN = {
    "title": "title",
    "container": "container-title",
    "publisher": "publisher",
    "doi": "DOI",
    "url": "URL",
    "note": "note",
}
"""The variable of CSL for each key of ours that is a mere text."""


def item(source: Source) -> dict[str, object]:
    """Return a source as an item of CSL."""
    usual = "webpage" if source.url else "document"
    found: dict[str, object] = {"id": source.id, "type": source.type or usual}
    if authors := names(source.author):
        found["author"] = [_author(name) for name in authors]
    if date := parts(source.date):
        found["issued"] = {"date-parts": [list(date)]}
    elif source.date:
        found["issued"] = {"literal": source.date}
    for key, variable in _PLAIN.items():
        if text := getattr(source, key):
            found[variable] = text
    return found


def dumps(sources: Iterable[Source]) -> str:
    """Return sources as a list in CSL-JSON."""
    return json.dumps([item(source) for source in sources], ensure_ascii=False, indent=2)


def loads(text: str) -> tuple[Source, ...]:
    """Return the items of CSL-JSON; raises ArgmapError for what is none."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ArgmapError(f"This is not well-formed JSON: {error}.", _HINT) from error
    items = found if isinstance(found, list) else [found]
    if not all(isinstance(each, dict) for each in items):
        raise ArgmapError("This is not CSL-JSON: a list of items was expected.", _HINT)
    return tuple(_source(each) for each in items)


_HINT = "Export the references again as CSL-JSON."


def _author(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}


def _source(each: dict[str, Any]) -> Source:
    texts = {key: _text(each.get(variable)) for key, variable in _PLAIN.items()}
    people = each.get("author")
    authors = [_name(n) for n in people if isinstance(n, dict)] if isinstance(people, list) else []
    return Source(
        _text(each.get("id")),
        author=joined(tuple(name for name in authors if name.family)),
        type=_text(each.get("type")),
        date=_date(each.get("issued")),
        title=texts["title"],
        container=texts["container"],
        publisher=texts["publisher"],
        doi=texts["doi"],
        url=texts["url"],
        note=texts["note"],
    )


def _name(name: dict[str, Any]) -> Name:
    family = f"{_text(name.get('non-dropping-particle'))} {_text(name.get('family'))}".strip()
    return Name(family, _text(name.get("given"))) if family else Name(_text(name.get("literal")))


def _date(issued: object) -> str:
    if not isinstance(issued, dict):
        return ""
    found = issued.get("date-parts")
    if isinstance(found, list) and found and isinstance(found[0], list):
        numbers = [int(part) for part in found[0] if str(part).isdigit()]
        return written(*numbers[:3]) if numbers else ""
    return _text(issued.get("literal") or issued.get("raw"))


def _text(value: object) -> str:
    return str(value).strip() if isinstance(value, str | int) else ""
