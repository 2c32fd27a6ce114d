from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from argmap.drawing import nesting
from argmap.model.argument_map import ArgumentMap, Group
from tests.drawing.maps import FRAMED, POOL, row_of, said, tie
from tests.model.strategies import maps


def test_a_dot_lies_with_its_premises_or_else_with_its_target() -> None:
    assert nesting.frames_around(FRAMED)["both"] == ("moscow", "inner")
    mixed = replace(FRAMED, relations=(tie("mixed", "charter same", "west"),))
    assert nesting.frames_around(mixed)["mixed"] == ("moscow",)


def test_relations_that_only_bear_on_each_other_have_a_home() -> None:
    circle = replace(
        FRAMED, relations=(tie("one", "charter same", "two"), tie("two", "same growth", "one"))
    )
    assert nesting.frames_around(circle)["one"] == ("moscow", "inner")


def test_components_come_in_the_order_of_their_roots() -> None:
    argument_map = ArgumentMap(
        statements=(said("why", "Why"), said("first", "First"), said("second", "Second")),
        relations=(tie("r", "why", "second"),),
    )
    parts = nesting.components(argument_map)
    assert [[s.id for s in part.statements] for part in parts] == [["first"], ["why", "second"]]


def test_a_frame_holds_its_statements_together() -> None:
    apart = replace(FRAMED, relations=())
    parts = [{s.id for s in part.statements} for part in nesting.components(apart)]
    assert parts == [{"west", "charter", "growth"}, {"same"}, {"alone"}]


def test_an_undercut_hangs_together_with_what_it_undercuts() -> None:
    assert len(nesting.components(POOL)) == 1


@given(maps())
def test_components_share_nothing_and_make_up_the_map(argument_map: ArgumentMap) -> None:
    parts = nesting.components(argument_map)
    for section in ("statements", "relations"):
        parted = [item.id for part in parts for item in getattr(part, section)]
        assert sorted(parted) == sorted(item.id for item in getattr(argument_map, section))
    for part in parts:
        assert all(set(r.premises) <= part.ids and r.target in part.ids for r in part.relations)
        assert len(nesting.components(part)) == 1


def test_everything_is_met_from_the_roots_level_by_level() -> None:
    assert nesting.level_order(POOL) == (
        "open-sundays",
        *("r1", "demand", "asked-is-enough", "r2", "cost"),
        *("r3", "volunteers"),
    )


@given(maps())
def test_everything_is_met_once(argument_map: ArgumentMap) -> None:
    met = nesting.level_order(argument_map)
    assert sorted(met) == sorted(argument_map.ids)


def test_neighbours_are_siblings_of_one_group_that_bear_on_nothing_else() -> None:
    assert list(nesting.neighbours(FRAMED)) == [("charter", "growth")]
    shared = replace(FRAMED, relations=(*FRAMED.relations, tie("too", "charter", "same")))
    assert list(nesting.neighbours(shared)) == []


def test_a_frame_may_stand_between_siblings_that_are_in_none() -> None:
    def said_in(*groups: str) -> ArgumentMap:
        row = row_of(len(groups))
        home = {f"p{at}": group for at, group in enumerate(groups)}
        statements = tuple(replace(s, group=home.get(s.id, "")) for s in row.statements)
        return replace(row, statements=statements, groups=(Group("a"), Group("b")))

    assert list(nesting.neighbours(said_in("", "a", ""))) == []
    assert list(nesting.neighbours(said_in("a", "", "a"))) == [("p0", "p2")]
    assert list(nesting.neighbours(said_in("a", "", "", "b"))) == [("p1", "p2")]
