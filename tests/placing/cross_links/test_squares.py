"""Squares of the grid tell what is left of a way, so a search looks at little of a large map."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from argmap.placing.courses import Point
from argmap.placing.cross_links.grid import CROSSING, TURN, Grid
from argmap.placing.cross_links.search import Guided, Search
from argmap.placing.cross_links.squares import SPARE, Squares
from argmap.placing.placed import Rect

WIDE, HIGH, GAP = 200, 60, 40


def card(column: int, row: int) -> Rect:
    return Rect(30 + column * (WIDE + GAP), 30 + row * (HIGH + GAP), WIDE, HIGH)


def field(count: int, ends: tuple[Rect, Rect]) -> Grid:
    """Return the grid between as many rows of cards as columns, an arrow below each card."""
    cards = [card(column, row) for column in range(count) for row in range(count)]
    size = 60 + count * (WIDE + GAP), 60 + count * (HIGH + GAP)
    grid = Grid(cards, ends, [], size)
    for one in cards:
        x, y = one.x + WIDE / 2, one.bottom
        grid.note([(x, y), (x, y + GAP)])
    return grid


def places(grid: Grid, ends: tuple[Rect, Rect]) -> tuple[int, int]:
    """Return at how many places a search looks that is guided, and one that is not."""
    start, goal = (grid.gates(end) for end in ends)
    guided, alone = Guided(grid.lines, goal, grid.squares), Search(grid.lines, goal, TURN)
    assert guided.way(start)
    assert alone.way(start)
    return len(guided.cost), len(alone.cost)


def way(grid: Grid, ends: tuple[Rect, Rect], first: float) -> list[Point] | None:
    start, goal = ends
    return grid.way(grid.gates(start), grid.gates(goal), first)


def costs(course: list[Point], lines: list[list[Point]]) -> float:
    """Return what the length, the turns and the crossings of a way cost."""
    crossed = sum(
        min(a[0], b[0]) < x < max(a[0], b[0]) and y < a[1] < end
        for a, b in pairwise(course)
        for (x, y), (_, end) in lines
    )
    upright = [a[0] == b[0] for a, b in pairwise(course)]
    turns = sum(one != other for one, other in pairwise(upright))
    return sum(map(math.dist, course, course[1:])) + turns * TURN + crossed * CROSSING


def test_a_search_between_the_same_cards_looks_at_no_more_places_in_a_larger_map() -> None:
    small, large = [
        places(field(count, ends), ends)[0]
        for count, first in ((8, 2), (24, 10))
        for ends in [(card(first, first), card(first + 3, first + 3))]
    ]
    assert large < 1.3 * small


def test_squares_save_most_of_a_search_through_the_whole_map() -> None:
    ends = card(1, 1), card(13, 13)
    guided, alone = places(field(15, ends), ends)
    assert guided < alone / 3


@pytest.mark.parametrize("first", [0, 200, 1000, math.inf])
def test_a_way_that_squares_find_costs_little_more_than_the_cheapest(first: float) -> None:
    ends = card(1, 1), card(6, 5)
    grid = field(8, ends)
    lines = [
        [(a.x + WIDE / 2, a.bottom), (a.x + WIDE / 2, a.bottom + GAP)]
        for column in range(8)
        for row in range(8)
        for a in [card(column, row)]
    ]
    cheapest, cheap = (way(grid, ends, most) for most in (math.inf, first))
    assert cheapest
    assert cheap
    assert costs(cheap, lines) <= costs(cheapest, lines) + SPARE


def test_squares_know_what_has_become_costly_since_they_were_looked_at() -> None:
    ends = card(0, 0), card(5, 3)
    grid = field(6, ends)
    start, goal = ([grid.squares.at(g.column, g.row) for g in grid.gates(end)] for end in ends)
    for _ in range(3):
        course = way(grid, ends, 0)
        assert course
        grid.note(course)
        fresh = Squares(grid.lines, TURN)
        assert grid.squares.legs(start, dict.fromkeys(goal, 0)) == fresh.legs(
            start, dict.fromkeys(goal, 0)
        )


def test_where_squares_find_no_way_the_lines_are_searched() -> None:
    """Two walls within a square have a gap each, and no line leads straight through both."""
    ends = card(0, 2), card(5, 2)
    grid = field(6, ends)
    wall = grid.squares.across.stops[2]
    for row, steps in enumerate(grid.across):
        steps[wall] = 0 if row == 8 else math.inf
        steps[wall + 1] = 0 if row == 9 else math.inf
    start, goal = (grid.gates(end) for end in ends)
    assert Guided(grid.lines, goal, grid.squares).way(start) is None
    assert way(grid, ends, 0) == way(grid, ends, math.inf) is not None
