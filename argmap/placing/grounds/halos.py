"""Halos: a tinted ground under each piece of a group, with its title.

Title _____________          Linked cards and their joint share one rectangle; other cards of
|  ____      ____   |         the piece have one each. Where the piece begins, its title stands
| |____|    |____|  |         over the card, in the room that the card was given for that.
|___________________|
"""

from __future__ import annotations

from collections.abc import Mapping

from argmap.placing.arrangement import Form
from argmap.placing.grounds.bridges import Bridge, Gaps
from argmap.placing.metrics import HALO, JOINT, NESTED
from argmap.placing.pieces import Pieces
from argmap.placing.placed import Halo, Rect, Size
from argmap.placing.tree import Forest
from argmap.placing.turned import Turned

AROUND_JOINT = JOINT / 2 + 3
MOST_CARDS = 600
"""Up to so many cards, pieces of a group are joined where nothing is between them."""
EDGE = 1
"""How much of the cards in a column is enclosed with their joint."""


class Halos:
    """The halos of a picture, once its cards, joints and titles stand."""

    def __init__(self, pieces: Pieces, turned: Turned, wanted: Mapping[str, Size]) -> None:
        self.pieces = pieces
        self.turned = turned
        self.wanted = wanted
        """The sizes that titles have in full, by group."""
        self.rects: list[list[Rect]] = [[] for _ in pieces.groups]
        self.titles: list[Rect | None] = [None for _ in pieces.groups]

    def around(self, forest: Forest) -> tuple[Halo, ...]:
        """Return the halos, those of outer groups first."""
        for unit in forest.units:
            for card in unit.cards:
                self._around_card(card)
            if unit.joint and unit.cards:
                self._around_unit(unit.id, unit.cards)
        if len(self.turned.cards) <= MOST_CARDS:
            self._join()
        made = [
            Halo(group, tuple(rects), title, depth)
            for group, rects, title, depth in zip(
                self.pieces.groups, self.rects, self.titles, self.pieces.depths, strict=True
            )
            if rects
        ]
        return tuple(sorted(made, key=lambda halo: halo.depth))

    def _join(self) -> None:
        """Make one of pieces of a group that stand beside each other with nothing in between."""
        numbers: dict[str, list[int]] = {}
        for number, group in enumerate(self.pieces.groups):
            numbers.setdefault(group, []).append(number)
        if not numbers:
            return
        turned = self.turned
        joints = (_grown(Rect(*at, 0, 0), AROUND_JOINT) for at in turned.joints.values())
        things = [*turned.cards.values(), *turned.signs.values(), *joints]
        things += [rect for rects in self.rects for rect in rects]
        gaps = Gaps(things, (course.absolute()[::3] for course in turned.courses.values()))
        for group in sorted(numbers, key=lambda group: self.pieces.depths[numbers[group][0]]):
            related = self._related(group)
            own = numbers[group]
            for bridge in list(gaps.bridges([self.rects[n] for n in own], related)):
                self._merge(own, bridge)
            for number in set(own):
                self._lengthen(number, gaps, related)

    def _lengthen(self, piece: int, gaps: Gaps, related: set[Rect]) -> None:
        """Give a title that is cut at its card's width more room, if its ground has any."""
        title, wanted = self.titles[piece], self.wanted.get(self.pieces.groups[piece], (0, 0))[0]
        if title is None or title.width >= wanted:
            return
        right = max(
            (r.right for r in self.rects[piece] if r.y <= title.y < r.bottom and r.x <= title.x),
            default=0,
        )
        more = Rect(
            title.right, title.y, min(wanted, right - 4 - title.x) - title.width, title.height
        )
        if more.width > 0 and gaps.is_free(more, related):
            self.titles[piece] = Rect(title.x, title.y, title.width + more.width, title.height)

    def _merge(self, numbers: list[int], bridge: Bridge) -> None:
        """Make two pieces one, the first, and what follows it the same in their numbers."""
        one, other = sorted((numbers[bridge.one], numbers[bridge.other]))
        if one == other and bridge.one != bridge.other:
            return  # a second bridge between two pieces would leave a hole
        self.rects[one].append(bridge.rect)
        if one == other:
            return
        self.rects[one] += self.rects[other]
        titles = [title for title in (self.titles[one], self.titles[other]) if title]
        self.titles[one] = min(titles, key=lambda title: title.x + title.y, default=None)
        self.rects[other], self.titles[other] = [], None
        numbers[:] = [one if number == other else number for number in numbers]

    def _related(self, group: str) -> set[Rect]:
        """Return the grounds of a group, and of those around it and in it."""
        near = {group}
        for numbers in self.pieces.around.values():
            groups = [self.pieces.groups[number] for number in numbers]
            if group in groups:
                near.update(groups)
        kinds = zip(self.pieces.groups, self.rects, strict=True)
        return {rect for kind, rects in kinds if kind in near for rect in rects}

    def _around_card(self, card: str) -> None:
        """Add a rectangle around a card, and around the title where a piece begins."""
        rect = self.turned.cards[card]
        begun = self.pieces.begun.get(card, ())
        for level, piece in enumerate(reversed(self.pieces.around.get(card, ()))):
            around = _grown(rect, HALO + NESTED * level)
            if piece in begun:
                title = self.turned.titles[card, len(begun) - 1 - begun.index(piece)]
                around = _bounds([around, _grown(title, 1)])
                self.titles[piece] = title if title.width else None
            self.rects[piece].append(around)

    def _around_unit(self, relation: str, cards: list[str]) -> None:
        """Add one rectangle around linked cards and their joint, where all are of one piece."""
        shared = list(self.pieces.around.get(cards[0], ()))
        for card in cards[1:]:
            other = self.pieces.around.get(card, ())
            shared = [piece for piece in shared if piece in other]
        x, y = self.turned.joints[relation]
        for level, piece in enumerate(reversed(shared)):
            margin = HALO + NESTED * level
            rects = [_grown(self._linked_part(relation, card), margin) for card in cards]
            reach = AROUND_JOINT + NESTED * level
            rects.append(Rect(x - reach, y - reach, 2 * reach, 2 * reach))
            self.rects[piece].append(_bounds(rects))

    def _linked_part(self, relation: str, card: str) -> Rect:
        """Return what of a linked card the halo around all of them encloses.

        In a column, something may hang between them, so that is the side of their joint only.
        """
        rect = self.turned.cards[card]
        if self.turned.forms[relation] is Form.ROW:
            return rect
        crosswise = self.turned.crosswise.get(relation, False)
        if self.turned.metrics.sideways != crosswise:
            return Rect(rect.x, rect.y, rect.width, EDGE)
        if crosswise and self.turned.metrics.flipped:
            return Rect(rect.right - EDGE, rect.y, EDGE, rect.height)
        return Rect(rect.x, rect.y, EDGE, rect.height)


def _grown(rect: Rect, margin: float) -> Rect:
    return Rect(rect.x - margin, rect.y - margin, rect.width + 2 * margin, rect.height + 2 * margin)


def _bounds(rects: list[Rect]) -> Rect:
    x, y = min(r.x for r in rects), min(r.y for r in rects)
    return Rect(x, y, max(r.right for r in rects) - x, max(r.bottom for r in rects) - y)
