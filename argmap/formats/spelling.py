"""The texts of a map written another way, for formats that cannot take every character."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from argmap.model.argument_map import ArgumentMap

Respell = Callable[[str], str]


def respelled(m: ArgumentMap, respell: Respell) -> ArgumentMap:
    """Give the map with every text that people write changed."""
    return replace(
        m,
        title=respell(m.title),
        summary=respell(m.summary),
        authors=_respelled_list(m.authors, respell),
        statements=tuple(_respelled_item(s, respell, _STATEMENT_TEXTS) for s in m.statements),
        relations=tuple(_respelled_item(r, respell, _RELATION_TEXTS) for r in m.relations),
        groups=tuple(_respelled_item(g, respell, ("title", "note")) for g in m.groups),
        sources=tuple(_respelled_item(s, respell, _SOURCE_TEXTS) for s in m.sources),
    )


_STATEMENT_TEXTS = ("text", "title", "note", "said_by", "tags")
_RELATION_TEXTS = ("scheme", "note", "tags")
_SOURCE_TEXTS = ("title", "author", "publisher", "date", "url", "file", "text", "note")


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
