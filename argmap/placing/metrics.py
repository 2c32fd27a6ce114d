"""Distances between things, in points. They are the look of a map as much as its colours are.

The conclusion stands at the top in all of this; the other directions turn the picture at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from argmap.frozen import frozen
from argmap.model.kinds import Direction

MARGIN = 18
"""Around the whole picture, if no halo there reaches further."""
RADIUS = 6
"""Of the corners of arrows."""
CORNER = 12
"""How far arrows keep from the corners of a card."""
JOINT = 8
"""The width of a joint."""
HALO = 6
"""How far a halo reaches beyond its cards."""
NESTED = 5
"""How much further the halo of a group around a group reaches."""
TITLE = 13
"""Room for a group's title."""
UNTITLED = 5
"""Room where a halo begins without a title."""
RUN = 6
"""Between lines of different looks that come to one joint from the same side."""
LANE_TO_SIGN, OFF_EDGE = 4.5, 1.5
"""From a lane to the sign beside it, and from that to the halo of its card."""
LINES = 5
"""How close lines of different relations may come to each other."""


@frozen
class Metrics:
    """The distances that depend on the direction and on how deep groups lie in each other."""

    flipped: bool = False
    """Whether the picture is turned upside down in the end, so that what stands below each other
    has to be placed in the opposite order."""
    sideways: bool = False
    """Whether x and y are exchanged in the end."""
    gap: float = 16
    """Between neighbours."""
    linked: float = 8
    """Between linked premises."""
    beside: float = 16
    """Before what bears on a relation and stands beside its premises."""
    stack: float = 12
    """Between the items of a stack."""
    branch: float = 4
    """More of it after an item with something below."""
    indent: float = 20
    """From the innermost lane of a stack to its cards."""
    lane: float = 10
    """Between the lanes of a stack."""
    first: float = 12
    """From a card's left edge to the outermost lane of the stack that hangs from it."""
    head: float = 13
    """Under a card, for the heads of arrows, before the first line across."""
    level: float = 7
    """Between lines across."""
    foot: float = 3
    """Between the last line across and what it leads to."""
    bar: float = 8
    """From linked premises up to the line that ties them."""
    drop: float = 11
    """From that line up to the joint."""
    clear: float = 6
    """How far above and below itself a thing keeps others from standing beside it."""
    between: float = 24
    """Between trees."""
    loose: float = 24
    """Between cards that are tied to nothing, at least."""
    reach: float = HALO
    """How far the outermost halo around a card reaches beyond it."""
    margin: float = MARGIN
    """Around the whole picture: no halo leaves it."""
    nesting: int = 1
    """How deep groups lie in each other (1: they are not nested)."""

    turned: bool = False
    """Whether they are those of what stands crosswise in its picture."""

    @property
    def upside_down(self) -> bool:
        """Whether what stands below something in the end was placed above it."""
        return self.flipped and not self.sideways

    @property
    def crosswise(self) -> Metrics:
        """The distances of what stands crosswise among what has these."""
        return _metrics(
            self.nesting,
            sideways=not self.sideways,
            flipped=self.flipped,
            turned=not self.turned,
        )


def metrics(direction: Direction, nesting: int) -> Metrics:
    """Return the distances for a direction and for groups nested that deep."""
    return _metrics(
        nesting,
        sideways=direction in {Direction.LEFT, Direction.RIGHT},
        flipped=direction in {Direction.BOTTOM, Direction.RIGHT},
        turned=False,
    )


@cache
def _metrics(nesting: int, *, sideways: bool, flipped: bool, turned: bool) -> Metrics:
    made = Metrics(flipped, sideways, turned=turned, nesting=nesting)
    if sideways:
        made = replace(made, gap=12, stack=16)
    more = NESTED * max(0, nesting - 1)
    return replace(
        made,
        gap=made.gap + 2 * more,
        beside=max(made.beside, made.reach + more),
        stack=made.stack + 2 * more,
        head=made.head + more,
        foot=made.foot + more,
        clear=made.clear + more / 2,
        between=made.between + 2 * more,
        indent=made.indent + more,
        reach=made.reach + more,
        margin=max(MARGIN, made.reach + more + 1),
    )


def runs(looks: Sequence[str]) -> int:
    """Return how many runs of equal looks there are: as many lanes does a stack need."""
    count, last = 0, ""
    for look in looks:
        if look != last:
            count += 1
            last = look
    return count


def inset(looks: Sequence[str], sign: float, distances: Metrics) -> float:
    """Return how far right of the outermost lane the units of a stack stand."""
    room = sign + 9
    if distances.nesting:
        room = max(room, sign + LANE_TO_SIGN + distances.reach + OFF_EDGE)
    return (runs(looks) - 1) * distances.lane + max(distances.indent, room)
