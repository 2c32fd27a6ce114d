from __future__ import annotations

from hypothesis import given

from argmap.drawing import levels
from argmap.model.argument_map import ArgumentMap
from tests.drawing.maps import POOL, said, tie
from tests.model.strategies import maps


def test_components_come_in_the_order_of_their_roots() -> None:
    argument_map = ArgumentMap(
        statements=(said("why", "Why"), said("first", "First"), said("second", "Second")),
        relations=(tie("r", "why", "second"),),
    )
    parts = levels.components(argument_map)
    assert [[s.id for s in part.statements] for part in parts] == [["first"], ["why", "second"]]


def test_an_undercut_hangs_together_with_what_it_undercuts() -> None:
    assert len(levels.components(POOL)) == 1


@given(maps())
def test_components_share_nothing_and_make_up_the_map(argument_map: ArgumentMap) -> None:
    parts = levels.components(argument_map)
    for section in ("statements", "relations"):
        parted = [item.id for part in parts for item in getattr(part, section)]
        assert sorted(parted) == sorted(item.id for item in getattr(argument_map, section))
    for part in parts:
        assert all(set(r.premises) <= part.ids and r.target in part.ids for r in part.relations)
        assert len(levels.components(part)) == 1


def test_everything_is_met_from_the_roots_level_by_level() -> None:
    assert levels.level_order(POOL) == (
        "open-sundays",
        *("r1", "demand", "asked-is-enough", "r2", "cost"),
        *("r3", "volunteers"),
    )


@given(maps())
def test_everything_is_met_once(argument_map: ArgumentMap) -> None:
    met = levels.level_order(argument_map)
    assert sorted(met) == sorted(argument_map.ids)
