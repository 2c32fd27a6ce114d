"""What a face of the inspector is made of."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.desktop.inspector.fields.field import Field, Link
from argmap.desktop.inspector.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Face:
    """The rows and lists of one sort of item."""

    name: str
    rows: tuple[Field | Link, ...]
    shelves: tuple[Shelf, ...] = ()
