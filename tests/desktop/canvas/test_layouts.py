"""A wait that can be felt is shown, a long one can be stopped, and both end."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from argmap.desktop.notice import Notice
from tests.desktop.canvas.conftest import Hand


def test_a_short_wait_shows_nothing(hand: Hand) -> None:
    busy: list[bool] = []
    hand.canvas.layouts.busy.connect(busy.append)
    hand.canvas.layouts.refresh()
    hand.settle()
    assert busy == []


def test_a_wait_that_can_be_felt_is_shown_until_the_picture_is_there(hand: Hand) -> None:
    busy: list[bool] = []
    hand.canvas.layouts.busy.connect(busy.append)
    hand.canvas.layouts.refresh()
    hand.canvas.layouts._soon.timeout.emit()  # as after 0.3 s
    hand.settle()
    assert busy == [True, False]


def test_a_long_wait_can_be_stopped_and_says_that_it_ended(hand: Hand, qtbot: QtBot) -> None:
    told: list[Notice] = []
    hand.session.told.connect(told.append)
    before = hand.canvas.stage.picture
    hand.canvas.layouts.refresh()
    hand.canvas.layouts._long.timeout.emit()  # as after a second
    (stop,) = told[0].remedies
    assert stop.words == "Stop"
    with qtbot.waitSignal(hand.canvas.layouts.given_up):
        stop.run()
    assert not hand.canvas.layouts.awaited
    assert hand.canvas.stage.picture is before
    assert (told[-1].key, told[-1].remedies) == (told[0].key, ())
