"""What differs between the picture that is shown and the one that comes, found beside the window.

A picture of ten thousand cards takes as long to compare as a window may wait, and an edit changes
a handful of them. What did not change is the very same thing in both pictures (see `composed`).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from argmap.drawing.picture import Arrow, Picture, Piece
from argmap.frozen import frozen


@frozen
class Changes:
    """The ids of what came, went, or is another drawing or elsewhere, from picture to picture."""

    before: Picture
    after: Picture
    gone: tuple[str, ...]
    other: tuple[str, ...]
    """Of cards and arrows of the picture that comes, those that are not the same as before."""


def changes(before: Picture, after: Picture) -> Changes:
    """Return what differs between two pictures."""
    pairs = (before.card_by_id, after.card_by_id), (before.arrow_by_id, after.arrow_by_id)
    return Changes(
        before,
        after,
        tuple(id_ for old, new in pairs for id_ in old if id_ not in new),
        tuple(chain.from_iterable(_other(old, new) for old, new in pairs)),
    )


def _other(
    old: Mapping[str, Piece] | Mapping[str, Arrow], new: Mapping[str, Piece] | Mapping[str, Arrow]
) -> list[str]:
    return [id_ for id_, thing in new.items() if old.get(id_) is not thing]
