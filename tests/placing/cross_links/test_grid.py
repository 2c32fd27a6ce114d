"""Which way a cross link takes: round cards, and where its line is told from others."""

from __future__ import annotations

from itertools import pairwise

from argmap.placing.cross_links.grid import APART, HEAD, MANY, NEAR, Grid
from argmap.placing.placed import Rect

LEFT, RIGHT = Rect(50, 100, 200, 300), Rect(275, 100, 200, 300)
START, END = Rect(100, 20, 300, 40), Rect(100, 440, 300, 40)
SIZE = (520, 500)


def grounds() -> list[Rect]:
    """Return the grounds of two groups of one card each."""
    return [Rect(r.x - 6, r.y - 6, r.width + 12, r.height + 12) for r in (LEFT, RIGHT)]


def test_between_two_grounds_it_runs_in_the_middle() -> None:
    grid = Grid([LEFT, RIGHT, START, END], [START, END], grounds(), SIZE)
    for ground in grounds():
        grid.note_edge(ground.ring)
    way = grid.way(grid.gates(START), grid.gates(END))
    assert way
    (x,) = {a for (a, b), (c, d) in pairwise(way) if abs(b - d) > 150}
    assert abs(x - (LEFT.right + RIGHT.x) / 2) <= 1


def test_it_keeps_away_from_an_arrow_that_goes_the_same_way() -> None:
    grid = Grid([START, END], [START, END], [], SIZE)
    grid.note([(250, 60), (250, 440)])
    way = grid.way(grid.gates(START), grid.gates(END))
    assert way
    assert min(abs(x - 250) for x, _ in way) >= NEAR


def test_it_goes_round_arrows_rather_than_across() -> None:
    grid = Grid([START, END], [START, END], [], SIZE)
    for y in (200, 250, 300):
        grid.note([(0, y), (400, y)])
    way = grid.way(grid.gates(START), grid.gates(END))
    assert way
    assert max(x for x, _ in way) > 400


def test_it_crosses_an_arrow_behind_its_head() -> None:
    grid = Grid([START, END, LEFT, RIGHT], [START, END], [], SIZE)
    arrow = [(RIGHT.x, 250.0), (LEFT.right, 250.0)]
    grid.note(arrow)
    grid.note_head(arrow)
    way = grid.way(grid.gates(START), grid.gates(END))
    assert way
    (x,) = {a for (a, b), (c, d) in pairwise(way) if abs(b - d) > 150}
    assert x - LEFT.right > HEAD


def test_among_many_cards_lines_are_fewer_but_lead_through_every_gap() -> None:
    """Each gap of 16 points has a line, though there would be two where cards are not in line."""
    cards = [Rect(20 + 116 * n, 100 + n % 3, 100 + n % 5, 300) for n in range(MANY + 1)]
    size = (20 + 116 * len(cards), 500)
    grid = Grid(cards, [], [], size)
    for one, other in pairwise(cards):
        lines = [x for x in grid.xs if one.right + 3.9 <= x <= other.x - 3.9]
        assert lines
        assert all(b - a > APART for a, b in pairwise(lines))
