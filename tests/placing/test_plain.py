"""Small maps are plain trees where text can be read: in rows, and with no step that is tiny."""

from __future__ import annotations

import pytest

from argmap.model.kinds import Direction
from argmap.placing.arrangement import Arrangement, Form, Hang
from argmap.placing.metrics import RADIUS
from argmap.placing.pages import FULL, PAGES, text_size
from argmap.placing.place import place
from argmap.placing.placed import Placed, Sizes
from argmap.placing.shaping.plain import READABLE
from benchmarks.contact_sheet import small_maps
from tests.placing.laws import broken, uncut
from tests.placing.maps import map_of, sizes_of, tie
from tests.placing.test_place import written

SCREEN, SHEET = PAGES["screen"], PAGES["a4-landscape"]


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


def test_reasons_stand_side_by_side_though_text_could_be_larger() -> None:
    """Four of them on a sheet have text of 10 pt; folded they would have 12."""
    argument_map = map_of(*(tie(f"r{n}", f"s{n}", "c") for n in range(4)))
    placed = place(argument_map, sizes_of(argument_map), SHEET, Direction.TOP)
    assert is_plain(placed.arrangement)
    assert READABLE <= text_size(placed.width, placed.height, SHEET) < FULL


@pytest.mark.parametrize("direction", Direction)
def test_small_trees_stand_side_by_side(direction: Direction) -> None:
    """In one row that is; from left to right, below each other."""
    ties = [tie(f"r{n}", f"s{n}", f"c{n}") for n in range(3)]
    placed = place(map_of(*ties), sizes_of(map_of(*ties)), SHEET, direction)
    across = direction in {Direction.TOP, Direction.BOTTOM}
    claims = [placed.cards[f"c{n}"] for n in range(3)]
    assert len({(card.y if across else card.x) for card in claims}) == 1


def test_stacks_are_as_low_as_they_can_be() -> None:
    """Six reasons have no room in a row: three stacks of two are plainer than others."""
    argument_map = map_of(*(tie(f"r{n}", f"s{n}", "c") for n in range(6)))
    placed = place(argument_map, sizes_of(argument_map), SHEET, Direction.TOP)
    assert [len(column) for column in placed.arrangement.folds["c"].columns] == [2, 2, 2]


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
