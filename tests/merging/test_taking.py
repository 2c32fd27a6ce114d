"""Taking over one difference, or taking it back: a step at a time one map becomes the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.merging.differences import Comparison, Difference, compare
from argmap.merging.taking import take_difference
from argmap.merging.wording.sentences import Sentences
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, judging, rearrange, removal
from argmap.model.kinds import Bearing, Judgement, Kind
from tests.merging.test_laws import versions
from tests.model.maps import a_map, flaws, steps

BASE = a_map("r1: p q -> C; r2: x -x C; D")


def told(comparison: Comparison) -> list[Difference]:
    sentences = Sentences(comparison)
    return [d for d in comparison.differences if sentences.told(d)]


def only(before: ArgumentMap, after: ArgumentMap, *, back: bool = False) -> ArgumentMap:
    """Take the only difference over, or back."""
    comparison = compare(before, after)
    (difference,) = told(comparison)
    return take_difference(after if back else before, comparison, difference, back=back)


@pytest.mark.parametrize(
    "after",
    [
        edit.set_fields(BASE, "p", text="Other."),
        edit.set_fields(BASE, "p", note="N"),
        edit.add_premise(BASE, "C", "New."),
        edit.add_rebuttal(BASE, "r1", "New!"),
        removal.delete_cards(BASE, ["x"]),
        rearrange.set_bearing(BASE, "r2", Bearing.SUPPORTS),
        rearrange.reparent(BASE, "x", "D"),
        edit.set_map_fields(BASE, title="T"),
        judging.judge(BASE, {"p": Judgement.ACCEPTED}),
    ],
    ids=str,
)
def test_a_single_difference_taken_over_and_back(after: ArgumentMap) -> None:
    assert only(BASE, after) == after
    assert only(BASE, after, back=True) == BASE


def test_what_else_changed_about_the_same_card_is_left() -> None:
    after = edit.set_fields(BASE, "p", text="Other.", note="N")
    comparison = compare(BASE, after)
    reworded, note = told(comparison)
    assert take_difference(BASE, comparison, reworded).statement_by_id["p"].note == ""
    assert take_difference(BASE, comparison, note).statement_by_id["p"].text == "p"
    back = take_difference(after, comparison, note, back=True)
    assert back == edit.set_fields(BASE, "p", text="Other.")


def test_a_card_that_moved_and_changed_moves_only() -> None:
    after = edit.set_fields(rearrange.move_sibling(BASE, "x", -1), "r2", note="N")
    comparison = compare(BASE, after)
    moved = next(d for d in told(comparison) if d.what == "moved")
    taken = take_difference(BASE, comparison, moved)
    assert taken.relation_by_id["r2"].note == ""
    assert [r.id for r in taken.relations] == [r.id for r in after.relations]


def test_a_card_comes_with_its_step_and_goes_with_it() -> None:
    after = edit.add_rebuttal(edit.add_premise(BASE, "C", "New."), "C", "Other!")
    comparison = compare(BASE, after)
    first = next(d for d in told(comparison) if d.id == "new")
    assert steps(take_difference(BASE, comparison, first)) == f"{steps(BASE)}; new -> C"
    left = take_difference(after, comparison, first, back=True)
    assert steps(left) == f"{steps(BASE)}; other -x C"
    assert "new" not in left.ids


def test_a_kind_follows_the_step_that_is_turned() -> None:
    after = rearrange.set_bearing(BASE, "r2", Bearing.SUPPORTS)
    assert only(BASE, after).statement_by_id["x"].kind is Kind.PREMISE


@given(versions(), st.booleans())
def test_one_by_one_a_map_becomes_the_other(three: tuple[ArgumentMap, ...], back: bool) -> None:
    _, mine, other = three
    known = {f for side in (mine, other) for f in flaws(side)}
    left = len(told(compare(mine, other)))
    for _ in range(3 * left + 3):
        pair = (other, mine) if back else (mine, other)
        comparison = compare(*pair)
        differences = told(comparison)
        if not differences:
            break
        mine = take_difference(mine, comparison, differences[0], back=back)
        assert set(flaws(mine)) <= known
    assert told(compare(mine, other)) == []
