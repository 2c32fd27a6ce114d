"""The picture is held: edits move as little as possible, until the user asks for more."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt

from argmap.desktop.canvas.editing.card_editor import WIDTH
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.model.kinds import Direction
from tests.desktop.canvas.conftest import Hand, MakeHand

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
CLAIM = "a-claim"


@pytest.fixture
def several(desk_hand: Hand) -> Hand:
    """A claim with five reasons of several lines, two of which have reasons of their own."""
    made = edit.add_claim(ArgumentMap(), "A claim.")
    for number in range(5):
        words = f"Reason {number} is said in so many words that they take two lines or three."
        made = edit.add_premise(made, CLAIM, words)
    reasons = [s.id for s in made.statements[1:]]
    for reason in reasons[1:3]:
        for number in range(2):
            made = edit.add_premise(made, reason, f"Because of {reason[:8]} {number}, it is so.")
    desk_hand.open(made)
    return desk_hand


def places(hand: Hand) -> dict[str, tuple[float, float]]:
    picture = hand.canvas.map_scene.picture
    assert picture
    return {card.id: (card.x, card.y) for card in picture.cards}


def seen_at(hand: Hand, id_: str) -> QPointF:
    rect = hand.canvas.rect_of(id_)
    assert rect
    return hand.canvas.rect_to_viewport(rect).topLeft()


def reason(hand: Hand, number: int) -> str:
    return hand.argument_map.relations_on(CLAIM)[number].premises[0]


def sides(hand: Hand) -> dict[tuple[str, str], tuple[bool, bool]]:
    """Return for all pairs of reasons on which side of each other they stand."""
    at = places(hand)
    reasons = [r.premises[0] for r in hand.argument_map.relations_on(CLAIM)]
    reasons = [id_ for id_ in reasons if id_ in at]
    return {
        (a, b): (at[a][0] < at[b][0] - 1, at[a][1] < at[b][1] - 1) for a in reasons for b in reasons
    }


def test_folding_and_opening_changes_nothing(several: Hand) -> None:
    before = places(several)
    several.session.select([reason(several, 1)])
    for _ in range(2):
        several.key(Key.Key_Space)
        several.settle()
    assert places(several) == before


def add(hand: Hand) -> None:
    hand.session.select([reason(hand, 3)])
    hand.key(Key.Key_Tab)
    hand.type("Something new that takes more than a single line to say.")
    hand.key(Key.Key_Return)


def delete(hand: Hand) -> None:
    hand.session.select([reason(hand, 2)])
    hand.key(Key.Key_Delete)


def reorder(hand: Hand) -> None:
    hand.session.select([reason(hand, 3)])
    hand.key(Key.Key_Down, ALT)


def reparent(hand: Hand) -> None:
    hand.session.select([reason(hand, 4)])
    hand.key(Key.Key_Right, ALT)


EDITS: dict[str, Callable[[Hand], None]] = {
    "add": add,
    "delete": delete,
    "reorder": reorder,
    "reparent": reparent,
}


@pytest.mark.parametrize("how", EDITS)
def test_an_edit_and_its_undo_leave_the_sides_and_the_picture(several: Hand, how: str) -> None:
    before, between = places(several), sides(several)
    EDITS[how](several)
    several.settle()
    after = sides(several)
    assert places(several) != before
    moved = reason(several, 3) if how == "reorder" else ""
    moved_too = reason(several, 4) if how == "reorder" else ""
    for pair in between.keys() & after.keys():
        if moved not in pair and moved_too not in pair:
            assert after[pair] == between[pair]
    several.key(Key.Key_Z, CTRL)
    several.settle()
    assert places(several) == before


def turn(hand: Hand) -> None:
    hand.session.attempt("Turn", lambda m: edit.set_direction(m, Direction.LEFT))


STEPS: dict[str, tuple[Callable[[Hand], None], ...]] = {
    **{name: (way,) for name, way in EDITS.items()},
    "a turn": (add, turn),
}


@pytest.mark.parametrize("how", STEPS)
def test_undo_and_redo_show_exactly_the_places_that_were_there(several: Hand, how: str) -> None:
    grown(several)
    seen, first = [places(several)], len(several.session.document.done)
    for step in STEPS[how]:
        step(several)
        several.settle()
        seen.append(places(several))
    assert len(several.session.document.done) == first + len(seen) - 1
    for key, expected in ((Key.Key_Z, seen[-2::-1]), (Key.Key_Y, seen[1:])) * 2:
        for known in expected:
            several.key(key, CTRL)
            several.settle()
            assert places(several) == known


def test_undo_of_a_second_reason_hangs_the_first_one_as_it_hung(desk_hand: Hand) -> None:
    made = edit.add_claim(ArgumentMap(), "The town should open the pool on Sundays all year round.")
    claim = made.statements[0].id
    made = edit.add_premise(made, claim, "Many people have time for swimming only on Sundays.")
    made = edit.add_premise(made, claim, "The pool is heated on Sundays anyway.")
    made = edit.add_rebuttal(made, claim, "Staff would have to be paid twice as much on Sundays.")
    above = made.statements[1].id
    made = edit.add_premise(made, above, "A survey of two thousand residents says so.")
    desk_hand.open(made)
    before = places(desk_hand)
    desk_hand.session.select([above])
    desk_hand.key(Key.Key_Tab)
    desk_hand.type("Something new that takes more than a single line to be said here.")
    desk_hand.key(Key.Key_Return)
    desk_hand.settle()
    after = places(desk_hand)
    first = made.relations_on(above)[0].premises[0]
    assert after[first] != before[first], "else this tests nothing"
    for key, expected in ((Key.Key_Z, before), (Key.Key_Y, after)) * 2:
        desk_hand.key(key, CTRL)
        desk_hand.settle()
        assert places(desk_hand) == expected


def test_the_edited_card_stays_where_it_is_on_the_screen(several: Hand) -> None:
    several.canvas.zoom_to(1)
    edited = reason(several, 2)
    several.canvas.center_on(edited)
    several.session.select([edited])
    before = seen_at(several, edited)
    several.key(Key.Key_F2)
    several.type(" And more of it, and more of it, and more of it, and yet more of it.")
    several.key(Key.Key_Return)
    several.settle()
    assert (seen_at(several, edited) - before).manhattanLength() <= 2


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Backtab])
def test_a_card_stays_where_it_is_when_writing_goes_on_below_it(several: Hand, key: Qt.Key) -> None:
    several.canvas.zoom_to(0.8)
    written = reason(several, 0)
    several.canvas.center_on(written)
    several.session.select([written])
    before = seen_at(several, written)
    several.key(Key.Key_F2)
    several.type(" More.")
    several.key(key)
    several.settle()
    assert several.editor()
    assert (seen_at(several, written) - before).manhattanLength() <= 2
    several.type("And what bears on it.")
    several.key(Key.Key_Return)
    several.settle()
    assert (seen_at(several, written) - before).manhattanLength() <= 2


def test_a_short_card_is_as_wide_as_its_editor_until_all_is_arranged_anew(several: Hand) -> None:
    def width() -> float:
        rect = several.canvas.map_scene.rect_at_rest("so")
        assert rect
        return rect.width()

    several.session.select([reason(several, 3)])
    several.key(Key.Key_Tab)
    several.type("So.")
    several.key(Key.Key_Return)
    several.settle()
    assert width() == WIDTH
    for key in (Key.Key_Z, Key.Key_Y):
        several.key(key, CTRL)
        several.settle()
    assert width() == WIDTH
    tidy(several)
    assert width() < WIDTH
    several.key(Key.Key_Z, CTRL)
    several.settle()
    assert width() == WIDTH


def tidy(hand: Hand) -> None:
    hand.key(Key.Key_T, CTRL | Qt.KeyboardModifier.ShiftModifier)
    hand.settle()


def grown(hand: Hand) -> dict[str, tuple[float, float]]:
    """Add cards until the held picture is not the one that would be made afresh."""
    for _ in range(4):
        add(hand)
        hand.settle()
    return places(hand)


def test_tidy_arranges_anew_and_undo_takes_it_back_while_the_file_stays_clean(
    several: Hand,
) -> None:
    held = grown(several)
    several.session.text.mark_saved()
    tidy(several)
    tidied = places(several)
    assert tidied != held
    assert not several.session.document.modified
    assert several.session.undo_name == "Tidy"
    several.key(Key.Key_Z, CTRL)
    several.settle()
    assert places(several) == held
    assert several.session.redo_name == "Tidy"
    several.key(Key.Key_Y, CTRL)
    several.settle()
    assert places(several) == tidied
    several.key(Key.Key_Z, CTRL)
    several.key(Key.Key_Z, CTRL)
    assert several.session.document.modified  # the step before it came next


def test_a_turn_and_another_map_are_arranged_anew(several: Hand) -> None:
    grown(several)
    whole = several.argument_map
    several.session.attempt("Turn", lambda m: edit.set_direction(m, Direction.LEFT))
    several.session.attempt("Turn", lambda m: edit.set_direction(m, Direction.TOP))
    several.settle()
    held = places(several)
    several.open(whole)
    fresh = places(several)
    assert held != fresh  # nothing was drawn while it was turned, so it was never turned
    several.session.attempt("Turn", lambda m: edit.set_direction(m, Direction.LEFT))
    several.settle()
    several.session.attempt("Turn", lambda m: edit.set_direction(m, Direction.TOP))
    several.settle()
    assert places(several) == fresh


def test_what_nobody_looks_at_stays_away_from_the_middle_of_the_view(
    hand_on: MakeHand, pool: ArgumentMap
) -> None:
    hand = hand_on(pool)
    hand.look_at("calm-is-good", 6)  # so near that nothing else is in view
    hand.session.select(["cost-doubles"])
    hand.look_at("calm-is-good", 6)
    before = seen_at(hand, "calm-is-good")
    grown_map = edit.add_premise(hand.argument_map, "cost-doubles", "It doubles each time again.")
    hand.session.document.do("Add", grown_map)
    hand.settle()
    assert (seen_at(hand, "calm-is-good") - before).manhattanLength() <= 2
