"""What a page of the inspector shows."""

from __future__ import annotations

from argmap.desktop.inspector.entry_list import EntryList
from argmap.desktop.inspector.fields.field import Field, Link
from argmap.frozen import frozen
from argmap.store.schema.keys import Level


@frozen
class Contents:
    """The rows and lists of one sort of item; `level` is where its keys stand in the file."""

    name: str
    level: Level
    rows: tuple[Field | Link, ...]
    lists: tuple[EntryList, ...] = ()
