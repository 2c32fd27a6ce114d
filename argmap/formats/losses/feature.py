"""A row of the table of features, and how to make the rows that are much alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields as fields_of
from dataclasses import replace
from itertools import chain
from typing import Any

from argmap.formats.losses.source_features import with_cites
from argmap.formats.losses.text_features import TEXTS, TextChange, with_changed_texts
from argmap.frozen import frozen
from argmap.model.argument_map import (
    FIELDS,
    SECTIONS,
    ArgumentMap,
    Cite,
    Group,
    Relation,
    Statement,
    Style,
)
from argmap.model.edits.edit import with_section


@frozen
class Feature:
    """Something a map may have: its name for people, who has it, and the map without it.

    A format that lacks what a feature is `part_of` lacks the feature as well.
    """

    key: str
    what: str
    ids: Callable[[ArgumentMap], tuple[str, ...]]
    without: Callable[[ArgumentMap], ArgumentMap]
    part_of: str = ""


def map_field(name: str, what: str) -> Feature:
    """Return the feature of a field of the map itself, such as its title."""
    empty: Any = Style() if name == "style" else () if name == "authors" else ""
    changes: dict[str, Any] = {name: empty}
    return Feature(
        name,
        what,
        lambda m: (name,) if getattr(m, name) != empty else (),
        lambda m: replace(m, **changes),
    )


_KINDS: dict[str, type[Statement | Relation | Group]] = {
    "statements": Statement,
    "relations": Relation,
    "groups": Group,
}


def item_field(section: str, name: str, what: str, part_of: str = "") -> Feature:
    """Return the feature `statement.note` and its like; without it an item has the default."""
    default = next(f.default for f in fields_of(_KINDS[section]) if f.name == name)
    changes: dict[str, Any] = {name: default}

    def without(m: ArgumentMap) -> ArgumentMap:
        items = tuple(
            item if getattr(item, name) == default else replace(item, **changes)
            for item in getattr(m, section)
        )
        return with_section(m, section, items)

    return Feature(
        f"{section.removesuffix('s')}.{name}",
        what,
        lambda m: tuple(i.id for i in getattr(m, section) if getattr(i, name) != default),
        without,
        part_of,
    )


def section_feature(name: str, what: str, without: Callable[[ArgumentMap], ArgumentMap]) -> Feature:
    """Return the feature of a whole section, such as the viewpoints."""
    return Feature(name, what, lambda m: tuple(item.id for item in getattr(m, name)), without)


def text_feature(
    key: str, what: str, change: TextChange, fields: Mapping[str, tuple[str, ...]] = TEXTS
) -> Feature:
    """Return a feature of how texts are written, such as line breaks in them."""

    def ids(m: ArgumentMap) -> tuple[str, ...]:
        new = with_changed_texts(m, change, fields)
        if new == m:
            return ()
        pairs = (zip(getattr(m, s), getattr(new, s), strict=True) for s in SECTIONS)
        return (
            *(name for name in FIELDS if getattr(m, name) != getattr(new, name)),
            *(old.id for old, item in chain.from_iterable(pairs) if old != item),
        )

    return Feature(key, what, ids, lambda m: with_changed_texts(m, change, fields))


def cite_feature(key: str, what: str, change: Callable[[Cite], Cite]) -> Feature:
    """Return a feature of single pointers into sources, such as their quotes."""
    return Feature(
        key,
        what,
        lambda m: tuple(s.id for s in m.statements if any(change(c) != c for c in s.cites)),
        lambda m: with_cites(m, change),
        part_of="sources",
    )
