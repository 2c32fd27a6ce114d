"""After undo and redo the next key is about what came back or changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from tests.desktop.canvas.conftest import Hand

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key


def _drag(hand: Hand) -> None:
    hand.session.select([])
    hand.drag(hand.spot("cost-doubles"), hand.spot("sundays-are-quiet"))


def _keys(key: Qt.Key, held: Qt.KeyboardModifier, on: str) -> Callable[[Hand], None]:
    def run(hand: Hand) -> None:
        hand.session.select([on])
        hand.key(key, held)

    return run


STEPS: dict[str, tuple[Callable[[Hand], None], str]] = {
    "promote": (_keys(Key.Key_Left, ALT, "calm-is-good"), "calm-is-good"),
    "demote": (_keys(Key.Key_Right, ALT, "cost-doubles"), "cost-doubles"),
    "promote a linked premise": (_keys(Key.Key_Left, ALT, "demand-is-high"), "demand-is-high"),
    "move up": (_keys(Key.Key_Up, ALT, "cost-doubles"), "cost-doubles"),
    "drag": (_drag, "cost-doubles"),
    "duplicate": (_keys(Key.Key_D, CTRL, "demand-is-high"), "demand-is-high"),
    "duplicate a premise": (_keys(Key.Key_D, CTRL, "cost-doubles"), "cost-doubles"),
    "delete a branch": (_keys(Key.Key_Delete, NONE, "sundays-are-quiet"), "sundays-are-quiet"),
    "delete a card": (_keys(Key.Key_Delete, CTRL, "sundays-are-quiet"), "sundays-are-quiet"),
    "reject": (_keys(Key.Key_R, CTRL | SHIFT, "calm-is-good"), "calm-is-good"),
    "reject a step": (_keys(Key.Key_R, CTRL | SHIFT, "r-calm-is-good"), "r-calm-is-good"),
}


@pytest.mark.parametrize("elsewhere", [False, True])
@pytest.mark.parametrize("step", STEPS)
def test_undo_selects_what_the_step_was_about(desk_hand: Hand, step: str, elsewhere: bool) -> None:
    run, card = STEPS[step]
    run(desk_hand)
    assert len(desk_hand.session.document.done) == 1
    desk_hand.settle()
    if elsewhere:
        desk_hand.session.select(["open-it-on-sundays"])
    desk_hand.key(Key.Key_Z, CTRL)
    assert desk_hand.session.selection == (card,)


@pytest.mark.parametrize("step", ["promote", "demote", "drag", "duplicate a premise"])
def test_alt_and_an_arrow_act_at_once_after_undo_and_redo(desk_hand: Hand, step: str) -> None:
    STEPS[step][0](desk_hand)
    desk_hand.settle()
    desk_hand.key(Key.Key_Z, CTRL)
    desk_hand.key(Key.Key_Z, CTRL | SHIFT)
    assert desk_hand.session.current in desk_hand.argument_map.statement_by_id
    desk_hand.key(Key.Key_Z, CTRL)
    before = desk_hand.argument_map
    desk_hand.key(Key.Key_Up, ALT)
    desk_hand.key(Key.Key_Down, ALT)
    desk_hand.key(Key.Key_Left, ALT)
    assert desk_hand.argument_map != before


def test_a_step_undone_after_others_selects_what_it_was_about(desk_hand: Hand) -> None:
    for step in ("promote", "reject", "move up"):
        STEPS[step][0](desk_hand)
    selected = []
    for _ in range(3):
        desk_hand.session.select([])
        desk_hand.key(Key.Key_Z, CTRL)
        selected.append(desk_hand.session.current)
    assert selected == ["cost-doubles", "calm-is-good", "calm-is-good"]
    desk_hand.session.select(["cost-doubles"])
    desk_hand.key(Key.Key_D, CTRL)
    desk_hand.session.select([])
    desk_hand.key(Key.Key_Z, CTRL)
    assert desk_hand.session.current == "cost-doubles"


def _fold(hand: Hand, *ids: str) -> None:
    hand.session.set_view(replace(hand.session.view, folded=frozenset(ids)))


HIDDEN: dict[str, tuple[Callable[[ArgumentMap], ArgumentMap], str]] = {
    "a card that came": (
        lambda m: edit.add_rebuttal(m, "calm-is-good", "Not always."),
        "calm-is-good",
    ),
    "a text": (lambda m: edit.set_fields(m, "calm-is-good", text="Calm."), "sundays-are-quiet"),
    "an undercut": (lambda m: edit.add_rebuttal(m, "r-cost-doubles", "Twice?"), "r-cost-doubles"),
}


@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_undo_and_redo_change_is_in_view(desk_hand: Hand, hidden: str) -> None:
    make, fold = HIDDEN[hidden]
    desk_hand.session.attempt("Edit", make, selecting=False)
    desk_hand.session.select(["open-it-on-sundays"])
    for key, held in ((Key.Key_Z, CTRL), (Key.Key_Z, CTRL | SHIFT)):
        _fold(desk_hand, fold, "demand-is-high")
        desk_hand.key(key, held)
        assert desk_hand.session.view.folded == {"demand-is-high"}, "and nothing else opens"


def test_what_is_gone_below_a_branch_that_is_folded_is_seen_to_be_gone(desk_hand: Hand) -> None:
    desk_hand.session.attempt("Add", lambda m: edit.add_premise(m, "calm-is-good", "Sleep."))
    _fold(desk_hand, "sundays-are-quiet", "calm-is-good")
    desk_hand.session.select(["open-it-on-sundays"])
    desk_hand.key(Key.Key_Z, CTRL)
    assert desk_hand.session.view.folded == frozenset()
