"""What is said of a move before it is made: all that changes, and nothing else."""

from __future__ import annotations

from functools import partial

from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.desktop.help import moving
from argmap.desktop.help.moving import Goal
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import rearrange
from tests.desktop.outline.test_dropping import maps

PLACES = ("before this card", "after this card")


def _says(argument_map: ArgumentMap) -> set[tuple[object, ...]]:
    """Return all that a map says, whatever the order."""
    kinds = {(s.id, s.kind) for s in argument_map.statements}
    steps = {(r.id, frozenset(r.premises), r.bearing, r.target) for r in argument_map.relations}
    return {*kinds, *steps}


@given(maps(), st.data())
def test_a_mere_place_changes_nothing_that_the_map_says(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    card, beside = (data.draw(st.sampled_from(argument_map.statements)).id for _ in range(2))
    before = data.draw(st.booleans())
    assume(beside not in walk.below(argument_map, [card]))
    move = partial(rearrange.move_beside, statement=card, sibling=beside, before=before)
    words = moving.meaning(argument_map, move, card, Goal(beside, -1 if before else 1))
    if words.endswith("."):
        return  # It would be refused, and why is said.
    moved = move(argument_map)
    assert (words in PLACES) == (_says(moved) == _says(argument_map)), words


@given(maps(), st.data())
def test_what_is_not_to_be_seen_is_called_by_its_name_each_time(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    cards = [statement.id for statement in argument_map.statements]
    units = data.draw(st.lists(st.sampled_from(cards), min_size=1, unique=True))
    beside, side = data.draw(st.sampled_from(cards)), data.draw(st.sampled_from((-1, 0, 1)))
    assume(beside != units[0])
    move = partial(rearrange.move_beside, statement=units[0], sibling=beside, before=side < 0)
    plain = moving.meaning_of_all(argument_map, move, units, Goal(beside, side))
    named = moving.meaning_of_all(argument_map, move, units, Goal(beside, side, "“R&D”"))
    assert named == plain.replace("this card", "“R&D”")
