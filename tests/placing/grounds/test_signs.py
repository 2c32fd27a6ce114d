"""Signs keep off the edges of grounds, and lines keep off signs that do."""

from __future__ import annotations

import pytest

from argmap.model.argument_map import ArgumentMap, Group, Statement
from argmap.model.kinds import Direction
from argmap.placing.pages import PAGES
from argmap.placing.place import place
from argmap.placing.placed import Sizes
from tests.placing.laws import broken
from tests.placing.maps import tie

NESTED = (Group("out", "Out"), Group("mid", "Mid", parent="out"), Group("in", "In", parent="mid"))


@pytest.mark.parametrize("direction", Direction)
def test_the_line_over_what_lies_deep_in_groups_passes_above_its_sign(direction: Direction) -> None:
    ties = ("s1 s2 s3", "s0"), ("s4", "r0"), ("s5", "s0"), ("s6", "r0"), ("s7 s8", "r1")
    argument_map = ArgumentMap(
        statements=tuple(Statement(f"s{n}", "", group="in" if n == 4 else "") for n in range(9)),
        relations=tuple(tie(f"r{n}", *one) for n, one in enumerate(ties)),
        groups=NESTED,
    )
    cards = {f"s{n}": (208.0, 62.0) for n in range(8)} | {"s8": (300.0, 900.0)}
    sizes = Sizes(cards, titles={group.id: (40.0, 12.0) for group in NESTED})
    for page in PAGES.values():
        assert broken(argument_map, place(argument_map, sizes, page, direction), direction) == []


def test_it_passes_above_the_signs_of_what_bears_on_that_too() -> None:
    ties = {
        "r0": ("s8 s0 s1", "r2"),
        "r1": ("s0", "s5"),
        "r2": ("s0 s1 s2", "r1"),
        "r3": ("s0 s1", "r5"),
        "r5": ("s0 s1 s5", "r1"),
        "r6": ("s0 s1 s2", "s0"),
    }
    argument_map = ArgumentMap(
        statements=tuple(Statement(f"s{n}", "", group="in" if n == 8 else "") for n in range(9)),
        relations=tuple(tie(id_, *one) for id_, one in ties.items()),
        groups=NESTED,
    )
    sizes = Sizes(
        {statement.id: (208.0, 62.0) for statement in argument_map.statements},
        titles={group.id: (40.0, 12.0) for group in NESTED},
    )
    placed = place(argument_map, sizes, PAGES["a4"])
    assert broken(argument_map, placed, Direction.TOP) == []
