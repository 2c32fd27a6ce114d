"""What goes into placing and what comes out of it: sizes in, places out, all of it frozen.

All lengths are in points. Places are those of the picture: x grows to the right, y downwards, and
the top left corner of the picture, margin included, is (0, 0).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TypeAlias

from argmap.frozen import frozen
from argmap.placing.arrangement import Arrangement
from argmap.placing.courses import Line, Point

Size: TypeAlias = tuple[float, float]
"""Width and height."""
Stroke: TypeAlias = tuple[str, int | None]
"""One line of a relation: its id, and the place of a premise in `Relation.premises` where the line
leads from that premise to the joint; None for the line that ends on the target."""

SIGN: Size = (8, 10)
"""How large a sign is that nobody has measured."""


@frozen
class Sizes:
    """What has been measured: cards by id; signs (with their badges) by relation; group titles.

    A relation without a size has a bare sign, a group without one shows no title.
    """

    cards: Mapping[str, Size]
    signs: Mapping[str, Size] = field(default_factory=dict)
    titles: Mapping[str, Size] = field(default_factory=dict)


@frozen
class Rect:
    """A rectangle by its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """The point in its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    @property
    def ring(self) -> tuple[Point, ...]:
        """Its edges, from the top left corner clockwise and back to it."""
        x, y, right, bottom = self.x, self.y, self.right, self.bottom
        return (x, y), (right, y), (right, bottom), (x, bottom), (x, y)


@frozen
class Course:
    """The way of one stroke, from premise to joint or target.

    Its line is relative to (x, y): a course that has only moved keeps it.
    """

    x: float
    y: float
    line: Line
    cross: bool = False
    """Whether it is a cross link: a second bearing of something that stands elsewhere."""

    @property
    def points(self) -> tuple[Point, ...]:
        """The Bézier points relative to (x, y): a start, then three for each cubic curve."""
        return self.line.points

    def corners(self) -> list[Point]:
        """Return where it turns in the picture, with its ends: no corner is rounded."""
        x, y, line = self.x, self.y, self.line
        corners = [(a, -b) for a, b in line.corners] if line.flipped else line.corners
        if line.sideways:
            return [(x + b, y + a) for a, b in corners]
        return [(x + a, y + b) for a, b in corners]

    def absolute(self) -> list[Point]:
        """Return the Bézier points in the picture."""
        return [(self.x + x, self.y + y) for x, y in self.line.points]


@frozen
class Halo:
    """One connected piece of a group: rectangles that together are its ground, and its title."""

    group: str
    rects: tuple[Rect, ...]
    title: Rect | None
    depth: int
    """How many groups lie around it."""


@frozen
class Numbered:
    """A number at both ends of a cross link that is long, so that the other end is found."""

    number: int
    start: Rect
    end: Rect


@frozen
class Placed:
    """A map with a place for everything that is drawn."""

    width: float
    height: float
    cards: Mapping[str, Rect]
    joints: Mapping[str, Point]
    """The middle of each joint, by relation."""
    courses: Mapping[Stroke, Course]
    signs: Mapping[str, Rect]
    """By relation, beside the line that ends on the target."""
    halos: tuple[Halo, ...]
    arrangement: Arrangement
    numbers: Mapping[Stroke, Numbered] = field(default_factory=dict)
    """By stroke, beside both of its ends."""
