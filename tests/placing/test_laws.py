"""The laws of every picture, for trees and tangles, in all directions and on all pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.kinds import Direction
from argmap.placing.pages import PAGES
from argmap.placing.place import place
from tests.long import LONG
from tests.placing.laws import broken
from tests.placing.maps import sizes, tangles, trees

PAGE = st.sampled_from(sorted(PAGES))
LAWFUL = settings(max_examples=150 * LONG, deadline=None, derandomize=LONG == 1)
LARGE = settings(LAWFUL, max_examples=4 * LONG)
"""The same maps on every machine; others are searched for by whoever has more time."""


@pytest.mark.parametrize("direction", Direction)
@given(st.data())
@LAWFUL
def test_trees_are_placed_lawfully(direction: Direction, data: st.DataObject) -> None:
    argument_map = data.draw(trees())
    measured = data.draw(sizes(argument_map))
    placed = place(argument_map, measured, PAGES[data.draw(PAGE)], direction)
    assert broken(argument_map, placed, direction) == []


@pytest.mark.parametrize("direction", Direction)
@given(st.data())
@LAWFUL
def test_tangles_are_placed_lawfully(direction: Direction, data: st.DataObject) -> None:
    argument_map = data.draw(tangles())
    measured = data.draw(sizes(argument_map))
    placed = place(argument_map, measured, PAGES[data.draw(PAGE)], direction)
    assert broken(argument_map, placed, direction) == []


@pytest.mark.parametrize("direction", Direction)
@given(st.data())
@LARGE
def test_large_tangles_are_placed_lawfully(direction: Direction, data: st.DataObject) -> None:
    argument_map = data.draw(tangles(least=20, most=25))
    measured = data.draw(sizes(argument_map))
    placed = place(argument_map, measured, PAGES[data.draw(PAGE)], direction)
    assert broken(argument_map, placed, direction) == []
