"""A map is fitted so that it can be read: by titles, then folded, with a way back."""

from __future__ import annotations

from functools import reduce

import pytest
from PySide6.QtCore import Qt

from argmap.desktop.canvas.view.fitting import LEAST
from argmap.desktop.notices.notice import Notice
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from tests.desktop.canvas.conftest import Hand

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
CLAIM = "a-claim"
LONG = "This is said in so many words that it takes as many lines as a card can have. " * 3


def large(reasons: int) -> ArgumentMap:
    """Return a claim with reasons that have reasons each, all of them long."""
    made = edit.add_claim(ArgumentMap(), "A claim.")
    for number in range(reasons):
        made = edit.add_premise(made, CLAIM, f"Reason {number}. {LONG}")
        made = reduce(
            lambda m, n: edit.add_premise(m, m.statements[-1 - n].id, f"Deeper {n}. {LONG}"),
            range(2),
            made,
        )
    return made


@pytest.fixture
def told(desk_hand: Hand) -> list[Notice]:
    heard: list[Notice] = []
    desk_hand.session.notice_posted.connect(heard.append)
    return heard


def fit(hand: Hand) -> None:
    hand.key(Key.Key_1, CTRL)
    hand.settle()
    hand.settle()
    hand.settle()


def test_a_map_that_can_be_read_is_fitted_as_it_is(desk_hand: Hand, told: list[Notice]) -> None:
    desk_hand.open(large(3))
    fit(desk_hand)
    view = desk_hand.session.view
    assert not view.titles
    assert not view.folded
    assert told == []
    assert desk_hand.canvas.fits()


def test_a_large_map_is_fitted_by_titles_and_a_larger_one_folded(
    desk_hand: Hand, told: list[Notice]
) -> None:
    desk_hand.canvas.window().resize(800, 600)
    shown = []
    for reasons in (4, 8, 12, 16, 40):
        desk_hand.open(large(reasons))
        fit(desk_hand)
        view = desk_hand.session.view
        shown.append((view.titles, bool(view.folded)))
        assert desk_hand.canvas.fits()
        assert view.folded or desk_hand.canvas.zoom() >= LEAST
    assert shown == sorted(shown)
    assert (True, False) in shown
    assert shown[-1] == (True, True)
    assert told[-1].text.endswith("the map is shown by titles, with branches folded.")
    (back,) = told[-1].remedies
    back.run()
    assert not desk_hand.session.view.titles
    assert not desk_hand.session.view.folded


def test_folding_all_fits_what_is_left(desk_hand: Hand) -> None:
    desk_hand.open(large(6))
    desk_hand.look_at(desk_hand.argument_map.statements[-1].id, 2)
    desk_hand.key(Key.Key_Home, ALT)
    desk_hand.settle()
    assert desk_hand.session.view.folded
    room = desk_hand.canvas.viewport().rect().adjusted(-1, -1, 1, 1)
    assert room.contains(desk_hand.canvas.rect_to_viewport(desk_hand.canvas.bounds()).toRect())
