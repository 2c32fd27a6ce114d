"""Short steps aside in a way: left out where that is possible, and nothing else is changed."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest

from argmap.placing.courses import Point
from argmap.placing.cross_links.grid import TURN, Grid
from argmap.placing.cross_links.kinks import SHORT, WORTH, straightened
from argmap.placing.placed import Rect

KINK = [(0.0, 0.0), (100.0, 0.0), (100.0, 50.0), (104.0, 50.0), (104.0, 200.0), (300.0, 200.0)]


def free(_: Sequence[Point]) -> float:
    return 0


@pytest.mark.parametrize("beside", [100, 104])
def test_the_stretch_is_moved_that_may_be(beside: float) -> None:
    def cost(way: Sequence[Point]) -> float:
        """Nothing but the kink itself, and a straight way at one of its sides, is free."""
        return 0 if len(way) == len(KINK) or way[1][0] == beside else math.inf

    assert straightened(KINK, cost) == [(0, 0), (beside, 0), (beside, 200), (300, 200)]


@pytest.mark.parametrize(("more", "stays"), [(WORTH, False), (WORTH + 1, True), (math.inf, True)])
def test_a_kink_stays_where_there_is_no_room_or_where_it_saves_much(
    more: float, stays: bool
) -> None:
    def cost(way: Sequence[Point]) -> float:
        return 0 if len(way) == len(KINK) else more

    assert (straightened(KINK, cost) == KINK) is stays


def test_a_longer_step_stays_and_so_does_one_at_which_a_way_turns_back() -> None:
    long = [(x + (SHORT if x > 100 else 0), y) for x, y in KINK]
    back = [(0.0, 0.0), (100.0, 0.0), (100.0, 50.0), (104.0, 50.0), (104.0, 10.0), (300.0, 10.0)]
    for way in (long, back):
        assert straightened(way, free) == way


def test_ends_stay_and_no_stretch_turns_round() -> None:
    ends = KINK[1:5]
    assert straightened(ends, free) == ends
    short = [(102.0, 0.0), *KINK[1:5], (103.0, 200.0)]
    assert straightened(short, free) == short


def test_a_grid_tells_what_a_way_costs() -> None:
    """Its length, its turn, and the arrow that it crosses; infinitely much through a card."""
    card = Rect(200, 200, 100, 60)
    grid = Grid([card], [card], [], (500, 500))
    (left, right), (top, under) = (grid.xs[0], grid.xs[-1]), (grid.ys[0], grid.ys[-1])
    way = [(left, top), (right, top), (right, under)]
    before = grid.cost(way)
    assert before == right - left + under - top + TURN
    grid.note([(right - 1, 0), (right - 1, 0), (right - 1, 40)])
    assert grid.cost(way) > before
    row = next(y for y in grid.ys if card.y < y < card.bottom)
    assert grid.cost([(left, row), (right, row)]) == math.inf
