"""The texts of a map written another way, for formats that cannot take every character."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from argmap.formats.xml_text import ILLEGAL
from argmap.model.argument_map import ArgumentMap

Respell = Callable[[str], str]


ITEMS: dict[str, tuple[str, ...]] = {
    "statements": ("text", "title", "note", "said_by", "tags"),
    "relations": ("scheme", "note", "tags"),
    "groups": ("title", "note"),
    "sources": ("title", "author", "publisher", "date", "url", "file", "text", "note"),
}
"""Every text that people write, by section."""

LINES: dict[str, tuple[str, ...]] = {"statements": ("text",), "groups": ("title",)}
"""The texts that formats of one line each have as lines."""


def without_controls(text: str) -> str:
    """Take away what no XML may hold, and byte order marks."""
    return ILLEGAL.sub("", text).replace("\ufeff", "")


def respelled(
    m: ArgumentMap, respell: Respell, fields: Mapping[str, tuple[str, ...]]
) -> ArgumentMap:
    """Return the map with these texts, its title, its summary and its authors changed."""
    sections: dict[str, Any] = {
        name: tuple(_respelled_item(item, respell, names) for item in getattr(m, name))
        for name, names in fields.items()
    }
    authors = _respelled_list(m.authors, respell)
    title, summary = respell(m.title), respell(m.summary)
    return replace(m, title=title, summary=summary, authors=authors, **sections)


def _respelled_item(item: Any, respell: Respell, names: tuple[str, ...]) -> Any:
    changes = {}
    for name in names:
        old = getattr(item, name)
        new = _respelled_list(old, respell) if isinstance(old, tuple) else respell(old)
        if new != old:
            changes[name] = new
    return replace(item, **changes) if changes else item


def _respelled_list(old: tuple[str, ...], respell: Respell) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new for text in old if (new := respell(text)).strip()))
