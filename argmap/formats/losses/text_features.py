"""The texts of a map written another way, for formats that cannot take every character."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from argmap.formats.syntax.xml_text import ILLEGAL
from argmap.model.argument_map import ArgumentMap

TextChange = Callable[[str], str]


TEXTS: dict[str, tuple[str, ...]] = {
    "statements": ("text", "title", "note", "said_by", "tags"),
    "relations": ("scheme", "note", "tags"),
    "groups": ("title", "note"),
    "sources": (
        *("title", "author", "type", "container", "publisher", "date", "doi", "url", "file"),
        *("original", "sha256", "text", "note"),
    ),
}
"""Every text that people write, by section."""

LINES: dict[str, tuple[str, ...]] = {"statements": ("text",), "groups": ("title",)}
"""The texts that formats of one line each have as lines."""


def without_controls(text: str) -> str:
    """Return a text without what no XML may hold, and without byte order marks."""
    return ILLEGAL.sub("", text).replace("\ufeff", "")


def with_changed_texts(
    m: ArgumentMap, change: TextChange, fields: Mapping[str, tuple[str, ...]]
) -> ArgumentMap:
    """Return the map with these texts, its title, its summary and its authors changed."""
    sections: dict[str, Any] = {
        name: tuple(_changed_item(item, change, names) for item in getattr(m, name))
        for name, names in fields.items()
    }
    authors = _changed_list(m.authors, change)
    title, summary = change(m.title), change(m.summary)
    return replace(m, title=title, summary=summary, authors=authors, **sections)


def _changed_item(item: Any, change: TextChange, names: tuple[str, ...]) -> Any:
    changes = {}
    for name in names:
        old = getattr(item, name)
        new = _changed_list(old, change) if isinstance(old, tuple) else change(old)
        if new != old:
            changes[name] = new
    return replace(item, **changes) if changes else item


def _changed_list(old: tuple[str, ...], change: TextChange) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new for text in old if (new := change(text)).strip()))
