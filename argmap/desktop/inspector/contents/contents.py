"""What a page of the inspector shows."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.desktop.inspector.entry_list import EntryList
from argmap.desktop.inspector.fields.field import Field, Link
from argmap.store.schema.keys import Level


@dataclass(frozen=True, slots=True)
class Contents:
    """The rows and lists of one sort of item; `level` is where its keys stand in the file."""

    name: str
    level: Level
    rows: tuple[Field | Link, ...]
    lists: tuple[EntryList, ...] = ()
