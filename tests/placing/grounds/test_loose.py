"""Cards tied to nothing: those of one group stand close, on one ground, under one title."""

from __future__ import annotations

import pytest

from argmap.model.argument_map import ArgumentMap, Group, Statement
from argmap.model.kinds import Direction
from argmap.placing.metrics import Metrics
from argmap.placing.pages import PAGES
from argmap.placing.place import place
from argmap.placing.placed import Placed
from tests.placing.laws import broken
from tests.placing.maps import sizes_of

NESTED = (Group("out", "Out"), Group("mid", "Mid", parent="out"), Group("in", "In", parent="mid"))


def placed_loose(*groups: str, direction: Direction = Direction.TOP) -> Placed:
    """Return where loose cards of these groups stand, one below the other."""
    statements = tuple(Statement(f"s{n}", "", group=group) for n, group in enumerate(groups))
    argument_map = ArgumentMap(statements=statements, groups=NESTED)
    placed = place(argument_map, sizes_of(argument_map), PAGES["a4"], direction)
    assert broken(argument_map, placed, direction) == []
    return placed


@pytest.mark.parametrize("direction", [Direction.TOP, Direction.BOTTOM])
def test_they_stand_close_however_deep_their_group_lies(direction: Direction) -> None:
    cards = placed_loose("in", "in", "in", direction=direction).cards
    assert cards["s1"].y - cards["s0"].bottom == Metrics().loose
    assert cards["s2"].y - cards["s1"].bottom == Metrics().loose


def test_where_a_deeper_group_begins_there_is_room_for_it() -> None:
    cards = placed_loose("out", "in").cards
    assert cards["s1"].y - cards["s0"].bottom > Metrics().loose


def test_a_title_is_shown_once() -> None:
    titles = [halo.group for halo in placed_loose("out", "in", "in", "out").halos if halo.title]
    assert sorted(titles) == ["in", "mid", "out"]


def test_in_pictures_read_upwards_it_stands_under_the_last_one() -> None:
    placed = placed_loose("out", "out", direction=Direction.BOTTOM)
    (title,) = [halo.title for halo in placed.halos if halo.title]
    assert title.y >= placed.cards["s1"].bottom
