"""What an edit does to the cards that it is not about: who changes sides, and how far they move.

Run `python -m benchmarks.stability`. Each of some edits is made in turn, and the map is placed with
the arrangement of the picture before held, and afresh. Places are compared as seen from the card
that was edited, as the window keeps that one where it is. A card has changed sides if it is on none
of the sides that it was on, of what it bears on or of the sibling before it: a card across the
corner is on two, and staying on one of them it has stayed. An arrow has changed if it leaves its
card, or ends on one, from another side than before; those beside a new card are not counted, as a
second reason may bring the first into a stack.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import pairwise
from math import hypot
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from argmap.drawing import theme
from argmap.drawing.dot.compact import written_compact
from argmap.drawing.options import DrawingOptions, settled
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits.edit import add_premise, add_rebuttal
from argmap.model.edits.rearrange import move_onto, move_sibling, siblings
from argmap.model.edits.removal import delete_branches
from argmap.model.kinds import Direction, Page
from argmap.placing.arrangement import NEW, Arrangement
from argmap.placing.courses import Point
from argmap.placing.pages import PAGES, text_size
from argmap.placing.placed import Placed, Rect
from argmap.store.yaml_file import load
from benchmarks.big_map import map_of

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
TEXT = "A new reason that somebody adds to the map in the middle of the work."
ROUNDS = 30
LIGHT = theme.load("light")


class Change(NamedTuple):
    """What one edit did to the others."""

    sides: float
    """The share of pairs of cards that are on other sides of each other."""
    move: float
    """How far a card moved in the mean, in points."""
    size: float
    """The size of text on the page."""
    arrows: float
    """The share of arrows that leave or end on another side of a card."""


class Edit(NamedTuple):
    """A map after an edit, the card that stays where it is, and those that the edit is about."""

    after: ArgumentMap
    focus: str
    about: frozenset[str]


Edits = Callable[[ArgumentMap, random.Random], Edit]


def added(argument_map: ArgumentMap, chance: random.Random) -> Edit:
    """Add a reason for or against any card."""
    target = chance.choice(argument_map.statements).id
    add = add_rebuttal if chance.random() < 0.4 else add_premise
    return Edit(add(argument_map, target, TEXT), target, frozenset())


def taken_away(argument_map: ArgumentMap, chance: random.Random) -> Edit:
    """Delete any card but roots, with all below it."""
    branch = chance.choice([s.id for s in argument_map.statements if _target(argument_map, s.id)])
    focus = _target(argument_map, branch)
    after = delete_branches(argument_map, [branch])
    return Edit(after, focus if focus in after.statement_by_id else "", frozenset())


def swapped(argument_map: ArgumentMap, chance: random.Random) -> Edit:
    """Move any card before or behind a sibling."""
    some = [s.id for s in argument_map.statements if len(siblings(argument_map, s.id)) > 1]
    card = chance.choice(some)
    by = 1 if siblings(argument_map, card)[0] == card else -1
    return Edit(move_sibling(argument_map, card, by), card, below(argument_map, card))


def moved(argument_map: ArgumentMap, chance: random.Random) -> Edit:
    """Hang any card on another one; raise a LookupError where none can be."""
    if not any(_can_move(argument_map, statement.id) for statement in argument_map.statements):
        raise LookupError("No card of the map can be hung elsewhere.")
    while True:
        card, onto = (chance.choice(argument_map.statements).id for _ in range(2))
        about = below(argument_map, card)
        if onto not in about and _target(argument_map, card) not in {"", onto}:
            return Edit(move_onto(argument_map, card, onto), onto, about)


EDITS: dict[str, Edits] = {
    "a new card": added,
    "a branch deleted": taken_away,
    "siblings swapped": swapped,
    "a card hung elsewhere": moved,
}


def _target(argument_map: ArgumentMap, card: str) -> str:
    """Return the card that another one bears on first, if it bears on one at all."""
    relations = argument_map.relations_of(card)
    target = relations[0].target if relations else ""
    return target if target in argument_map.statement_by_id else ""


def _can_move(argument_map: ArgumentMap, card: str) -> bool:
    """Whether there is a card besides its own target that a card can be hung on."""
    target = _target(argument_map, card)
    here = {target, *below(argument_map, card)}
    return target != "" and any(one.id not in here for one in argument_map.statements)


def below(argument_map: ArgumentMap, card: str) -> frozenset[str]:
    """Return a card with all that bears on it, directly or not."""
    found: dict[str, None] = {}
    todo = [card]
    while todo:
        id_ = todo.pop()
        if id_ not in found:
            found[id_] = None
            for relation in argument_map.relations_on(id_):
                todo += [relation.id, *relation.premises]
    return frozenset(found)


def placed_of(argument_map: ArgumentMap, direction: Direction, held: Arrangement = NEW) -> Placed:
    """Return the places of a map on A4 landscape, with the sizes that are drawn."""
    options = DrawingOptions(LIGHT, direction=direction, page=Page.A4_LANDSCAPE)
    return written_compact(*settled(argument_map, options), held, None).placed


def change(argument_map: ArgumentMap, edit: Edit, before: Placed, after: Placed) -> Change:
    """Return what an edit did to all cards that it is not about, seen from its focus."""
    old, new = before.cards, after.cards
    stay = [id_ for id_ in old if id_ in new and id_ not in edit.about]
    focus = edit.focus if edit.focus in old and edit.focus in new else stay[0]
    right, down = new[focus].x - old[focus].x, new[focus].y - old[focus].y
    moves = [hypot(new[i].x - old[i].x - right, new[i].y - old[i].y - down) for i in stay]
    both = [pair for pair in pairs(argument_map) if edit.about.isdisjoint(pair)]
    both = [pair for pair in both if pair[0] in new and pair[1] in new]
    others = [not sides(old[a], old[b]) & sides(new[a], new[b]) for a, b in both]
    size = text_size(after.width, after.height, PAGES["a4-landscape"])
    turned = _turned(argument_map, edit, before, after)
    return Change(mean(others) if others else 0, mean(moves), size, turned)


def _turned(argument_map: ArgumentMap, edit: Edit, before: Placed, after: Placed) -> float:
    """Return the share of arrows that leave or end on another side of a card than before."""
    old, new = _ends(argument_map, before), _ends(edit.after, after)
    both = [
        relation.id
        for relation in argument_map.relations
        if relation.id in old and relation.id in new
        and relation.target != edit.focus
        and edit.about.isdisjoint((relation.target, *relation.premises))
    ]  # fmt: skip
    return mean(old[id_] != new[id_] for id_ in both) if both else 0


def _ends(argument_map: ArgumentMap, placed: Placed) -> dict[str, tuple[str, str]]:
    """Return which way the arrow of each relation leaves, and which way it ends on its card."""
    found: dict[str, tuple[str, str]] = {}
    for (id_, part), course in placed.courses.items():
        relation = argument_map.relation_by_id[id_]
        if part is None and not course.cross and relation.target in placed.cards:
            corners = course.absolute()[::3]
            found[id_] = (_way(*corners[:2]), _way(*corners[-2:]))
    return found


def _way(start: Point, end: Point) -> str:
    right, down = end[0] - start[0], end[1] - start[1]
    if abs(right) > abs(down):
        return "right" if right > 0 else "left"
    return "down" if down > 0 else "up"


def pairs(argument_map: ArgumentMap) -> Iterator[tuple[str, str]]:
    """Return each card with each premise that bears on it, and siblings two by two."""
    for target in argument_map.statement_by_id:
        relations = argument_map.relations_on(target)
        for relation in relations:
            yield from ((target, premise) for premise in relation.premises)
        yield from pairwise(relation.premises[0] for relation in relations)


def sides(one: Rect, other: Rect) -> frozenset[str]:
    """Return on which sides of one card another stands: on one, or on two across the corner."""
    found = {
        "right": other.x >= one.right - 2,
        "left": other.right <= one.x + 2,
        "below": other.y >= one.bottom - 2,
        "above": other.bottom <= one.y + 2,
    }
    return frozenset(name for name, holds in found.items() if holds)


def maps() -> Iterator[tuple[str, ArgumentMap]]:
    """Return the maps to be edited, by name."""
    yield "dispute", load(EXAMPLES / "indivisible-security.argmap.yaml").argument_map
    for count in (40, 100, 300):
        yield f"{count} cards", map_of(count)


def main() -> None:
    """Print a line for each map, direction and edit."""
    print("map, direction, edit: edits with another card on another side, with another arrow on")
    print("another side; mean move; size of text")
    for name, argument_map in maps():
        for direction in (Direction.TOP, Direction.LEFT):
            before = placed_of(argument_map, direction)
            for what, edit in EDITS.items():
                _tell(f"{name}, {direction}, {what}", argument_map, before, direction, edit)


def _tell(
    name: str, argument_map: ArgumentMap, before: Placed, direction: Direction, edit: Edits
) -> None:
    chance = random.Random(1)
    edits = [edit(argument_map, chance) for _ in range(ROUNDS)]
    for how, arrangement in (("held", before.arrangement), ("afresh", NEW)):
        changes = [
            change(argument_map, one, before, placed_of(one.after, direction, arrangement))
            for one in edits
        ]
        sides = mean(one.sides > 0 for one in changes)
        arrows = mean(one.arrows > 0 for one in changes)
        move, size = mean(one.move for one in changes), mean(one.size for one in changes)
        print(
            f"{name}, {how}: {sides:4.0%} {arrows:4.0%} {move:5.0f} pt {size:5.2f} pt", flush=True
        )


if __name__ == "__main__":
    main()
