"""Pieces of groups: cards of one group that hang together in the tree get one halo and one title.

title                      Where a premise's group is that of the card it bears on, or of the
[a]<-[b]     title         premise beside it, it goes on with that one's piece; elsewhere a
^------[c]           new piece begins. Siblings that begin pieces of one group share
[d]           the first one's title. Of cards tied to nothing, each goes on with the piece
              of the one before it, as they stand one after the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from argmap.frozen import frozen
from argmap.placing.tree import Forest, Unit


@frozen
class Pieces:
    """Pieces by number: the group of each, and the cards that are in or begin one."""

    groups: list[str] = field(default_factory=list)
    depths: list[int] = field(default_factory=list)
    """How many groups lie around each piece's."""
    around: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """The pieces around each card, outermost first."""
    begun: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """The pieces that begin with a card, outermost first."""
    titled: set[int] = field(default_factory=set)
    """Those that show their title."""
    alone: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Of a card tied to nothing, how many pieces lie around the one before it and not around it,
    and how many around it and not around that one."""


def pieces(
    forest: Forest, paths: Mapping[str, tuple[str, ...]], *, upwards: bool = False
) -> Pieces:
    """Return the pieces of all groups; `paths` gives the groups around each card.

    Where pictures are read `upwards`, titles stand below: that of loose cards under the last one.
    """
    found = Pieces()
    if not paths:
        return found
    shown: set[tuple[str, str]] = set()
    loose = ""
    for unit, above in _with_above(forest, upwards=upwards):
        target = unit.relation.target if unit.relation else unit.id
        before = above
        if unit.is_loose:
            before, loose = loose, unit.id
        for card in unit.cards:
            path = paths.get(card, ())
            near = [found.around.get(one, ()) for one in (before, above) if one]
            numbers = []
            for depth, group in enumerate(path):
                same = [p for line in near for p in line if found.groups[p] == group]
                numbers.append(same[0] if same else _begin(found, card, group, depth))
                if not same and (target, group) not in shown:
                    shown.add((target, group))
                    found.titled.add(numbers[-1])
            if numbers:
                found.around[card] = tuple(numbers)
            if unit.is_loose and before:
                found.alone[card] = alone(found.around.get(before, ()), numbers)
            before = card
    return found


def alone(before: Sequence[int], here: Sequence[int]) -> tuple[int, int]:
    """Return how many pieces lie around the first of two cards alone, and around the second."""
    shared = len(set(before) & set(here))
    return len(before) - shared, len(here) - shared


def _begin(found: Pieces, card: str, group: str, depth: int) -> int:
    number = len(found.groups)
    found.groups.append(group)
    found.depths.append(depth)
    found.begun[card] = (*found.begun.get(card, ()), number)
    return number


def _with_above(forest: Forest, *, upwards: bool) -> Iterator[tuple[Unit, str]]:
    """Return each unit with the card that it hangs on, if any, parents first."""
    above: dict[int, str] = {}
    for unit in reversed(forest.units) if upwards else ():
        if unit.is_loose:
            yield unit, ""
    for unit in forest.units:
        if upwards and unit.is_loose:
            continue
        mine = above.get(id(unit), "")
        yield unit, mine
        for card, kids in zip(unit.cards, unit.kids, strict=True):
            for kid in kids:
                above[id(kid)] = card
        for side in unit.sides:
            above[id(side)] = unit.cards[0] if unit.cards else mine
