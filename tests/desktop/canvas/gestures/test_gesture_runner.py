"""A gesture ends by its button, by Escape, and by whatever else comes between."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from argmap.desktop.canvas.gestures.drag_card import DragCard
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from tests.desktop.canvas.conftest import Hand
from tests.desktop.canvas.gestures.pointing import (
    CTRL,
    MIDDLE,
    NONE,
    RIGHT,
    Key,
    Shape,
    cursor,
    empty_spot,
)
from tests.desktop.canvas.seeing import looks

Start = tuple[QPoint, Qt.KeyboardModifier, Qt.MouseButton]


STARTS: dict[str, Callable[[Hand], Start]] = {
    "dragging a card": lambda hand: (hand.spot("calm-is-good"), NONE, Qt.MouseButton.LeftButton),
    "drawing a link": lambda hand: (hand.edge("calm-is-good"), NONE, Qt.MouseButton.LeftButton),
    "a rubber band": lambda hand: (empty_spot(hand), NONE, Qt.MouseButton.LeftButton),
    "more by a rubber band": lambda hand: (empty_spot(hand), CTRL, Qt.MouseButton.LeftButton),
    "panning": lambda hand: (empty_spot(hand), NONE, MIDDLE),
}


@pytest.fixture
def still(hand: Hand) -> Hand:
    """A canvas with a selected card that has nothing left to scroll or to draw."""
    hand.session.select(["calm-is-good"])
    hand.canvas.zoom_to(1.1)
    return hand


@pytest.mark.parametrize("what", STARTS)
def test_escape_amid_a_gesture_leaves_no_trace(still: Hand, what: str) -> None:
    before, map_before = looks(still), still.argument_map
    start, modifiers, button = STARTS[what](still)
    target = still.spot("cost-doubles")
    still.press(start, modifiers, button)
    still.move((start + target) / 2)
    still.move(target)
    assert looks(still) != before  # what is going on is seen
    still.key(Key.Key_Escape)
    assert still.canvas.gestures.current is None
    assert cursor(still) is Shape.ArrowCursor
    still.release(target, modifiers, button)
    still.canvas.highlighting.set_hovered("")
    assert looks(still) == before
    assert still.argument_map is map_before
    assert still.session.selection == ("calm-is-good",)


@pytest.mark.parametrize("what", STARTS)
def test_losing_the_focus_ends_a_gesture_and_a_menu_does_not(still: Hand, what: str) -> None:
    start, modifiers, button = STARTS[what](still)
    still.press(start, modifiers, button)
    still.move(start - QPoint(40, 40))
    assert still.canvas.gestures.current is not None
    for reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
        QApplication.sendEvent(still.canvas, QFocusEvent(QEvent.Type.FocusOut, reason))
        assert still.canvas.gestures.current is not None
    other = Qt.FocusReason.OtherFocusReason
    QApplication.sendEvent(still.canvas, QFocusEvent(QEvent.Type.FocusOut, other))
    assert still.canvas.gestures.current is None
    still.release(start, modifiers, button)
    assert still.session.document.done == ()


def test_another_button_neither_ends_a_drag_nor_begins_one(hand: Hand) -> None:
    start, end = hand.spot("cost-doubles"), hand.spot("sundays-are-quiet")
    hand.press(start)
    hand.move((start + end) / 2)
    hand.release((start + end) / 2, button=RIGHT)
    assert isinstance(hand.canvas.gestures.current, DragCard)
    hand.move(end)
    hand.release(end)
    assert hand.argument_map.relations_of("cost-doubles")[0].target == "sundays-are-quiet"
    hand.press(empty_spot(hand), button=RIGHT)
    assert hand.canvas.gestures.current is None
    hand.release(empty_spot(hand), button=RIGHT)


def test_opening_another_map_ends_a_gesture(hand: Hand) -> None:
    hand.press(hand.spot("cost-doubles"))
    hand.move(hand.spot("sundays-are-quiet"))
    hand.open(edit.add_claim(ArgumentMap(), "Alone."))
    hand.release(QPoint(300, 300))
    assert [s.text for s in hand.argument_map.statements] == ["Alone."]
    assert hand.session.document.done == ()


@pytest.mark.parametrize("what", STARTS)
def test_what_is_typed_amid_a_gesture_goes_nowhere_and_it_is_said(still: Hand, what: str) -> None:
    told: list[str] = []
    still.session.notice_posted.connect(lambda notice: told.append(notice.text))
    before = still.argument_map
    start, modifiers, button = STARTS[what](still)
    still.press(start, modifiers, button)
    still.key(Key.Key_Shift)
    assert told == [], "Shift may be held for the gesture"
    for typed in (Key.Key_X, Key.Key_Tab, Key.Key_Delete):
        told.clear()
        still.key(typed)
        assert len(told) == 1
        assert "Let the mouse go" in told[0]
    assert still.editor() is None
    still.key(Key.Key_Escape)
    still.release(start, modifiers, button)
    assert still.argument_map is before


def test_a_blank_that_is_held_for_panning_is_no_key_to_speak_of(still: Hand) -> None:
    told: list[str] = []
    still.session.notice_posted.connect(lambda notice: told.append(notice.text))
    still.hold(Key.Key_Space)
    still.press(empty_spot(still))
    still.hold(Key.Key_Space)  # which repeats itself
    still.release(empty_spot(still))
    still.release_key(Key.Key_Space)
    assert told == []
