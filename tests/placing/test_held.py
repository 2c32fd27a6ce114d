"""What is held: after an edit nobody else has changed sides, and little has been worked out."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.edits.edit import add_premise, add_rebuttal
from argmap.model.kinds import Bearing, Direction
from argmap.placing.arrangement import Arrangement, Fold, Hang
from argmap.placing.nodes import Memory
from argmap.placing.pages import PAGES
from argmap.placing.place import place
from argmap.placing.placed import Placed, Rect, Sizes
from benchmarks.big_map import map_of as generated
from benchmarks.stability import TEXT, moved, placed_of
from tests.placing.laws import broken
from tests.placing.maps import map_of, sizes, sizes_of, tie, trees
from tests.placing.test_place import written

A4 = PAGES["a4-landscape"]


def side(one: Rect, other: Rect) -> frozenset[str]:
    """Return on which sides of one card another stands: on one, or on two across the corner."""
    found = {
        "right": other.x >= one.right,
        "left": other.right <= one.x,
        "below": other.y >= one.bottom,
        "above": other.bottom <= one.y,
    }
    return frozenset(name for name, holds in found.items() if holds)


def sides(argument_map: ArgumentMap, placed: Placed) -> dict[str, frozenset[str]]:
    """Return the sides of premises to what they bear on, and to those that they are linked with."""
    cards = placed.cards
    found: dict[str, frozenset[str]] = {}
    for relation in argument_map.relations:
        for premise in relation.premises:
            if relation.target in cards:
                key = f"{premise} bears on {relation.target}"
                found[key] = side(cards[relation.target], cards[premise])
        for one, other in pairwise(relation.premises):
            found[f"{other} is linked with {one}"] = side(cards[one], cards[other])
    return found


def with_new(argument_map: ArgumentMap, target: str, bearing: Bearing) -> ArgumentMap:
    """Return a map with a new card that bears on something."""
    return replace(
        argument_map,
        statements=(*argument_map.statements, Statement("new", "")),
        relations=(*argument_map.relations, Relation("new r", ("new",), bearing, target)),
    )


@pytest.mark.parametrize("direction", Direction)
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_new_card_makes_nobody_else_change_sides(
    direction: Direction, data: st.DataObject
) -> None:
    before = data.draw(trees(most=16, relations_too=False))
    measured = data.draw(sizes(before))
    target = data.draw(st.sampled_from(before.statements)).id
    placed = place(before, measured, A4, direction)
    after = with_new(before, target, data.draw(st.sampled_from(Bearing)))
    held = place(
        after,
        replace(measured, cards={**measured.cards, "new": (208, 62)}),
        A4,
        direction,
        held=placed.arrangement,
    )
    assert broken(after, held, direction) == []
    old, new = sides(before, placed), sides(before, held)
    assert [key for key in old if not old[key] & new[key]] == []


@pytest.mark.parametrize("direction", Direction)
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_without_an_edit_nothing_moves(direction: Direction, data: st.DataObject) -> None:
    argument_map = data.draw(trees(most=16))
    measured = data.draw(sizes(argument_map))
    placed = place(argument_map, measured, A4, direction)
    again = place(argument_map, measured, A4, direction, held=placed.arrangement)
    assert again.arrangement == placed.arrangement
    assert again.cards == placed.cards


@pytest.mark.parametrize("direction", Direction)
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_memory_changes_nothing_but_the_time(direction: Direction, data: st.DataObject) -> None:
    memory = Memory()
    first = data.draw(trees(most=12))
    place(first, data.draw(sizes(first)), A4, direction, memory=memory)
    argument_map = data.draw(trees(most=12))
    measured = data.draw(sizes(argument_map))
    fresh = place(argument_map, measured, A4, direction)
    remembered = place(argument_map, measured, A4, direction, memory=memory)
    again = place(argument_map, measured, A4, direction, memory=memory)
    for placed in (remembered, again):
        assert placed.cards == fresh.cards
        assert {k: c.absolute() for k, c in placed.courses.items()} == {
            k: c.absolute() for k, c in fresh.courses.items()
        }


def test_after_an_edit_only_the_way_to_the_root_is_worked_out_anew() -> None:
    before = generated(300)
    measured = written(before)
    memory = Memory()
    placed = place(before, measured, A4, memory=memory)
    place(before, measured, A4, held=placed.arrangement, memory=memory)
    known = set(map(id, memory.nodes.values()))
    after = with_new(before, before.statements[-1].id, Bearing.SUPPORTS)
    place(
        after,
        Sizes({**measured.cards, "new": (208, 62)}),
        A4,
        held=placed.arrangement,
        memory=memory,
    )
    new = [node for node in memory.nodes.values() if id(node) not in known]
    assert 1 < len(new) < 20
    assert len(memory.nodes) > 5 * len(new)


@pytest.mark.parametrize("direction", Direction)
def test_a_map_may_lose_all_its_cards_and_get_one_again(direction: Direction) -> None:
    one = ArgumentMap(statements=(Statement("a", ""),))
    full = place(one, sizes_of(one), A4, direction)
    empty = place(ArgumentMap(), Sizes({}), A4, direction, held=full.arrangement)
    assert empty == place(ArgumentMap(), Sizes({}), A4, direction)
    assert (empty.cards, empty.halos) == ({}, ())
    assert place(one, sizes_of(one), A4, direction, held=empty.arrangement) == full


def test_a_loose_card_that_gets_a_reason_stays_among_the_loose_ones() -> None:
    cards = tuple(Statement(id_, "") for id_ in ("claim", "why", "x", "y", "z"))
    ties = (Relation("r", ("why",), Bearing.SUPPORTS, "claim"),)
    before = ArgumentMap(statements=cards, relations=ties)
    measured = sizes_of(before)
    placed = place(before, measured, A4)
    after = with_new(before, "y", Bearing.SUPPORTS)
    held = place(after, Sizes({**measured.cards, "new": (208, 62)}), A4, held=placed.arrangement)
    assert held.arrangement.yard
    assert "y" in [id_ for column in held.arrangement.yard.loose for id_ in column]


@pytest.mark.parametrize("direction", Direction)
def test_the_last_one_of_a_stack_still_hangs(direction: Direction) -> None:
    before = map_of(tie("r", "a", "claim"), tie("q", "b", "claim"))
    arrangement = Arrangement(folds={"claim": Fold(Hang.UNDER, (("r", "q"),))})
    placed = place(before, sizes_of(before), A4, direction, held=arrangement)
    alone = map_of(tie("r", "a", "claim"))
    after = place(alone, sizes_of(alone), A4, direction, held=placed.arrangement)
    assert after.arrangement.folds["claim"].hang is Hang.HUNG
    assert leaves(after) == leaves(placed)


def test_a_picture_that_is_held_grows_as_little_as_it_can() -> None:
    before = generated(300)
    measured = written(before)
    placed = place(before, measured, A4, Direction.LEFT)
    after = with_new(before, "s208", Bearing.SUPPORTS)
    measured = replace(measured, cards={**measured.cards, "new": (208, 62)})
    held = place(after, measured, A4, Direction.LEFT, held=placed.arrangement)
    assert held.width - placed.width < 100
    assert held.height - placed.height < 100


@pytest.mark.parametrize("direction", [Direction.TOP, Direction.BOTTOM])
def test_a_second_reason_joins_the_first_one_in_a_stack_where_text_is_small_already(
    direction: Direction,
) -> None:
    """So the picture grows no wider, and the branches beside it stay where they are."""
    before = generated(100)
    placed = placed_of(before, direction)
    held = [card for card, fold in placed.arrangement.folds.items() if fold.only]
    for card in [card for card in held if placed.arrangement.folds[card].hang is Hang.UNDER][:6]:
        after = placed_of(add_premise(before, card, TEXT), direction, placed.arrangement)
        assert len(after.arrangement.folds[card].columns) == 1


def test_a_second_reason_stands_beside_the_first_one_where_there_is_room() -> None:
    before = map_of(tie("r", "a", "claim"), tie("q", "b", "a"))
    placed = place(before, sizes_of(before), A4)
    after = with_new(before, "claim", Bearing.SUPPORTS)
    measured = Sizes({**sizes_of(before).cards, "new": (208, 62)})
    held = place(after, measured, A4, held=placed.arrangement)
    assert len(held.arrangement.folds["claim"].columns) == 2


@pytest.mark.parametrize("add", [add_premise, add_rebuttal])
def test_a_card_beside_a_branch_stays_there_when_it_gets_a_reason(
    add: Callable[[ArgumentMap, str, str], ArgumentMap],
) -> None:
    """On its right, where a box would be the smallest, the reason has no room, but below it."""
    before = generated(300)
    placed = placed_of(before, Direction.LEFT)
    held = placed_of(add(before, "s11", TEXT), Direction.LEFT, placed.arrangement)
    old, new = placed.cards, held.cards
    moves = [hypot(new[i].x - old[i].x, new[i].y - old[i].y) for i in old]
    assert hypot(new["s11"].x - old["s11"].x, new["s11"].y - old["s11"].y) < 150
    assert sum(moves) / len(moves) < 50


@pytest.mark.parametrize("relations", [(), (tie("r", "a", "b"),), (tie("r", "a", "a"),)])
def test_an_edit_that_no_card_allows_is_given_up(relations: tuple[Relation, ...]) -> None:
    argument_map = map_of(*relations)
    with pytest.raises(LookupError, match="No card of the map can be hung elsewhere"):
        moved(argument_map, random.Random(1))


def leaves(placed: Placed) -> tuple[bool, bool]:
    """Return which way the arrow of “r” leaves its card: across or down, and forwards or not."""
    (x, y), (to_x, to_y), *_ = placed.courses["r", None].absolute()[::3]
    return abs(to_x - x) > abs(to_y - y), to_x + to_y > x + y
