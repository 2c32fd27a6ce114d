"""The cheapest way over a grid, and that a search ends soon where there are very many ways."""

from __future__ import annotations

import math
from itertools import pairwise

from argmap.placing.cross_links.search import LEISURE, MANY, Gate, Search
from argmap.placing.cross_links.squares import Lines


def lines(count: int, cost: float) -> Lines:
    """Return so many lines each way, on which every step costs so much besides its length."""
    steps = [cost] * (count - 1) + [math.inf]
    at = [10.0 * n for n in range(count)]
    return Lines(at, at, [steps[:] for _ in at], [steps[:] for _ in at])


def corner(count: int) -> Gate:
    return Gate(count - 1, count - 1, 1, (10.0 * count, 10.0 * count))


START = Gate(0, 0, 0, (0.0, 0.0))


def test_a_way_turns_no_more_often_than_it_has_to() -> None:
    way = Search(lines(9, 0), [corner(9)], turn=40).way([START])
    assert way is not None
    heads = [(b[0] > a[0], b[1] > a[1]) for a, b in pairwise(way[1:-1])]
    assert sum(one != other for one, other in pairwise(heads)) == 1


def test_a_search_among_very_many_ways_hurries_and_ends_where_it_should() -> None:
    count = 400
    search = Search(lines(count, 15), [corner(count)], turn=40)
    way = search.way([START])
    assert way is not None
    assert way[-1] == corner(count).edge
    assert len(search.cost) < 2 * (LEISURE + MANY) < count * count


def test_where_everything_is_blocked_there_is_no_way() -> None:
    assert Search(lines(5, math.inf), [corner(5)], turn=40).way([START]) is None
