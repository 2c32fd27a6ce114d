"""Where a draft lies: next to its anchor, on free ground."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from argmap.desktop.canvas.editing import draft_placement as places
from argmap.model.kinds import Direction

SIZE = QRectF(0, 0, 240, 45)
rectangles = st.builds(
    QRectF,
    st.integers(-600, 600),
    st.integers(-600, 600),
    st.integers(40, 300),
    st.integers(20, 120),
)
directions = st.sampled_from(Direction)


@given(rectangles, directions)
def test_beside_leaves_the_gap_in_the_direction_asked_for(
    anchor: QRectF, direction: Direction
) -> None:
    right, down = direction.towards_premises
    place = places.beside(anchor, SIZE, (right, down))
    assert place.size() == SIZE.size()
    step = place.center() - anchor.center()
    assert step.x() * right + step.y() * down > 0
    apart = anchor.adjusted(-places.GAP, -places.GAP, places.GAP, places.GAP)
    assert not place.intersects(apart.adjusted(0.1, 0.1, -0.1, -0.1))


@given(rectangles, st.lists(rectangles, max_size=8), directions)
def test_free_ground_covers_nothing_or_is_the_place_wanted(
    wanted: QRectF, taken: list[QRectF], direction: Direction
) -> None:
    along = direction.towards_next
    found = places.free(wanted, taken, along)
    assert found.size() == wanted.size()
    assert found == wanted or not any(found.intersects(place) for place in taken)
    step = found.center() - wanted.center()
    assert step.x() * along[1] == 0
    assert step.y() * along[0] == 0


def test_free_ground_is_looked_for_onward_first() -> None:
    wanted = QRectF(0, 0, 100, 40)
    found = places.free(wanted, [wanted], (1, 0))
    assert found.left() > wanted.right()


def test_what_is_free_is_not_moved() -> None:
    wanted = QRectF(0, 0, 100, 40)
    assert places.free(wanted, [QRectF(300, 0, 50, 50)], (1, 0)) == wanted


@pytest.mark.parametrize("direction", Direction)
def test_the_line_begins_outside_the_anchor(direction: Direction) -> None:
    anchor = QRectF(0, 0, 120, 60)
    place = places.beside(anchor, SIZE, direction.towards_premises)
    line = places.line_between(anchor, place)
    assert not anchor.contains(line.p1())
    assert line.p2() == place.center()
    assert line.length() < QPointF(place.center() - anchor.center()).manhattanLength()
