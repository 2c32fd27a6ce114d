"""Cross links of a picture: from where to where each leads, by which way, and where its sign is.

Up to a size they are led round the cards; in larger pictures they run straight, behind the cards.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from argmap.model.argument_map import ArgumentMap
from argmap.placing.courses import Line, Point, without_repeats
from argmap.placing.cross_links.grid import Grid
from argmap.placing.cross_links.kinks import straightened
from argmap.placing.free import Free, stretches
from argmap.placing.metrics import JOINT
from argmap.placing.placed import SIGN, Course, Halo, Numbered, Rect, Size, Sizes, Stroke
from argmap.placing.turned import Turned

MOST_CARDS = 400
"""Up to so many cards, cross links are led round them."""
MOST_LINKS = 150
FIRST, FIRST_OF_ALL = 4000, 40_000
"""At how many places a search for the cheapest way looks, before it makes do with a cheap one."""
LONG = 300
"""How long a cross link is, in points, that has a number at both ends."""
LOOP = 6
"""How far a link from a card to itself goes round the card's corner."""


class Links:
    """The cross links of one picture on their way."""

    def __init__(
        self, argument_map: ArgumentMap, sizes: Sizes, turned: Turned, halos: Sequence[Halo]
    ) -> None:
        self.argument_map = argument_map
        self.sizes = sizes
        self.turned = turned
        self.small = [around(*at) for at in turned.joints.values()]
        self.numbers: Mapping[Stroke, Numbered] = {}
        self.taken = [*turned.cards.values(), *turned.signs.values(), *self.small]
        self.taken += [halo.title for halo in halos if halo.title]
        self.free = Free(self.taken, turned.size)
        self.lines = [course.absolute()[::3] for course in turned.courses.values()]
        self.heads = [
            course.absolute()[::3] for (_, part), course in turned.courses.items() if part is None
        ]
        self.grounds = [rect for halo in halos for rect in halo.rects]
        self.edges = [rect.ring for rect in self.grounds]
        for line in (*self.lines, *self.edges):
            self.free.take_line(line)

    def drawn(self, strokes: Sequence[Stroke]) -> tuple[dict[Stroke, Course], dict[str, Rect]]:
        """Return the courses of cross links, and the signs of those that have one."""
        ends = {stroke: self._ends(stroke) for stroke in strokes}
        first = min(FIRST, FIRST_OF_ALL // len(ends))
        grid = None
        if len(self.turned.cards) <= MOST_CARDS and len(strokes) <= MOST_LINKS:
            both = [end for pair in ends.values() for end in pair]
            grid = Grid(self.taken, both, self.grounds, self.turned.size)
            for line in self.lines:
                grid.note(line)
            for head in self.heads:
                grid.note_head(head)
            for edge in self.edges:
                grid.note_edge(edge)
        ways = {stroke: self._way(grid, start, end, first) for stroke, (start, end) in ends.items()}
        for way in ways.values():
            self.free.take_line(way)
        signs = {
            id_: self.free.beside(way, self.sizes.signs.get(id_, SIGN))
            for (id_, part), way in ways.items()
            if part is None
        }
        self.numbers = self._numbered(ways)
        return {stroke: _course(way) for stroke, way in ways.items()}, signs

    def _numbered(self, ways: Mapping[Stroke, Sequence[Point]]) -> dict[Stroke, Numbered]:
        """Return the numbers of the long ones, in their order, of those that have room for them."""
        found: dict[Stroke, Numbered] = {}
        lines = (*ways.values(), *self.lines, *self.edges)
        taken = Counter(rect for line in lines for rect in stretches(line))
        for stroke, way in ways.items():
            if length(way) < LONG:
                continue
            size = number_size(len(found) + 1)
            own = {rect for rect in stretches(way) if taken[rect] == 1}
            start = self.free.near_start(way, size, own)
            if start is None:
                continue
            self.free.take(start)  # or else both ends of a way that turns back might want one place
            end = self.free.near_start(way[::-1], size, own)
            if end:
                self.free.take(end)
                found[stroke] = Numbered(len(found) + 1, start, end)
        return found

    def _way(self, grid: Grid | None, start: Rect, end: Rect, first: int) -> list[Point]:
        """Return a way, of which the search looks at no more than so many places first."""
        if start == end:
            return self._loop(start)
        found = grid.way(grid.gates(start), grid.gates(end), first) if grid else None
        if not (grid and found):
            return straight(start, end)
        way = without_repeats([found[0], *straightened(found[1:-1], grid.cost), found[-1]])
        grid.note(way)
        return way

    def _loop(self, card: Rect) -> list[Point]:
        """Return a way round the corner of a card that is freest."""
        loops = [
            _corner(x, y, right, down)
            for x, right in ((card.right, 1), (card.x, -1))
            for y, down in ((card.bottom, 1), (card.y, -1))
        ]
        return next((loop for loop in loops if self._is_free(loop)), loops[0])

    def _is_free(self, loop: Sequence[Point]) -> bool:
        corner = loop[2]
        return self.free.is_free(Rect(corner[0] - 1, corner[1] - 1, 2, 2)) and all(
            self.free.is_free(Rect(x - 1, y - 1, 2, 2)) for x, y in (loop[1], loop[3])
        )

    def _ends(self, stroke: Stroke) -> tuple[Rect, Rect]:
        """Return the rectangles that a cross link starts and ends on."""
        cards, joints = self.turned.cards, self.turned.joints
        relation = self.argument_map.relation_by_id[stroke[0]]
        if stroke[1] is not None:
            return cards[relation.premises[stroke[1]]], around(*joints[relation.id])
        joint = joints.get(relation.id)
        start = around(*joint) if joint else cards[relation.premises[0]]
        return start, cards.get(relation.target) or around(*joints[relation.target])


def length(way: Sequence[Point]) -> float:
    """Return how long a way is."""
    return sum(math.dist(one, other) for one, other in pairwise(way))


def number_size(number: int) -> Size:
    """Return the size of a number at an end of a cross link."""
    return 7.0 + 5 * len(str(number)), 12.0


def _corner(x: float, y: float, right: int, down: int) -> list[Point]:
    """Return the way from one edge of a card round its corner to the other edge."""
    inset = LOOP + 10
    return [
        (x, y - inset * down),
        (x + LOOP * right, y - inset * down),
        (x + LOOP * right, y + LOOP * down),
        (x - inset * right, y + LOOP * down),
        (x - inset * right, y),
    ]


def _course(way: Sequence[Point]) -> Course:
    x, y = way[0]
    return Course(x, y, Line([(px - x, py - y) for px, py in way]), cross=True)


def around(x: float, y: float) -> Rect:
    """Return the rectangle around a joint."""
    return Rect(x - JOINT / 2, y - JOINT / 2, JOINT, JOINT)


def straight(start: Rect, end: Rect) -> list[Point]:
    """Return the straight way from the border of one rectangle to that of another."""
    a = (start.x + start.width / 2, start.y + start.height / 2)
    b = (end.x + end.width / 2, end.y + end.height / 2)
    return [_border(start, a, b), _border(end, b, a)]


def _border(rect: Rect, middle: Point, towards: Point) -> Point:
    right, down = towards[0] - middle[0], towards[1] - middle[1]
    shares = [1.0]
    if right:
        shares.append(rect.width / 2 / abs(right))
    if down:
        shares.append(rect.height / 2 / abs(down))
    return (middle[0] + right * min(shares), middle[1] + down * min(shares))
