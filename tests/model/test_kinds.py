"""The vocabularies: each word is a row, and what is known about it stands in that row."""

from __future__ import annotations

import pytest

from argmap.model.argument_map import ArgumentMap, Style
from argmap.model.edits.edit import usual_bearing
from argmap.model.kinds import USUAL_DIRECTION, Bearing, Direction, Judgement, Kind
from tests.model.maps import a_map


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


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_says_what_it_asks_and_does(kind: Kind) -> None:
    assert kind.prompt.endswith("?")
    assert kind.does
    assert Kind(kind.value) is kind
    assert kind.bearing is None or kind.bearing.kind is kind


@pytest.mark.parametrize("bearing", Bearing)
def test_a_bearing_has_a_kind_an_opposite_and_words(bearing: Bearing) -> None:
    assert bearing.kind.bearing is bearing
    assert bearing.opposite is not bearing
    assert bearing.opposite.opposite is bearing
    assert f"{bearing.noun}s" == bearing
    assert f"{bearing.noun}ed" == bearing.participle
    assert bearing.sign
    assert bearing.step_verb


def test_what_somebody_does_who_judges() -> None:
    assert [judgement.verb for judgement in Judgement] == ["accept", "reject"]


def test_a_new_relation_does_what_the_kind_of_its_premise_does_or_undercuts_a_step() -> None:
    argument_map = a_map("p -> C; x -x C")
    assert usual_bearing(argument_map, "p", "C") is Bearing.SUPPORTS
    assert usual_bearing(argument_map, "x", "C") is Bearing.ATTACKS
    assert usual_bearing(argument_map, "C", "p") is Bearing.SUPPORTS
    assert usual_bearing(argument_map, "p", "r-x") is Bearing.ATTACKS
