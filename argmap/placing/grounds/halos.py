"""Halos: a tinted ground under each piece of a group, with its title.

Title _____________          Linked cards and their joint share one rectangle; other cards of
|  ____      ____   |         the piece have one each. Where the piece begins, its title stands
| |____|    |____|  |         over the card, in the room that the card was given for that.
|___________________|
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.placing.arrangement import Form
from argmap.placing.grounds.bridges import Bridge, Gaps, bridges
from argmap.placing.grounds.own import Own, Owned
from argmap.placing.heads import AROUND_JOINT
from argmap.placing.metrics import HALO, NESTED
from argmap.placing.pieces import Pieces
from argmap.placing.placed import Halo, Rect, Size
from argmap.placing.tree import Forest
from argmap.placing.turned import Turned

MOST_CARDS = 5000
"""Up to so many cards, pieces of a group are joined where nothing is between them: beyond that,
looking for it would make an edit wait, and titles are too small to be read."""
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
        self.strips: set[Rect] = set()
        """Those rectangles that enclose of linked cards only the side of their joint."""

    def around(self, forest: Forest) -> tuple[Halo, ...]:
        """Return the halos, those of outer groups first."""
        for unit in forest.units:
            for card in unit.cards:
                self._around_card(card)
            if unit.joint and unit.cards:
                self._around_unit(unit.id, unit.cards)
        if len(self.turned.cards) <= MOST_CARDS:
            self._join(forest)
        made = [
            Halo(group, tuple(rects), title, depth)
            for group, rects, title, depth in zip(
                self.pieces.groups, self.rects, self.titles, self.pieces.depths, strict=True
            )
            if rects
        ]
        return tuple(sorted(made, key=lambda halo: halo.depth))

    def _join(self, forest: Forest) -> None:
        """Make one of pieces of a group that stand beside each other with nothing in between."""
        numbers: dict[str, list[int]] = {}
        for number, group in enumerate(self.pieces.groups):
            numbers.setdefault(group, []).append(number)
        found = {
            group: bridges([self.rects[n] for n in own], self.strips)
            for group, own in numbers.items()
        }
        places = [bridge.rect for some in found.values() for bridge in some]
        places += [room for n in range(len(self.rects)) if (room := self._beyond_title(n))]
        if not places:
            return
        gaps = self._gaps(places)
        owned = Owned(self.pieces, forest)
        for group in sorted(numbers, key=lambda group: self.pieces.depths[numbers[group][0]]):
            own = numbers[group]
            if not found[group] and not any(self._beyond_title(n) for n in own):
                continue
            mine = owned.by(group, self.rects)
            for bridge in found[group]:
                if gaps.has_room_for(bridge, mine):
                    self._merge(own, bridge)
                    gaps.take(bridge.rect)
                    mine.grounds.add(bridge.rect)
            for number in set(own):
                self._lengthen(number, gaps, mine)

    def _gaps(self, places: Sequence[Rect]) -> Gaps:
        """Return what is in the way of bridges in some places."""
        gaps, turned = Gaps(places), self.turned
        for card, thing in turned.cards.items():
            if card not in self.pieces.around:  # else it has a ground, which is in the way
                gaps.take(thing)
        for rects in self.rects:
            for rect in rects:
                gaps.take(rect)
        for relation, sign in turned.signs.items():
            gaps.take_sign(sign, relation)
        for relation, at in turned.joints.items():
            gaps.take(_grown(Rect(*at, 0, 0), AROUND_JOINT), relation)
        for (relation, _), course in turned.courses.items():
            gaps.take_line(course.corners(), relation)
        return gaps

    def _beyond_title(self, piece: int) -> Rect | None:
        """Return the room that a title would take that is cut at its card's width."""
        title, wanted = self.titles[piece], self.wanted.get(self.pieces.groups[piece], (0, 0))[0]
        if title is None or title.width >= wanted:
            return None
        return Rect(title.right, title.y, wanted - title.width, title.height)

    def _lengthen(self, piece: int, gaps: Gaps, own: Own) -> None:
        """Give a title that is cut at its card's width more room, if its ground has any."""
        title, beyond = self.titles[piece], self._beyond_title(piece)
        if title is None or beyond is None:
            return
        right = max(
            (r.right for r in self.rects[piece] if r.y <= title.y < r.bottom and r.x <= title.x),
            default=0,
        )
        more = Rect(beyond.x, beyond.y, min(beyond.right, right - 4) - beyond.x, beyond.height)
        if more.width > 0 and gaps.is_free(more, own):
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
            rects = [
                _grown(self._linked_part(relation, card), self._margin(card, piece))
                for card in cards
            ]
            reach = AROUND_JOINT + NESTED * level
            around = _bounds([*rects, Rect(x - reach, y - reach, 2 * reach, 2 * reach)])
            self.rects[piece].append(around)
            if self.turned.forms[relation] is not Form.ROW:
                self.strips.add(around)

    def _margin(self, card: str, piece: int) -> float:
        """Return how far the halo of a piece reaches beyond one of its cards."""
        around = self.pieces.around[card]
        return HALO + NESTED * (len(around) - 1 - around.index(piece))

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
