"""Moving several things to one place: their order, what stays, and steps that go as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import walk
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import together
from argmap.model.edits.together import Moved
from tests.model.maps import a_map, flaws, steps
from tests.model.strategies import maps


@pytest.mark.parametrize(
    ("notation", "chosen", "units"),
    [
        ("p -> C; q -> C; D", "q p", "p q"),
        ("p -> C; x -x p; D", "x p", "p"),
        ("p q -> C; D", "q p", "r-p"),
        ("p q -> C; D", "q", "q"),
        ("p q s -> C; D", "s p", "p s"),
    ],
)
def test_what_is_moved_by_itself(notation: str, chosen: str, units: str) -> None:
    assert " ".join(together.units(a_map(notation), chosen.split())) == units


@pytest.mark.parametrize(
    ("before", "chosen", "onto", "after"),
    [
        ("p -> C; x -x C; q -> D", "x p", "D", "q -> D; p -> D; x -x D"),
        ("p q -> C; s -> D", "p q", "D", "s -> D; p q -> D"),
        ("p -> C; q -> C; r1: s -> D", "p q", "r1", "r1: s p q -> D"),
        ("p q -> C; r1: s -> D", "p q", "r1", "r1: s p q -> D"),
        ("r1: p -> C; q -> C; s -> D", "p q", "r1", "r1: p q -> C; s -> D"),
    ],
)
def test_onto(before: str, chosen: str, onto: str, after: str) -> None:
    old = a_map(before)
    moved = together.move_onto(old, together.units(old, chosen.split()), onto)
    assert (steps(moved.argument_map), moved.stayed) == (after, ())


@pytest.mark.parametrize(
    ("before", "first", "after"),
    [
        ("p -> C; x -x C; q -> D; s -> D", True, "p -> D; x -x D; q -> D; s -> D"),
        ("p -> C; x -x C; q -> D; s -> D", False, "q -> D; p -> D; x -x D; s -> D"),
        ("p x -> C; q -> D; s -> D", False, "q -> D; p x -> D; s -> D"),
    ],
)
def test_beside(before: str, first: bool, after: str) -> None:
    old = a_map(before)
    units = together.units(old, ["p", "x"])
    moved = together.move_beside(old, units, "q", before=first)
    assert (steps(moved.argument_map), moved.stayed) == (after, ())


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("notation", ["p -> C; x -x C; D", "p x -> C; D"])
def test_beside_a_root(notation: str, first: bool) -> None:
    old = a_map(notation)
    moved = together.move_beside(old, together.units(old, ["p", "x"]), "D", before=first)
    roots = [root.id for root in walk.roots(moved.argument_map)]
    assert roots == (["C", "p", "x", "D"] if first else ["C", "D", "p", "x"])


def test_what_cannot_go_stays_and_the_others_go() -> None:
    old = a_map("p -> C; q -> C; p -> D")
    moved = together.move_onto(old, ["p", "q"], "D")
    assert steps(moved.argument_map) == "p -> C; r-p-2: p -> D; q -> D"
    assert [(id_, why.message) for id_, why in moved.stayed] == [("p", "“p” supports “D” already.")]


@given(maps(), st.data())
def test_nothing_is_lost_and_no_circle_made(argument_map: ArgumentMap, data: st.DataObject) -> None:
    ids = [statement.id for statement in argument_map.statements]
    chosen = data.draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
    anything = [*ids, *argument_map.relation_by_id]
    if not chosen:
        return
    units = together.units(argument_map, chosen)
    target = data.draw(st.sampled_from(anything))
    if data.draw(st.booleans()) or target in argument_map.relation_by_id:
        moved = together.move_onto(argument_map, units, target)
    elif target in walk.below(argument_map, units):
        return
    else:
        moved = together.move_beside(argument_map, units, target, before=data.draw(st.booleans()))
    assert isinstance(moved, Moved)
    after = moved.argument_map
    assert {s.id for s in after.statements} == set(ids)
    assert not flaws(after)
    if not any(walk.leads_into_a_circle(argument_map, id_) for id_ in anything):
        assert not any(walk.leads_into_a_circle(after, id_) for id_ in after.statement_by_id)
