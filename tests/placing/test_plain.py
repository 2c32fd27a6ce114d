"""Small maps are plain trees where their page has room: in rows, and with no step that is tiny."""

from __future__ import annotations

import pytest

from argmap.model.kinds import Direction
from argmap.placing.arrangement import Arrangement, Form, Hang
from argmap.placing.metrics import RADIUS
from argmap.placing.pages import PAGES
from argmap.placing.place import place
from argmap.placing.placed import Placed, Sizes
from benchmarks.contact_sheet import small_maps
from tests.placing.laws import broken, uncut
from tests.placing.maps import map_of, sizes_of, tie
from tests.placing.test_place import written

SCREEN = PAGES["screen"]


@pytest.mark.parametrize("direction", Direction)
def test_small_maps_are_placed_lawfully(direction: Direction) -> None:
    faults = []
    for argument_map in small_maps():
        placed = place(argument_map, written(argument_map), PAGES["a4-landscape"], direction)
        faults += broken(argument_map, placed, direction)
    assert faults == []


@pytest.mark.parametrize("direction", [Direction.LEFT, Direction.RIGHT])
def test_what_has_room_is_a_plain_tree(direction: Direction) -> None:
    """From left to right there is room for all of them; from top to bottom not for each."""
    for argument_map in small_maps():
        placed = place(argument_map, written(argument_map), SCREEN, direction)
        assert is_plain(placed.arrangement)


def is_plain(arrangement: Arrangement) -> bool:
    """Whether nothing is stacked, hung or crosswise."""
    return (
        set(arrangement.forms.values()) <= {Form.ROW}
        and not any(arrangement.crosswise.values())
        and all(
            fold.hang is Hang.UNDER and all(len(column) == 1 for column in fold.columns)
            for fold in arrangement.folds.values()
        )
    )


def test_what_has_no_room_as_a_plain_tree_is_no_smaller_for_it() -> None:
    argument_map = map_of(*(tie(f"r{n}", f"s{n}", "c") for n in range(8)))
    placed = place(argument_map, sizes_of(argument_map), SCREEN, Direction.TOP)
    assert placed.width < SCREEN.width
    assert placed.height < SCREEN.height


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("other", [62, 68, 78])
def test_lines_of_linked_premises_have_no_step_too_short_for_its_corners(
    direction: Direction, other: float
) -> None:
    argument_map = map_of(tie("r", "a b d", "c"))
    cards = {"a": (208, 62), "b": (208, 62), "d": (other + 130, other), "c": (208, 62)}
    placed = place(argument_map, Sizes(cards), SCREEN, direction)
    assert broken(argument_map, placed, direction) == []
    assert steps_of(placed) == []


def steps_of(placed: Placed) -> list[float]:
    """Return the lengths of all stretches between two corners that are shorter than both."""
    found: list[float] = []
    for course in placed.courses.values():
        for (x, y), (to_x, to_y) in uncut(course)[1:-1]:
            length = abs(to_x - x) + abs(to_y - y)
            if 0 < length < 2 * RADIUS:
                found.append(length)
    return found


def test_a_line_leaves_its_card_in_the_middle_where_the_joint_is_not_close() -> None:
    argument_map = map_of(tie("r", "a b", "c"))
    placed = place(argument_map, sizes_of(argument_map), SCREEN, Direction.TOP)
    for (_, part), course in placed.courses.items():
        if part is not None:
            (x, _), *_ = course.absolute()
            assert x == placed.cards["ab"[part]].middle[0]
