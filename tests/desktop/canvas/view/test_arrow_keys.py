"""Laws of the arrow keys."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from argmap.desktop.canvas.view.arrow_keys import Heading, next_card

points = st.tuples(st.integers(-500, 500), st.integers(-500, 500))
layouts = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), points, max_size=9)
headings = st.sampled_from(Heading)


def _ahead(start: tuple[float, float], end: tuple[float, float], heading: Heading) -> float:
    right, down = heading.value
    return (end[0] - start[0]) * right + (end[1] - start[1]) * down


@given(points, layouts, headings)
def test_the_next_card_lies_ahead_and_is_found_if_any_does(
    start: tuple[int, int], cards: dict[str, tuple[int, int]], heading: Heading
) -> None:
    found = next_card(start, cards.items(), heading)
    ahead = [id_ for id_, place in cards.items() if _ahead(start, place, heading) > 1]
    assert (found in ahead) if ahead else (found == "")


@given(points, layouts, headings)
def test_none_that_is_straight_ahead_is_passed_over(
    start: tuple[int, int], cards: dict[str, tuple[int, int]], heading: Heading
) -> None:
    found = next_card(start, cards.items(), heading)
    if not found:
        return
    reached = _ahead(start, cards[found], heading)
    aside = math.dist(start, cards[found])
    for place in cards.values():
        straight = _ahead(start, place, heading)
        if straight > 1 and straight == math.dist(start, place):
            assert reached <= straight
            assert aside <= straight


@given(points, layouts, headings)
def test_the_way_does_not_depend_on_where_the_whole_picture_lies(
    start: tuple[int, int], cards: dict[str, tuple[int, int]], heading: Heading
) -> None:
    moved = {id_: (x + 77, y - 31) for id_, (x, y) in cards.items()}
    there = next_card((start[0] + 77, start[1] - 31), moved.items(), heading)
    assert there == next_card(start, cards.items(), heading)


@given(st.lists(st.integers(-400, 400), min_size=1, max_size=9, unique=True))
def test_in_a_row_right_and_left_visit_every_card_in_order(columns: list[int]) -> None:
    row = {str(x): (x * 10, 0) for x in columns}
    at = str(min(columns))
    visited = [at]
    while at := next_card(row[at], row.items(), Heading.RIGHT):
        visited.append(at)
    assert visited == [str(x) for x in sorted(columns)]
    at = visited[-1]
    back = [at]
    while at := next_card(row[at], row.items(), Heading.LEFT):
        back.append(at)
    assert back == visited[::-1]
