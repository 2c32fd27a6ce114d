"""Every key of the canvas, pressed where the focus is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from argmap.desktop.canvas.view.arrow_keys import HEADINGS
from argmap.desktop.window import Window
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.model.kinds import Bearing, Kind
from tests.desktop.canvas.conftest import Hand
from tests.desktop.helpers import told

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


def test_tab_adds_a_premise_below_the_selected_card(desk_hand: Hand) -> None:
    desk_hand.session.select(["cost-doubles"])
    desk_hand.key(Key.Key_Tab)
    desk_hand.type("Staff is dear.")
    desk_hand.key(Key.Key_Return)
    (relation,) = desk_hand.argument_map.relations_of("staff-is-dear")
    assert (relation.bearing, relation.target) == (Bearing.SUPPORTS, "cost-doubles")
    assert desk_hand.session.current == "staff-is-dear"
    desk_hand.settle()
    assert desk_hand.canvas.hasFocus()
    assert desk_hand.canvas.rect_of("staff-is-dear")


@pytest.mark.parametrize("key", [Key.Key_Backtab, Key.Key_Tab])
def test_shift_tab_adds_a_rebuttal(desk_hand: Hand, key: Qt.Key) -> None:
    desk_hand.session.select(["cost-doubles"])
    desk_hand.key(key, SHIFT)
    desk_hand.type("It does not.")
    desk_hand.key(Key.Key_Return)
    (relation,) = desk_hand.argument_map.relations_of("it-does-not")
    assert relation.bearing is Bearing.ATTACKS
    assert desk_hand.argument_map.statement_by_id["it-does-not"].kind is Kind.REBUTTAL


def test_shift_tab_on_an_arrow_undercuts_it(desk_hand: Hand) -> None:
    desk_hand.session.select(["r-demand-is-high"])
    desk_hand.key(Key.Key_Backtab, SHIFT)
    desk_hand.type("Beside the point.")
    desk_hand.key(Key.Key_Return)
    (relation,) = desk_hand.argument_map.relations_of("beside-the-point")
    assert relation.target == "r-demand-is-high"


@pytest.mark.parametrize(
    ("modifiers", "before"), [(Qt.KeyboardModifier.NoModifier, False), (SHIFT, True)]
)
def test_return_adds_a_sibling(
    desk_hand: Hand, modifiers: Qt.KeyboardModifier, before: bool
) -> None:
    desk_hand.session.select(["cost-doubles"])
    desk_hand.key(Key.Key_Return, modifiers)
    desk_hand.type("Noise.")
    desk_hand.key(Key.Key_Return)
    on = [r.premises[0] for r in desk_hand.argument_map.relations_on("open-it-on-sundays")]
    assert (on.index("noise") < on.index("cost-doubles")) is before
    assert desk_hand.argument_map.relations_of("noise")[0].bearing is Bearing.ATTACKS


def test_ctrl_return_adds_a_co_premise(desk_hand: Hand) -> None:
    desk_hand.session.select(["calm-is-good"])
    desk_hand.key(Key.Key_Return, CTRL)
    desk_hand.type("Quiet is calm.")
    desk_hand.key(Key.Key_Return)
    (relation,) = desk_hand.argument_map.relations_of("quiet-is-calm")
    assert relation.premises == ("calm-is-good", "quiet-is-calm")


def test_insert_adds_a_claim_also_to_an_empty_map(desk_hand: Hand) -> None:
    desk_hand.session.select([s.id for s in desk_hand.argument_map.statements])
    desk_hand.key(Key.Key_Delete)
    assert desk_hand.argument_map.statements == ()
    desk_hand.settle()
    desk_hand.key(Key.Key_Insert)
    desk_hand.type("Begin.")
    desk_hand.key(Key.Key_Return)
    assert desk_hand.argument_map.statement_by_id["begin"].kind is Kind.CLAIM


def test_delete_takes_what_hangs_below_and_ctrl_delete_the_card_only(desk_hand: Hand) -> None:
    desk_hand.session.select(["sundays-are-quiet"])
    desk_hand.key(Key.Key_Delete)
    assert "calm-is-good" not in desk_hand.argument_map.statement_by_id
    desk_hand.key(Key.Key_Z, CTRL)
    desk_hand.session.select(["sundays-are-quiet"])
    desk_hand.key(Key.Key_Delete, CTRL)
    assert "sundays-are-quiet" not in desk_hand.argument_map.statement_by_id
    assert "calm-is-good" in desk_hand.argument_map.statement_by_id


def test_alt_arrows_move_among_siblings_and_change_depth(desk_hand: Hand) -> None:
    desk_hand.session.select(["cost-doubles"])
    desk_hand.key(Key.Key_Up, ALT)
    on = [r.id for r in desk_hand.argument_map.relations_on("open-it-on-sundays")]
    assert on == ["r-cost-doubles", "r-demand-is-high"]
    desk_hand.key(Key.Key_Down, ALT)
    on = [r.id for r in desk_hand.argument_map.relations_on("open-it-on-sundays")]
    assert on == ["r-demand-is-high", "r-cost-doubles"]
    desk_hand.session.select(["calm-is-good"])
    desk_hand.key(Key.Key_Left, ALT)
    assert desk_hand.argument_map.relations_of("calm-is-good") == ()
    desk_hand.key(Key.Key_Right, ALT)
    assert desk_hand.argument_map.relations_of("calm-is-good")[0].target == "sundays-are-quiet"


def test_ctrl_up_and_down_go_between_cards_and_arrows(desk_hand: Hand) -> None:
    desk_hand.session.select(["volunteers-will-come"])
    visited = []
    for _ in range(4):
        desk_hand.key(Key.Key_Up, CTRL)
        visited.append(desk_hand.session.current)
    undercut = desk_hand.argument_map.relations_of("volunteers-will-come")[0].id
    assert visited[:3] == [undercut, "r-cost-doubles", "open-it-on-sundays"]
    desk_hand.key(Key.Key_Down, CTRL)
    assert desk_hand.session.current == "r-demand-is-high"


@pytest.mark.parametrize("typed", [" n", " N", " é", "中", " 1", "?", " (", " “"])
def test_typing_adds_to_what_the_card_says(desk_hand: Hand, typed: str) -> None:
    """A word is set off by a blank, which cannot be typed first: on a card Space folds."""
    desk_hand.session.select(["calm-is-good"])
    desk_hand.type(f"{typed.strip()}ot so")
    desk_hand.key(Key.Key_Return)
    text = desk_hand.argument_map.statement_by_id["calm-is-good"].text
    assert text == f"Calm is good.{typed}ot so"


def test_with_several_cards_selected_a_letter_is_written_on_none(desk_hand: Hand) -> None:
    before, window = desk_hand.argument_map, desk_hand.canvas.window()
    assert isinstance(window, Window)
    desk_hand.click(desk_hand.spot("calm-is-good"))
    desk_hand.click(desk_hand.spot("cost-doubles"), CTRL)
    desk_hand.type("and so on")
    desk_hand.settle()
    assert desk_hand.editor() is None
    assert desk_hand.argument_map is before
    assert told(window) == "Select one card to write on it."
    assert set(desk_hand.session.selection) == {"calm-is-good", "cost-doubles"}
    desk_hand.click(desk_hand.spot("cost-doubles"))
    desk_hand.type("x")
    assert desk_hand.editor()
    assert not told(window)


def test_a_word_behind_the_blank_that_opened_a_branch_leaves_it_folded(desk_hand: Hand) -> None:
    desk_hand.session.select(["sundays-are-quiet"])
    desk_hand.key(Key.Key_Space)
    desk_hand.settle()
    desk_hand.key(Key.Key_Escape)
    desk_hand.type(" here")
    desk_hand.key(Key.Key_Return)
    text = desk_hand.argument_map.statement_by_id["sundays-are-quiet"].text
    assert text == "Sundays are quiet. here"
    assert desk_hand.session.view.folded == {"sundays-are-quiet"}


def test_typing_on_an_empty_card_begins_it(desk_hand: Hand) -> None:
    desk_hand.open(edit.set_fields(desk_hand.argument_map, "calm-is-good", text=""))
    desk_hand.session.select(["calm-is-good"])
    desk_hand.type("Anew")
    desk_hand.key(Key.Key_Return)
    assert desk_hand.argument_map.statement_by_id["calm-is-good"].text == "Anew"


def test_f2_edits_the_text_as_it_is(desk_hand: Hand) -> None:
    desk_hand.session.select(["calm-is-good"])
    desk_hand.key(Key.Key_F2)
    desk_hand.type(" Really.")
    desk_hand.key(Key.Key_Return)
    text = desk_hand.argument_map.statement_by_id["calm-is-good"].text
    assert text == "Calm is good. Really."


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Insert, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Delete, CTRL),
        (Key.Key_Up, CTRL),
        (Key.Key_Up, ALT),
        (Key.Key_D, CTRL),
        (Key.Key_Return, SHIFT),
        (Key.Key_Space, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_no_key_of_the_canvas_acts_while_a_card_is_written(
    desk_hand: Hand, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    desk_hand.session.select(["cost-doubles"])
    desk_hand.key(Key.Key_F2)
    before, selection = desk_hand.argument_map, desk_hand.session.selection
    desk_hand.key(key, modifiers)
    assert desk_hand.editor()
    assert desk_hand.argument_map is before
    assert desk_hand.session.selection == selection
    assert desk_hand.session.view.folded == frozenset()


def test_space_folds_when_it_is_let_go(desk_hand: Hand) -> None:
    desk_hand.session.select(["sundays-are-quiet"])
    desk_hand.key(Key.Key_Space)
    assert desk_hand.session.view.folded == {"sundays-are-quiet"}
    desk_hand.settle()
    assert desk_hand.canvas.rect_of("calm-is-good") is None


def test_holding_space_to_drag_does_not_fold(desk_hand: Hand) -> None:
    canvas = desk_hand.canvas
    desk_hand.session.select(["sundays-are-quiet"])
    canvas.zoom_to(4)
    before = canvas.to_viewport(canvas.bounds().center())
    start = canvas.viewport().rect().center()
    QTest.keyPress(canvas, Key.Key_Space)
    desk_hand.drag(start, start + (start / 4))
    QTest.keyRelease(canvas, Key.Key_Space)
    assert desk_hand.session.view.folded == frozenset()
    assert desk_hand.session.current == "sundays-are-quiet"
    moved = canvas.to_viewport(canvas.bounds().center()) - before
    assert moved.toPoint() == start / 4


def test_tab_never_leaves_the_canvas(desk_hand: Hand) -> None:
    desk_hand.session.select([])
    desk_hand.key(Key.Key_Tab)
    assert QApplication.focusWidget() is desk_hand.canvas
    desk_hand.key(Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget() is desk_hand.canvas


def test_arrow_keys_go_to_the_card_that_lies_there(desk_hand: Hand) -> None:
    desk_hand.session.select(["open-it-on-sundays"])
    desk_hand.key(Key.Key_Down)
    below = desk_hand.session.current
    relations = desk_hand.argument_map.relations_of(below)
    assert [r.target for r in relations] == ["open-it-on-sundays"]
    desk_hand.key(Key.Key_Up)
    assert desk_hand.session.current == "open-it-on-sundays"
    desk_hand.key(Key.Key_Down, SHIFT)
    assert desk_hand.session.selection == ("open-it-on-sundays", below)


def _way(hand: Hand, start: str, end: str) -> list[Qt.Key]:
    """Find the arrow keys that lead from one card to another."""
    ways: dict[str, list[Qt.Key]] = {start: []}
    waiting = [start]
    while end not in ways:
        here = waiting.pop(0)
        for key, heading in HEADINGS.items():
            there = hand.canvas.next_card(here, heading)
            if there and there not in ways:
                ways[there] = [*ways[here], key]
                waiting.append(there)
    return ways[end]


def test_link_by_keyboard_alone(desk_hand: Hand) -> None:
    desk_hand.session.select(["calm-is-good"])
    desk_hand.key(Key.Key_L, CTRL)
    assert desk_hand.canvas.gestures.current
    desk_hand.key(Key.Key_Tab)  # no command while something is picked
    assert desk_hand.editor() is None
    for key in _way(desk_hand, "calm-is-good", "cost-doubles"):
        desk_hand.key(key)
    desk_hand.key(Key.Key_Return, SHIFT)
    assert desk_hand.canvas.gestures.current is None
    targets = {(r.bearing, r.target) for r in desk_hand.argument_map.relations_of("calm-is-good")}
    assert (Bearing.ATTACKS, "cost-doubles") in targets


def test_link_by_keyboard_to_an_arrow(desk_hand: Hand) -> None:
    desk_hand.session.select(["open-it-on-sundays"])
    desk_hand.key(Key.Key_L, CTRL)
    desk_hand.key(Key.Key_Escape)
    assert desk_hand.canvas.gestures.current is None
    desk_hand.session.select(["sundays-are-quiet"])
    desk_hand.key(Key.Key_L, CTRL)
    for key in _way(desk_hand, "sundays-are-quiet", "cost-doubles"):
        desk_hand.key(key)
    desk_hand.key(Key.Key_Up, CTRL)
    desk_hand.key(Key.Key_Return)
    (relation,) = desk_hand.argument_map.relations_of("sundays-are-quiet")
    assert (relation.bearing, relation.target) == (Bearing.ATTACKS, "r-cost-doubles")


def test_escape_leaves_the_single_branch(desk_hand: Hand) -> None:
    desk_hand.session.select(["sundays-are-quiet"])
    desk_hand.key(Key.Key_F, CTRL | SHIFT)
    desk_hand.settle()
    assert set(desk_hand.canvas.map_scene.cards) == {"sundays-are-quiet", "calm-is-good"}
    desk_hand.key(Key.Key_Escape)
    desk_hand.settle()
    assert len(desk_hand.canvas.map_scene.cards) == len(desk_hand.argument_map.statements)


@pytest.mark.parametrize(("target", "steps"), [("cost-doubles", 1), ("r-cost-doubles", 2)])
def test_undoing_a_card_selects_what_it_bore_on(desk_hand: Hand, target: str, steps: int) -> None:
    desk_hand.session.select([target])
    for text in ("First.", "Second.")[:steps]:
        desk_hand.key(Key.Key_Backtab, SHIFT)
        desk_hand.type(text)
        desk_hand.key(Key.Key_Return)
    for _ in range(steps):
        desk_hand.key(Key.Key_Z, CTRL)
    assert desk_hand.session.current == target


def test_undoing_the_only_card_selects_nothing(desk_hand: Hand) -> None:
    desk_hand.open(ArgumentMap())
    desk_hand.type("A claim.")
    desk_hand.key(Key.Key_Return)
    desk_hand.key(Key.Key_Z, CTRL)
    assert desk_hand.session.selection == ()
