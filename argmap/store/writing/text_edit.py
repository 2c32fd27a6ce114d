"""A change of a file's text, which knows how to take itself back."""

from __future__ import annotations

from argmap.frozen import frozen
from argmap.store.writing.chunks import Chunk


@frozen
class Splice:
    """Some chunks in a row, from an index on, and those that take their place."""

    at: int
    removed: tuple[Chunk, ...]
    inserted: tuple[Chunk, ...]


@frozen
class TextEdit:
    """Splices, made one after the other."""

    splices: tuple[Splice, ...]

    def inverse(self) -> TextEdit:
        """Return the edit that takes this one back."""
        return TextEdit(tuple(Splice(s.at, s.inserted, s.removed) for s in reversed(self.splices)))
