"""A judgement set by hand is seen on card and step at once, evaluation on or off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.desktop.canvas.conftest import Hand

Key = Qt.Key
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
CARD, STEP = "calm-is-good", "r-calm-is-good"


@pytest.mark.parametrize("evaluating", [False, True])
def test_a_judgement_is_seen_on_the_card(desk_hand: Hand, evaluating: bool) -> None:
    if evaluating:
        desk_hand.key(Key.Key_E, BOTH)
        desk_hand.settle()
    desk_hand.canvas.setFocus()
    desk_hand.session.select([CARD])
    desk_hand.key(Key.Key_R, BOTH)
    if not evaluating:  # there is nothing to work out first
        badge = desk_hand.canvas.map_scene.cards[CARD].badge
        assert badge
        assert badge[0] == "rejected"
    desk_hand.qtbot.waitUntil(lambda: "rejected" in badge_of(desk_hand))
    desk_hand.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk_hand.qtbot.waitUntil(lambda: "rejected" not in badge_of(desk_hand))


@pytest.mark.parametrize("evaluating", [False, True])
def test_a_step_that_does_not_follow_says_so(desk_hand: Hand, evaluating: bool) -> None:
    if evaluating:
        desk_hand.key(Key.Key_E, BOTH)
    desk_hand.canvas.setFocus()
    desk_hand.session.select([STEP])
    desk_hand.key(Key.Key_R, BOTH)
    desk_hand.qtbot.waitUntil(lambda: "does not follow" in words_on(desk_hand, STEP))


def badge_of(hand: Hand) -> str:
    hand.settle()
    return " ".join(line.text for line in hand.canvas.map_scene.cards[CARD].card.lines[:2])


def words_on(hand: Hand, id_: str) -> str:
    hand.settle()
    arrow = hand.canvas.map_scene.arrows[id_].arrow
    texts = (getattr(one, "text", "") for edge in arrow.edges for one in edge.operations)
    return " ".join(texts)
