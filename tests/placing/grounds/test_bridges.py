"""Pieces of a group beside each other are one ground; what is between keeps them apart."""

from __future__ import annotations

import pytest

from argmap.model.argument_map import ArgumentMap, Group, Statement
from argmap.model.kinds import Direction
from argmap.placing.grounds.bridges import Bridge, Gaps, bridges
from argmap.placing.grounds.own import Own
from argmap.placing.pages import PAGES
from argmap.placing.place import place
from argmap.placing.placed import Rect
from tests.placing.laws import broken
from tests.placing.maps import map_of, sizes_of, tie

UPPER, LOWER = Rect(0, 0, 100, 40), Rect(4, 60, 120, 40)
ACROSS = Rect(4, 40, 96, 20)


NONE = Own(set(), frozenset())


def found(*pieces: list[Rect]) -> list[Bridge]:
    return bridges(pieces, frozenset())


def gaps(*things: Rect) -> Gaps:
    """Return what is in the way between the two above, where these things stand."""
    made = Gaps([ACROSS])
    for thing in things:
        made.take(thing, "r")
    return made


def test_the_gap_between_two_in_a_column_or_row_is_bridged() -> None:
    assert found([UPPER], [LOWER]) == [Bridge(0, 1, ACROSS, down=True)]
    beside = Rect(130, 4, 100, 40)
    assert [bridge.rect for bridge in found([UPPER], [beside])] == [Rect(100, 4, 30, 36)]


def test_far_apart_or_not_in_line_they_are_not() -> None:
    for other in (Rect(0, 101, 100, 40), Rect(30, 60, 100, 40), Rect(200, 30, 100, 40)):
        assert not found([UPPER], [other])


def test_nothing_hangs_by_the_strip_beside_a_card() -> None:
    assert not bridges([[UPPER], [LOWER]], {UPPER})


def test_whatever_stands_or_runs_in_between_keeps_them_apart_but_what_is_their_own() -> None:
    thing = Rect(50, 45, 5, 5)
    crossed = gaps()
    crossed.take_line(((-10.0, 50.0), (200.0, 50.0)), "r")
    assert gaps().is_free(ACROSS, NONE)
    for one in (gaps(thing), crossed):
        assert not one.is_free(ACROSS, NONE)
        assert one.is_free(ACROSS, Own(set(), frozenset("r")))
    assert gaps(thing).is_free(ACROSS, Own({thing}, frozenset()))
    both = gaps(thing)
    both.take(thing, "foreign")
    assert not both.is_free(ACROSS, Own(set(), frozenset("r")))


def test_what_is_far_from_every_gap_is_not_kept() -> None:
    one = gaps(Rect(900, 900, 5, 5))
    assert one.is_free(Rect(890, 890, 50, 50), NONE)


def test_loose_cards_of_one_group_are_one_ground_with_one_title() -> None:
    loose = tuple(Statement(f"s{n}", "", group="g") for n in range(4))
    argument_map = ArgumentMap(statements=loose, groups=(Group("g", "Us"),))
    placed = place(argument_map, sizes_of(argument_map), PAGES["a4"])
    (halo,) = placed.halos
    assert halo.title
    assert len(halo.rects) == 7


@pytest.mark.parametrize("direction", Direction)
def test_an_arrow_between_two_cards_of_a_group_lies_on_their_ground(direction: Direction) -> None:
    groups = dict.fromkeys(("a", "b", "c"), "us")
    argument_map = map_of(tie("r", "a", "c"), tie("q", "b", "a"), groups=groups)
    placed = place(argument_map, sizes_of(argument_map), PAGES["screen"], direction)
    assert broken(argument_map, placed, direction) == []
    (halo,) = placed.halos
    assert len(halo.rects) == 5
    assert halo.title


def test_an_arrow_from_elsewhere_keeps_them_apart() -> None:
    argument_map = map_of(tie("r", "a", "b"), tie("q", "x", "b"), groups={"a": "us", "b": "us"})
    placed = place(argument_map, sizes_of(argument_map), PAGES["a4"], Direction.LEFT)
    assert broken(argument_map, placed, Direction.LEFT) == []
    assert all(len(halo.rects) == 2 for halo in placed.halos)


def test_pieces_of_a_large_map_are_joined_too() -> None:
    """Chains of five cards, each chain in a group: one ground and one title each."""
    count = 1000
    groups = {f"s{n}": f"g{n // 5}" for n in range(count)}
    ties = [tie(f"r{n}", f"s{n}", f"s{n - 1}") for n in range(count) if n % 5]
    argument_map = map_of(*ties, groups=groups)
    placed = place(argument_map, sizes_of(argument_map), PAGES["a4"])
    assert len(placed.halos) == count / 5
    assert [len(halo.rects) for halo in placed.halos] == [9] * (count // 5)
