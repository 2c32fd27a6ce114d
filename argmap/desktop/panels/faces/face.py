"""What a face of the inspector is made of."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.desktop.panels.fields.field import Field, Link
from argmap.desktop.panels.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Face:
    """The rows and lists of one sort of item."""

    name: str
    rows: tuple[Field | Link, ...]
    shelves: tuple[Shelf, ...] = ()
