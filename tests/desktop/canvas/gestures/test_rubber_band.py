"""Selecting with a rectangle."""

from __future__ import annotations

from PySide6.QtCore import Qt

from argmap.desktop.canvas.gestures.rubber_band import RubberBandSelection
from tests.desktop.canvas.conftest import Hand
from tests.desktop.canvas.gestures.pointing import (
    ACCENT,
    CTRL,
    NONE,
    SHIFT,
    empty_spot,
)
from tests.desktop.canvas.seeing import around, inked, looks


def test_a_rubber_band_selects_what_it_touches_and_escape_takes_it_back(hand: Hand) -> None:
    inside = hand.canvas.viewport().rect().adjusted(2, 2, -2, -2)
    hand.drag(inside.topLeft(), inside.bottomRight())
    assert set(hand.session.selection) == {s.id for s in hand.argument_map.statements}
    hand.session.select(["calm-is-good"])
    hand.press(inside.topLeft())
    hand.move(inside.bottomRight())
    hand.key(Qt.Key.Key_Escape)
    assert hand.session.selection == ("calm-is-good",)
    hand.release(inside.bottomRight())


def test_a_rubber_band_selects_more_with_ctrl_or_shift_and_anew_without(hand: Hand) -> None:
    place = hand.canvas.rect_of("calm-is-good")
    assert place
    box = hand.canvas.rect_to_viewport(place).toRect().adjusted(-6, -6, 6, 6)
    for modifiers, kept in ((CTRL, True), (SHIFT, True), (NONE, False)):
        hand.session.select(["cost-doubles"])
        hand.press(box.topLeft(), modifiers)
        gesture = hand.canvas.gestures.current
        assert isinstance(gesture, RubberBandSelection)
        gesture.move(box.center(), modifiers)
        gesture.move(box.bottomRight(), modifiers)
        assert inked(looks(hand), ACCENT, around(box.topLeft(), 4)).isValid()
        hand.release(box.bottomRight(), modifiers)
        expected = ("cost-doubles", "calm-is-good") if kept else ("calm-is-good",)
        assert hand.session.selection == expected


def test_a_click_beside_everything_with_ctrl_keeps_the_selection(hand: Hand) -> None:
    hand.session.select(["cost-doubles"])
    selections = []
    for modifiers in (CTRL, NONE):
        hand.click(empty_spot(hand), modifiers)
        selections.append(hand.session.selection)
    assert selections == [("cost-doubles",), ()]
