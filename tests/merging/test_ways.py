"""The ways out of a conflict, in words and as maps, and what stands around it."""

from __future__ import annotations

import pytest
from hypothesis import given

from argmap.errors import ArgmapError
from argmap.merging.merge import merge
from argmap.merging.neighbourhood import MOST, named_by, neighbours
from argmap.merging.ways import Choice, in_order, own_words, ways, with_own_words
from argmap.merging.wording.clashes import NOT_THERE, question, said, subject
from argmap.model.argument_map import ArgumentMap, Conflict
from argmap.model.edits import edit, judging, rearrange, removal
from argmap.model.kinds import Bearing, Judgement
from tests.merging.test_laws import versions
from tests.model.maps import a_map, flaws

BASE = a_map("r1: p q -> C; r2: x -x C; D")


def torn(ours: ArgumentMap, theirs: ArgumentMap, base: ArgumentMap = BASE) -> ArgumentMap:
    return merge(base, ours, theirs).argument_map


def reworded() -> ArgumentMap:
    return torn(
        edit.set_fields(BASE, "p", text="Ours."), edit.set_fields(BASE, "p", text="Theirs.")
    )


@given(versions())
def test_whatever_is_answered_a_conflict_less_is_left_and_the_map_is_sound(
    three: tuple[ArgumentMap, ...],
) -> None:
    merged = torn(three[1], three[2], three[0])
    known = {flaw for side in (*three, merged) for flaw in flaws(side)}
    while merged.conflicts:
        (conflict, *_rest) = in_order(merged)
        found = ways(merged, conflict)
        assert found[Choice.OURS].after is not None
        for way in found.values():
            assert (way.after is None) == bool(way.refusal)
            if way.after is not None:
                assert len(way.after.conflicts) < len(merged.conflicts)
                assert set(flaws(way.after)) <= known
        taken = found[Choice.THEIRS].after or found[Choice.OURS].after
        assert taken is not None
        merged = taken


class TestWords:
    def test_a_text(self) -> None:
        merged = reworded()
        (conflict,) = merged.conflicts
        assert question(merged, conflict) == "Both sides reworded “Ours”."
        assert [said(merged, conflict, s) for s in (conflict.ours, conflict.theirs)] == [
            "Ours.", "Theirs."
        ]  # fmt: skip
        assert own_words(merged, conflict) == "Ours."
        settled = with_own_words(merged, conflict, "Mine.")
        assert settled == edit.set_fields(BASE, "p", text="Mine.")

    def test_a_card_that_is_gone(self) -> None:
        ours = edit.set_fields(BASE, "x", text="Other.", note="N")
        merged = torn(ours, removal.delete_cards(BASE, ["x"]))
        (conflict,) = merged.conflicts
        assert question(merged, conflict) == "Ours changed or uses “Other”, which theirs deleted."
        assert said(merged, conflict, conflict.ours).startswith("Other.\n")
        assert "note: N" in said(merged, conflict, conflict.ours)
        assert said(merged, conflict, conflict.theirs) == NOT_THERE
        assert own_words(merged, conflict) == "Other."
        card = with_own_words(merged, conflict, "Mine.").statement_by_id["x"]
        assert (card.text, card.note) == ("Mine.", "N")
        refused = ways(merged, conflict)[Choice.BOTH]
        assert "Both cannot stand here." in refused.refusal

    def test_what_a_step_does(self) -> None:
        ours = rearrange.set_bearing(BASE, "r2", Bearing.SUPPORTS)
        merged = torn(ours, rearrange.reparent(BASE, "x", "D"))
        (conflict,) = merged.conflicts
        assert question(merged, conflict) == (
            "The two sides let the step from “x” bear on different things."
        )
        assert said(merged, conflict, conflict.theirs) == "attacks “D”"
        assert own_words(merged, conflict) is None

    def test_one_id_made_twice(self) -> None:
        ours = edit.add_premise(BASE, "D", "New.")
        merged = torn(ours, edit.add_rebuttal(BASE, "C", "New!"))
        first = in_order(merged)[0]
        assert question(merged, first) == "Both sides added “new”, and mean different things by it."
        step = in_order(merged)[1]
        assert said(merged, step, step.theirs).startswith("“New” attacks “C”")

    def test_the_map_itself(self) -> None:
        ours, theirs = (edit.set_map_fields(BASE, title=title) for title in ("A", "B"))
        merged = torn(ours, theirs)
        (conflict,) = merged.conflicts
        assert subject(merged, conflict) == "the map"
        assert with_own_words(merged, conflict, "Mine").title == "Mine"

    def test_a_choice_has_no_words_of_ones_own(self) -> None:
        ours, theirs = (
            judging.judge(BASE, {"p": judgement})
            for judgement in (Judgement.ACCEPTED, Judgement.REJECTED)
        )
        merged = torn(ours, theirs)
        (conflict,) = merged.conflicts
        assert own_words(merged, conflict) is None
        with pytest.raises(ArgmapError):
            with_own_words(merged, conflict, "maybe")

    def test_what_is_nowhere(self) -> None:
        lost = Conflict("nobody", "text", "a", "b", "c")
        assert own_words(BASE, lost) is None
        assert question(BASE, lost) == "Both sides reworded “nobody”."
        assert ways(BASE, lost)[Choice.THEIRS].after is None


class TestNeighbourhood:
    def test_a_card_has_what_it_bears_on_what_it_is_linked_with_and_what_bears_on_it(self) -> None:
        around = a_map("r1: p q -> C; r2: x -x p; r3: y -> x; r4: z -x r1")
        assert set(neighbours(around, "p")) == {"p", "q", "C", "x"}
        assert set(neighbours(around, "r1")) == {"p", "q", "C", "z"}
        assert set(neighbours(around, "z")) == {"z", "p", "q", "C"}
        assert neighbours(around, "nobody") == ()

    def test_a_group_a_source_and_a_viewpoint_have_who_names_them(self) -> None:
        grouped = edit.group(BASE, ["p", "x"], "G")
        assert neighbours(grouped, "g") == ("p", "x")
        viewed = judging.add_viewpoint(BASE, "Mayor")
        viewed = judging.judge(viewed, {"q": Judgement.ACCEPTED, "r2": Judgement.REJECTED}, "mayor")
        assert neighbours(viewed, "mayor") == ("q", "x")

    def test_there_are_not_too_many(self) -> None:
        many = a_map("; ".join(f"p{n} -> C" for n in range(30)))
        assert len(neighbours(many, "C")) == MOST
        assert named_by(many, ["p1", "p2"])[:1] == ("p1",)
