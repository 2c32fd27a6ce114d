"""What is deleted keeps its place for undo, but not for ever."""

from __future__ import annotations

from functools import partial

from argmap.desktop.canvas.laying.holding import LONG_AGO, Holding, Kept
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, removal
from argmap.model.history.patch import diff
from argmap.placing.arrangement import Arrangement, Fold, Form, Hang
from tests.desktop.canvas.conftest import Hand

CLAIM = "a-claim"


def arranged(argument_map: ArgumentMap) -> Arrangement:
    """Return all reasons of the claim in one row."""
    steps = [r.id for r in argument_map.relations_on(CLAIM)]
    row = tuple((step,) for step in steps)
    return Arrangement(dict.fromkeys(steps, Form.ROW), {CLAIM: Fold(Hang.UNDER, row)})


def claim() -> ArgumentMap:
    return edit.add_premise(edit.add_claim(ArgumentMap(), "A claim."), CLAIM, "It stays.")


def kept(argument_map: ArgumentMap, holding: Holding) -> Kept:
    return Kept.of(arranged(argument_map), holding.arrangement)


def come_and_go(holding: Holding, argument_map: ArgumentMap, times: int) -> list[str]:
    """Have so many reasons made and deleted; return their relations."""
    seen = []
    for number in range(times):
        more = edit.add_premise(argument_map, CLAIM, f"Reason {number}.")
        holding.follow(diff(argument_map, more), more)
        holding.take(kept(more, holding), drafting=False)
        holding.follow(diff(more, argument_map), argument_map)
        holding.take(kept(argument_map, holding), drafting=False)
        seen.append(more.relations_on(CLAIM)[-1].id)
    return seen


def test_a_long_day_does_not_fill_the_memory_and_undo_finds_what_went_lately() -> None:
    holding, argument_map = Holding(), claim()
    seen = come_and_go(holding, argument_map, 5 * LONG_AGO)
    forms, folds = holding.arrangement.forms, holding.arrangement.folds
    assert len(forms) <= 2 * LONG_AGO + 1
    assert {argument_map.relations_on(CLAIM)[0].id, *seen[-LONG_AGO:]} <= forms.keys()
    assert {id_ for column in folds[CLAIM].columns for id_ in column} == forms.keys()


def test_a_branch_that_was_deleted_is_kept_whole_however_large() -> None:
    holding, small = Holding(), claim()
    large = small
    for number in range(3 * LONG_AGO):
        large = edit.add_premise(large, CLAIM, f"Reason {number}.")
    holding.take(kept(large, holding), drafting=False)
    holding.follow(diff(large, small), small)
    come_and_go(holding, small, LONG_AGO)
    assert arranged(large).forms.keys() <= holding.arrangement.forms.keys()


def test_the_canvas_forgets_what_was_deleted_long_ago(hand: Hand) -> None:
    hand.open(edit.add_premise(claim(), CLAIM, "It goes."))
    gone = hand.argument_map.relations_on(CLAIM)[-1]

    def delete(premise: str) -> None:
        hand.session.attempt("Delete", lambda m: removal.delete_cards(m, [premise]))

    def held() -> bool:
        return gone.id in hand.canvas.layouts._holding.arrangement.forms

    delete(gone.premises[0])
    hand.settle()
    assert held()
    for number in range(2 * LONG_AGO):
        assert held()
        hand.session.attempt(
            "Add", partial(edit.add_premise, target=CLAIM, text=f"It is {number}.")
        )
        delete(hand.argument_map.relations_on(CLAIM)[-1].premises[0])
    assert not held()
