"""Each step keeps its places for undo, and what is deleted too, but not for ever."""

from __future__ import annotations

from functools import partial

from argmap.desktop.canvas.laying.holding import LONG_AGO, MOST_KEPT, Holding, Kept
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
    held = holding.held_for(argument_map, None, drafting=False)
    return Kept.of(arranged(argument_map), held, held.whole())


def come_and_go(holding: Holding, argument_map: ArgumentMap, times: int) -> list[str]:
    """Have so many reasons made and deleted; return their relations."""
    seen = []
    for number in range(times):
        more = edit.add_premise(argument_map, CLAIM, f"Reason {number}.")
        holding.follow(diff(argument_map, more), more)
        holding.take(kept(more, holding), 2 * number + 1, drafting=False)
        holding.follow(diff(more, argument_map), argument_map)
        holding.take(kept(argument_map, holding), 2 * number + 2, drafting=False)
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
    holding.take(kept(large, holding), 0, drafting=False)
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


def test_undo_and_redo_hold_what_was_held_at_that_step() -> None:
    holding, one = Holding(), claim()
    two = edit.add_premise(one, CLAIM, "Another.")
    stacked = Arrangement({}, {CLAIM: Fold(Hang.HUNG, (tuple(r.id for r in two.relations),))})
    steps = (one, arranged(one)), (two, stacked)
    for number, (argument_map, arrangement) in enumerate(steps):
        held = holding.held_for(argument_map, None, drafting=False)
        holding.take(Kept.of(arrangement, held, held.whole()), number, drafting=False)
    for number in (0, 1, 0):
        holding.go_to(number)
        argument_map, arrangement = steps[number]
        held = holding.held_for(argument_map, None, drafting=False)
        assert held.whole().folds[CLAIM] == arrangement.folds[CLAIM]


def test_the_places_of_what_cannot_be_done_again_are_let_go(hand: Hand) -> None:
    hand.open(claim())

    def add(text: str) -> None:
        hand.session.attempt("Add", partial(edit.add_premise, target=CLAIM, text=text))

    for number in range(4):
        add(f"Reason {number}.")
        hand.settle()
    held = hand.canvas.layouts._holding
    gone = [held._steps[number] for number in (2, 3, 4)]
    for _ in range(3):
        hand.session.undo()
        hand.settle()
    assert held._steps[4] is gone[-1], "redo would not find its places"
    add("Something else.")
    add("And more, before the picture of the first could come.")
    hand.session.undo()
    assert all(known is not one for known in held._steps.values() for one in gone)


def test_undo_keeps_what_was_out_of_the_picture_at_that_step() -> None:
    holding, argument_map = Holding(), claim()
    (step,) = argument_map.relations_on(CLAIM)
    below = Fold(Hang.HUNG, (("r-below",),))
    for number, folds in enumerate(({}, {step.premises[0]: below})):
        held = holding.held_for(argument_map, None, drafting=False)
        made = Arrangement({}, {**arranged(argument_map).folds, **folds})
        holding.take(Kept.of(made, held, held.whole()), number, drafting=False)
    holding.go_to(0)
    held = holding.held_for(argument_map, None, drafting=False)
    assert held.whole().folds[step.premises[0]] == below
    later = Kept.of(arranged(argument_map), held, held.whole())
    holding.take(later, 0, drafting=False)
    assert holding.arrangement.folds[step.premises[0]] == below


def test_of_a_large_map_only_the_last_steps_are_kept() -> None:
    holding, large = Holding(), claim()
    forms = {f"r{number}": Form.ROW for number in range(MOST_KEPT // 4)}
    for number in range(20):
        held = holding.held_for(large, None, drafting=False)
        made = Arrangement(forms | {"own": Form.ROW if number % 2 else Form.COLUMN})
        holding.take(Kept.of(made, held, held.whole()), number, drafting=False)
    holding.go_to(18)
    assert holding.arrangement.forms["own"] is Form.COLUMN
    holding.go_to(5)
    assert holding.arrangement.forms["own"] is Form.COLUMN, "it is not known any more"
