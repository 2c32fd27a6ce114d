"""What differs between the picture that is shown and the one that comes, found beside the window.

A picture of ten thousand cards takes as long to compare as a window may wait, and an edit changes
a handful of them. What did not change is the very same thing in both pictures (see `composed`).
Where much differs, as when all branches are opened, it is brought into the order in which it will
be seen to: what is near to what is looked at comes last, from where it is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from argmap.drawing.picture import Arrow, Picture, Piece, Point
from argmap.frozen import frozen

SLICE = 150
"""How many items are made, moved or taken away at once: a few milliseconds."""


@frozen
class Changes:
    """What came, went, or is another drawing or elsewhere, from picture to picture."""

    before: Picture
    after: Picture
    gone: tuple[str, ...]
    """Ids of what went, the furthest first."""
    other: Mapping[str, Piece | Arrow]
    """What is not the same as before in the picture that comes, the furthest first."""
    seen: Point
    """From where in the picture before it is far."""


def changes(before: Picture, after: Picture, seen: Point = (0.0, 0.0)) -> Changes:
    """Return what differs between two pictures, of which one point is looked at."""
    pairs = (before.card_by_id, after.card_by_id), (before.arrow_by_id, after.arrow_by_id)
    gone = {i: thing for old, new in pairs for i, thing in old.items() if i not in new}
    other = dict(chain.from_iterable(_other(old, new) for old, new in pairs))
    if len(gone) > SLICE:
        gone = furthest_first(gone, distances(gone.values(), *seen))
    if len(other) > SLICE:
        far = distances(other.values(), *_followed(seen, before, after))
        for at, id_ in enumerate(other):
            was = before.card_by_id.get(id_) or before.arrow_by_id.get(id_)
            if was:
                far[at] = min(far[at], *distances([was], *seen))
        other = furthest_first(other, far)
    return Changes(before, after, tuple(gone), other, seen)


def distances(things: Iterable[Piece | Arrow], x: float, y: float) -> list[float]:
    """Return how far from a point cards and arrows are, roughly."""
    places = [thing if isinstance(thing, Piece) else thing.edges[-1] for thing in things]
    return [abs(at.x - x) + abs(at.y - y) for at in places]


def _other(
    old: Mapping[str, Piece] | Mapping[str, Arrow], new: Mapping[str, Piece] | Mapping[str, Arrow]
) -> list[tuple[str, Piece | Arrow]]:
    return [(id_, thing) for id_, thing in new.items() if old.get(id_) is not thing]


def furthest_first(
    things: Mapping[str, Piece | Arrow], far: list[float]
) -> dict[str, Piece | Arrow]:
    """Return things in another order, given how far each of them is."""
    found = list(things.items())
    return dict(found[at] for at in sorted(range(len(far)), key=far.__getitem__, reverse=True))


def _followed(point: Point, before: Picture, after: Picture) -> Point:
    """Return where a point of one picture is in the next: it stays with the card that is there."""
    far = distances(before.cards, *point)
    at = min(range(len(far)), key=far.__getitem__, default=None)
    was = before.cards[at] if at is not None else None
    now = after.card_by_id.get(was.id) if was else None
    return (point[0] + now.x - was.x, point[1] + now.y - was.y) if was and now else point
