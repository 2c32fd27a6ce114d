"""F5: through the cards one by one, and back to where one was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow

from argmap.desktop.canvas.view.viewport_keeper import READABLE
from argmap.model.argument_map import ArgumentMap
from tests.desktop.canvas.conftest import Hand

Key = Qt.Key
ORDER = [
    "open-it-on-sundays",
    "demand-is-high",
    "demand-is-enough",
    "cost-doubles",
    "volunteers-will-come",
    "sundays-are-quiet",
    "calm-is-good",
]
"""Conclusions first, then what hangs below them, as the outline has it."""


def status(hand: Hand) -> str:
    """Return what stands in the status bar."""
    window = hand.canvas.window()
    assert isinstance(window, QMainWindow)
    return window.statusBar().currentMessage()


def middle(hand: Hand) -> QPointF:
    return hand.canvas.to_scene(QPointF(hand.canvas.viewport().rect().center()))


def steps(hand: Hand, key: Qt.Key, count: int) -> list[str]:
    """Press a key several times; give what was selected after each."""
    visited: list[str] = []
    for _ in range(count):
        hand.key(key)
        visited.extend(hand.session.selection)
    return visited


@pytest.mark.parametrize("key", [Key.Key_F5, Key.Key_Right, Key.Key_Down])
def test_f5_and_arrow_keys_visit_every_card_in_reading_order(desk_hand: Hand, key: Qt.Key) -> None:
    desk_hand.key(Key.Key_F5)
    assert desk_hand.session.selection == (ORDER[0],)
    assert steps(desk_hand, key, len(ORDER)) == [*ORDER[1:], ORDER[0]]


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_Up])
def test_arrow_keys_go_back_too(desk_hand: Hand, key: Qt.Key) -> None:
    desk_hand.key(Key.Key_F5)
    assert steps(desk_hand, key, len(ORDER)) == [*ORDER[:0:-1], ORDER[0]]


def test_it_begins_with_the_card_after_the_selected_one(desk_hand: Hand) -> None:
    desk_hand.session.select(["cost-doubles"])
    assert steps(desk_hand, Key.Key_F5, 2) == ["volunteers-will-come", "sundays-are-quiet"]


def test_the_status_says_where_one_is_and_what_the_keys_are(desk_hand: Hand) -> None:
    steps(desk_hand, Key.Key_F5, 3)
    assert status(desk_hand) == (
        "Card 3 of 7: F5 and the arrow keys go on and back, Escape returns."
    )
    desk_hand.key(Key.Key_Left)
    assert status(desk_hand).startswith("Card 2 of 7")
    desk_hand.key(Key.Key_Escape)
    assert status(desk_hand) == ""


def test_escape_returns_to_what_was_selected_and_seen(desk_hand: Hand) -> None:
    desk_hand.session.select(["calm-is-good", "r-cost-doubles"])
    desk_hand.canvas.zoom_to(0.5)
    desk_hand.canvas.scroll_by(31, -17)
    before = middle(desk_hand)
    steps(desk_hand, Key.Key_F5, 4)
    assert desk_hand.canvas.zoom() >= READABLE
    desk_hand.key(Key.Key_Escape)
    assert desk_hand.session.selection == ("calm-is-good", "r-cost-doubles")
    assert desk_hand.canvas.zoom() == pytest.approx(0.5)
    assert (middle(desk_hand) - before).manhattanLength() * 0.5 <= 2


def test_each_card_is_shown_in_the_middle_at_the_zoom_of_the_user(desk_hand: Hand) -> None:
    desk_hand.canvas.zoom_to(2.2)
    centre = desk_hand.canvas.viewport().rect().center()
    for id_ in ORDER:
        desk_hand.key(Key.Key_F5)
        assert desk_hand.canvas.zoom() == 2.2
        assert (desk_hand.spot(id_) - centre).manhattanLength() <= 4


def test_selecting_something_else_stays_there(desk_hand: Hand) -> None:
    steps(desk_hand, Key.Key_F5, 2)
    desk_hand.click(desk_hand.spot("demand-is-enough"))
    assert status(desk_hand) == ""
    desk_hand.key(Key.Key_Escape)
    assert desk_hand.session.selection == ("demand-is-enough",)
    desk_hand.key(Key.Key_Up)  # means what it usually does
    assert desk_hand.session.selection == ("open-it-on-sundays",)


def test_shift_and_arrow_select_more_as_ever(desk_hand: Hand) -> None:
    desk_hand.key(Key.Key_F5)
    desk_hand.key(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(desk_hand.session.selection) == 2
    assert status(desk_hand) == ""


def test_escape_ends_the_tour_before_it_leaves_the_branch(desk_hand: Hand) -> None:
    desk_hand.session.set_view(replace(desk_hand.session.view, branch="sundays-are-quiet"))
    desk_hand.settle()
    desk_hand.session.select(["sundays-are-quiet"])
    assert steps(desk_hand, Key.Key_F5, 2) == ["calm-is-good", "sundays-are-quiet"]
    desk_hand.key(Key.Key_Escape)
    assert desk_hand.session.view.branch == "sundays-are-quiet"
    desk_hand.key(Key.Key_Escape)
    assert desk_hand.session.view.branch == ""


def test_what_is_folded_away_stays_folded(desk_hand: Hand) -> None:
    folded = frozenset({"open-it-on-sundays"})
    desk_hand.session.set_view(replace(desk_hand.session.view, folded=folded))
    assert steps(desk_hand, Key.Key_F5, 4) == [ORDER[0], *ORDER[5:], ORDER[0]]
    assert desk_hand.session.view.folded == folded


def test_a_card_can_be_written_on_the_way(desk_hand: Hand) -> None:
    desk_hand.session.select(["sundays-are-quiet"])
    desk_hand.key(Key.Key_F5)
    desk_hand.key(Key.Key_F2)
    desk_hand.type(" So it is.")
    desk_hand.key(Key.Key_Return)
    assert desk_hand.argument_map.statement_by_id["calm-is-good"].text == "Calm is good. So it is."
    desk_hand.key(Key.Key_Escape)
    assert desk_hand.session.selection == ("sundays-are-quiet",)


def test_from_elsewhere_the_keys_come_to_the_canvas(desk_hand: Hand) -> None:
    field = desk_hand.canvas.window().findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    desk_hand.key(Key.Key_F5)
    assert desk_hand.canvas.hasFocus()
    assert steps(desk_hand, Key.Key_Down, 1) == [ORDER[1]]


def test_a_map_that_is_closed_is_no_way_back(desk_hand: Hand, pool: ArgumentMap) -> None:
    steps(desk_hand, Key.Key_F5, 3)
    desk_hand.open(replace(pool, statements=pool.statements[:1], relations=()))
    zoom = desk_hand.canvas.zoom()
    desk_hand.key(Key.Key_Escape)
    assert (desk_hand.canvas.zoom(), status(desk_hand)) == (zoom, "")


def test_an_empty_map_has_no_steps(desk_hand: Hand) -> None:
    desk_hand.open(ArgumentMap())
    desk_hand.key(Key.Key_F5)
    assert desk_hand.session.selection == ()
    assert status(desk_hand) == ""


def test_while_a_card_is_written_no_step_is_made(desk_hand: Hand) -> None:
    desk_hand.session.select([ORDER[-1]])
    desk_hand.key(Key.Key_Tab)
    desk_hand.type("Says who?")
    desk_hand.key(Key.Key_F5)
    assert desk_hand.session.selection == (ORDER[-1],)
    assert status(desk_hand) == ""
    desk_hand.key(Key.Key_Return)
    assert desk_hand.session.selection == ("says-who",)
    desk_hand.key(Key.Key_F5)
    assert status(desk_hand).startswith("Card 1 of 8")
