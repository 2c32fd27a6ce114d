"""What a page of the inspector shows."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.desktop.inspector.entry_list import EntryList
from argmap.desktop.inspector.fields.field import Field, Link
from argmap.frozen import frozen
from argmap.model.argument_map import Group, Source, Viewpoint
from argmap.store.schema.keys import Level


@frozen
class Contents:
    """The rows and lists of one sort of item; `level` is where its keys stand in the file."""

    name: str
    level: Level
    rows: tuple[Field | Link, ...]
    lists: tuple[EntryList, ...] = ()


def named(items: Iterable[Group | Source | Viewpoint]) -> tuple[tuple[str, str], ...]:
    """Return items to choose from: their ids, and what people call them."""
    return tuple((item.id, item.name) for item in items)
