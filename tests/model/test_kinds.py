"""The vocabularies: each word is a row, and what is known about it stands in that row."""

from __future__ import annotations

import pytest

from argmap.model.argument_map import ArgumentMap, Style
from argmap.model.kinds import USUAL_DIRECTION, Direction


def test_the_map_s_direction_is_its_author_s_else_the_usual_one() -> None:
    assert ArgumentMap().direction is USUAL_DIRECTION
    assert ArgumentMap(style=Style(direction=Direction.LEFT)).direction is Direction.LEFT


@pytest.mark.parametrize(
    ("direction", "premises", "next_"),
    [
        (Direction.TOP, (0, 1), (1, 0)),
        (Direction.BOTTOM, (0, -1), (1, 0)),
        (Direction.LEFT, (1, 0), (0, 1)),
        (Direction.RIGHT, (-1, 0), (0, 1)),
    ],
)
def test_premises_lie_away_from_the_conclusion_s_side_and_siblings_across(
    direction: Direction, premises: tuple[int, int], next_: tuple[int, int]
) -> None:
    assert direction.towards_premises == premises
    assert direction.towards_next == next_
    assert direction.sideways == (premises[0] != 0)
    assert direction == f"conclusion-{direction.side}"
