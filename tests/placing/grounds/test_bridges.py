"""Pieces of a group beside each other are one ground; what is between keeps them apart."""

from __future__ import annotations

from argmap.model.argument_map import ArgumentMap, Group, Statement
from argmap.placing.grounds.bridges import Bridge, Gaps
from argmap.placing.pages import PAGES
from argmap.placing.place import place
from argmap.placing.placed import Rect
from tests.placing.maps import map_of, sizes_of, tie

UPPER, LOWER = Rect(0, 0, 100, 40), Rect(4, 60, 120, 40)


def test_the_gap_between_two_in_a_column_or_row_is_bridged() -> None:
    gaps = Gaps((), ())
    across = Rect(4, 40, 96, 20)
    assert list(gaps.bridges([[UPPER], [LOWER]], ())) == [Bridge(0, 1, across)]
    beside = Rect(130, 4, 100, 40)
    assert [b.rect for b in gaps.bridges([[UPPER], [beside]], ())] == [Rect(100, 4, 30, 36)]


def test_far_apart_or_not_in_line_they_are_not() -> None:
    for other in (Rect(0, 101, 100, 40), Rect(30, 60, 100, 40), Rect(200, 30, 100, 40)):
        assert not list(Gaps((), ()).bridges([[UPPER], [other]], ()))


def test_whatever_stands_or_runs_in_between_keeps_them_apart() -> None:
    thing, line = Rect(50, 45, 5, 5), ((-10.0, 50.0), (200.0, 50.0))
    for gaps in (Gaps([thing], ()), Gaps((), [line])):
        assert not list(gaps.bridges([[UPPER], [LOWER]], ()))
    assert list(Gaps([thing], ()).bridges([[UPPER], [LOWER]], {thing})), "but what is related"


def test_loose_cards_of_one_group_are_one_ground_with_one_title() -> None:
    loose = tuple(Statement(f"s{n}", "", group="g") for n in range(4))
    argument_map = ArgumentMap(statements=loose, groups=(Group("g", "Us"),))
    placed = place(argument_map, sizes_of(argument_map), PAGES["a4"])
    (halo,) = placed.halos
    assert halo.title
    assert len(halo.rects) == 7


def test_an_arrow_between_two_cards_of_a_group_is_not_covered() -> None:
    groups = dict.fromkeys(("a", "c"), "us")
    argument_map = map_of(tie("r", "a", "c"), groups=groups)
    (halo,) = place(argument_map, sizes_of(argument_map), PAGES["a4"]).halos
    assert len(halo.rects) == 2
