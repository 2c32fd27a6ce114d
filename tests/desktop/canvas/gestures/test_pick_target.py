"""Picking the target of a link instead of dragging to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from argmap.desktop.canvas.gestures.pick_target import PickTarget
from argmap.desktop.notices.notice import Notice
from tests.desktop.canvas.conftest import Hand
from tests.desktop.canvas.gestures.pointing import (
    RIGHT,
    Key,
    empty_spot,
)


def test_a_target_is_picked_with_a_click(hand: Hand) -> None:
    hand.canvas.start_link("calm-is-good")
    hand.move(hand.spot("open-it-on-sundays"))
    hand.click(hand.spot("open-it-on-sundays"))
    assert hand.canvas.gestures.current is None
    assert hand.argument_map.relations_of("calm-is-good")[-1].target == "open-it-on-sundays"


def test_a_pick_says_what_to_do_and_lasts_until_something_is_picked(hand: Hand) -> None:
    told: list[Notice] = []
    hand.session.notice_posted.connect(told.append)
    hand.canvas.start_link("cost-doubles")
    assert "Enter" in told[0].text
    hand.move(hand.spot("calm-is-good"))
    hand.release(hand.spot("calm-is-good"))  # of a click that was for something else
    hand.press(hand.spot("calm-is-good"), button=RIGHT)
    hand.release(hand.spot("calm-is-good"), button=RIGHT)
    assert isinstance(hand.canvas.gestures.current, PickTarget)
    hand.key(Key.Key_Return)
    targets = [r.target for r in hand.argument_map.relations_of("cost-doubles")]
    assert targets == ["open-it-on-sundays", "calm-is-good"]


def test_a_pick_clicked_beside_everything_ends_without_a_link(hand: Hand) -> None:
    before = hand.argument_map
    hand.canvas.start_link("cost-doubles")
    hand.click(empty_spot(hand))
    assert hand.canvas.gestures.current is None
    assert hand.argument_map is before


def test_enter_with_nothing_pointed_at_goes_on_picking(hand: Hand) -> None:
    before = hand.argument_map
    hand.canvas.start_link("cost-doubles")
    hand.key(Key.Key_Return)
    assert isinstance(hand.canvas.gestures.current, PickTarget)
    hand.type("x")  # no letter writes meanwhile
    assert hand.editor() is None
    hand.key(Key.Key_Escape)
    assert hand.argument_map is before


@pytest.mark.parametrize("key", [Key.Key_X, Key.Key_Tab, Key.Key_F2, Key.Key_Space, Key.Key_Delete])
def test_any_other_key_says_what_is_waited_for_and_the_link_lives_on(
    hand: Hand, key: Qt.Key
) -> None:
    told: list[Notice] = []
    before = hand.argument_map
    hand.canvas.start_link("calm-is-good")
    hand.session.notice_posted.connect(told.append)
    hand.key(key)
    assert [("needs its target" in notice.text, notice.key) for notice in told] == [(True, "pick")]
    assert hand.editor() is None
    assert hand.argument_map is before
    hand.click(hand.spot("open-it-on-sundays"))
    assert hand.argument_map.relations_of("calm-is-good")[-1].target == "open-it-on-sundays"


def test_what_is_not_in_the_picture_cannot_be_linked_from(hand: Hand) -> None:
    hand.canvas.start_link("r-cost-doubles")
    hand.canvas.start_link("nothing")
    assert hand.canvas.gestures.current is None
