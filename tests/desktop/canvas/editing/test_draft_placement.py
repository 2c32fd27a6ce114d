"""Where a draft lies: next to its anchor, on free ground."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from argmap.desktop.canvas.editing.draft_placement import GAP, beside, free, line_between
from argmap.model.argument_map import ArgumentMap, Style
from argmap.model.kinds import Direction
from tests.desktop.canvas.conftest import MakeHand

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
    rect = beside(anchor, SIZE, (right, down))
    assert rect.size() == SIZE.size()
    step = rect.center() - anchor.center()
    assert step.x() * right + step.y() * down > 0
    apart = anchor.adjusted(-GAP, -GAP, GAP, GAP)
    assert not rect.intersects(apart.adjusted(0.1, 0.1, -0.1, -0.1))


@given(rectangles, st.lists(rectangles, max_size=8), directions)
def test_free_ground_covers_nothing_or_is_what_was_wanted(
    wanted: QRectF, taken: list[QRectF], direction: Direction
) -> None:
    along = direction.towards_next
    found = free(wanted, taken, along)
    assert found.size() == wanted.size()
    assert found == wanted or not any(found.intersects(rect) for rect in taken)
    step = found.center() - wanted.center()
    assert step.x() * along[1] == 0
    assert step.y() * along[0] == 0


def test_free_ground_is_looked_for_onward_first() -> None:
    wanted = QRectF(0, 0, 100, 40)
    found = free(wanted, [wanted], (1, 0))
    assert found.left() > wanted.right()


def test_what_is_free_is_not_moved() -> None:
    wanted = QRectF(0, 0, 100, 40)
    assert free(wanted, [QRectF(300, 0, 50, 50)], (1, 0)) == wanted


@pytest.mark.parametrize("direction", Direction)
def test_the_line_begins_outside_the_anchor(direction: Direction) -> None:
    anchor = QRectF(0, 0, 120, 60)
    rect = beside(anchor, SIZE, direction.towards_premises)
    line = line_between(anchor, rect)
    assert not anchor.contains(line.p1())
    assert line.p2() == rect.center()
    assert line.length() < QPointF(rect.center() - anchor.center()).manhattanLength()


@pytest.mark.parametrize("direction", list(Direction))
def test_the_first_claim_leaves_room_for_what_will_bear_on_it(
    hand_on: MakeHand, direction: Direction
) -> None:
    hand = hand_on(ArgumentMap(style=Style(direction)))
    hand.canvas.editing.begin("")
    editor = hand.editor()
    assert editor
    whole = hand.canvas.viewport().rect()
    off = editor.geometry().center() - whole.center()
    right, down = direction.towards_premises
    assert off.x() * right + off.y() * down < -0.15 * (whole.width() if right else whole.height())
    assert whole.contains(editor.geometry())
