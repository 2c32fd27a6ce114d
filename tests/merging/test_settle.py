"""Ways out of a conflict, and taking over one difference: each is one edit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.merging.differences import compare
from argmap.merging.merge import merge
from argmap.merging.settle import keep_ours, take_both, take_own, take_theirs
from argmap.merging.taking import take, take_field
from argmap.merging.ways import in_order, with_own_words
from argmap.model.argument_map import ArgumentMap, Conflict, Table
from argmap.model.edits import edit, rearrange, removal
from argmap.model.edits.judging import add_viewpoint, judge
from argmap.model.history.patch import diff
from argmap.model.kinds import Bearing, Judgement
from tests.merging.test_laws import versions
from tests.model.maps import a_map, flaws, ids, steps

BASE = a_map("r1: p q -> C; r2: x -x C; D")


def torn(ours: ArgumentMap, theirs: ArgumentMap, base: ArgumentMap = BASE) -> ArgumentMap:
    merged = merge(base, ours, theirs).argument_map
    assert merged.conflicts
    return merged


def only(argument_map: ArgumentMap) -> Conflict:
    (conflict,) = argument_map.conflicts
    return conflict


class TestKeys:
    MAP = torn(edit.set_fields(BASE, "p", text="Ours."), edit.set_fields(BASE, "p", text="Theirs."))

    def test_ours_stands_already(self) -> None:
        assert keep_ours(self.MAP, only(self.MAP)) == edit.set_fields(BASE, "p", text="Ours.")

    def test_theirs_both_or_a_text_of_ones_own(self) -> None:
        conflict = only(self.MAP)
        for settled, text in (
            (take_theirs(self.MAP, conflict), "Theirs."),
            (take_both(self.MAP, conflict), "Ours.\n\nTheirs."),
            (take_own(self.MAP, conflict, "Mine."), "Mine."),
        ):
            assert settled == edit.set_fields(BASE, "p", text=text)

    def test_what_a_step_does(self) -> None:
        ours = rearrange.set_bearing(BASE, "r2", Bearing.SUPPORTS)
        theirs = rearrange.reparent(BASE, "x", "D")
        merged = torn(ours, theirs)
        assert only(merged).theirs == Table((("attacks", "D"),))
        assert take_theirs(merged, only(merged)) == theirs
        with pytest.raises(ArgmapError, match="Both cannot stand"):
            take_both(merged, only(merged))

    def test_fields_of_the_map_and_judgements(self) -> None:
        ours = edit.set_map_fields(BASE, title="Ours", authors=("Ann",))
        theirs = edit.set_map_fields(BASE, title="Theirs", authors=("Bob",))
        merged = torn(ours, theirs)
        assert merged.authors == ("Ann", "Bob")
        assert take_theirs(merged, only(merged)).title == "Theirs"
        base = add_viewpoint(BASE, "Mayor")
        ours = judge(base, {"p": Judgement.ACCEPTED, "q": Judgement.ACCEPTED}, "mayor")
        theirs = judge(base, {"p": Judgement.REJECTED, "x": Judgement.ACCEPTED}, "mayor")
        merged = torn(ours, theirs, base)
        settled = take_theirs(merged, only(merged)).viewpoints[0].judgements
        assert dict(settled) == {
            "p": Judgement.REJECTED, "q": Judgement.ACCEPTED, "x": Judgement.ACCEPTED
        }  # fmt: skip

    def test_a_value_that_cannot_be_is_refused(self) -> None:
        conflict = Conflict("p", "credence", theirs="high")
        with pytest.raises(ArgmapError):
            take_theirs(BASE, conflict)


class TestItems:
    def test_changed_here_and_deleted_there(self) -> None:
        ours = edit.set_fields(BASE, "x", note="N")
        merged = torn(ours, removal.delete_cards(BASE, ["x"]))
        assert steps(merged) == steps(BASE), "the card that stays keeps its step"
        assert take_theirs(merged, only(merged)) == removal.delete_cards(BASE, ["x"])

    def test_deleted_here_and_named_there(self) -> None:
        merged = torn(removal.delete_cards(BASE, ["x"]), edit.add_premise(BASE, "x", "y"))
        card, step, _ = sorted(
            merged.conflicts, key=lambda c: (c.key != "statements", c.id == "r2")
        )
        assert ids(merged) == "C p q y D"
        assert in_order(merged) == (card, step), "what it bears on comes with the card"
        with pytest.raises(ArgmapError, match="no “x”"):
            take_theirs(merged, step)
        settled = take_theirs(take_theirs(merged, card), step)
        assert "y -> x" in steps(settled)
        assert "x -x C" in steps(settled)
        assert settled.conflicts == ()

    @pytest.mark.parametrize("card", ["p", "x"])
    def test_a_card_that_comes_back_has_its_place_again(self, card: str) -> None:
        """Of a linked premise or one alone: without its step nobody would know what it is for."""
        ours, theirs = removal.delete_cards(BASE, [card]), edit.set_fields(BASE, card, text="New.")
        merged = torn(ours, theirs)
        (asked,) = in_order(merged)
        own = edit.set_fields(theirs, card, text="Own.")
        for settled, expected in (
            (take_theirs(merged, asked), theirs),
            (keep_ours(merged, asked), ours),
            (with_own_words(merged, asked, "Own."), own),
        ):
            assert settled.conflicts == ()
            assert compare(settled, expected).differences == ()

    @pytest.mark.parametrize("card", ["p", "x"])
    def test_a_card_that_stays_keeps_its_place(self, card: str) -> None:
        ours, theirs = edit.set_fields(BASE, card, text="New."), removal.delete_cards(BASE, [card])
        merged = torn(ours, theirs)
        assert keep_ours(merged, only(merged)) == ours
        assert take_theirs(merged, only(merged)) == theirs

    def test_one_id_made_twice_can_be_two(self) -> None:
        ours = edit.set_fields(edit.add_premise(BASE, "D", "New."), "new", note="Ours")
        theirs = edit.add_premise(edit.add_rebuttal(BASE, "C", "New!"), "new", "y")
        merged = torn(ours, theirs)
        while merged.conflicts:
            first = min(merged.conflicts, key=lambda c: c.key != "statements")
            settle = take_both if first.key == "statements" or first.id == "r-new" else take_theirs
            merged = settle(merged, first)
        assert flaws(merged) == []
        assert merged.statement_by_id["new"].text == "New."
        assert merged.statement_by_id["new-2"].text == "New!"
        assert "y -> new-2" in steps(merged)
        assert "new-2 -x C" in steps(merged)

    def test_a_card_that_cannot_go_where_theirs_moved_it_stays_where_it_is(self) -> None:
        """Both hung one below the other: what ours had in linked steps is still there."""
        base = a_map("r1: p q -> C; r2: x y -> D; C; D")
        ours = rearrange.reparent(base, "p", "x", Bearing.SUPPORTS)
        theirs = rearrange.reparent(base, "x", "p", Bearing.SUPPORTS)
        merged = torn(ours, theirs, base)
        assert steps(merged) == steps(ours)
        assert {c.key for c in merged.conflicts} == {"relations", "from"}
        for conflict in in_order(merged):
            merged = keep_ours(merged, conflict)
        assert merged == ours


class TestTaking:
    @given(versions(), st.data())
    def test_taking_all_is_theirs_and_any_part_is_sound(
        self, three: tuple[ArgumentMap, ...], data: st.DataObject
    ) -> None:
        _, ours, theirs = three
        differing = sorted(diff(ours, theirs).ids)
        whole = take(ours, theirs, differing)
        for name in ("title", "summary"):
            whole = take_field(whole, theirs, name)
        assert compare(whole, theirs).patch.changes == ()
        if differing:
            part = take(ours, theirs, [data.draw(st.sampled_from(differing))])
            assert set(flaws(part)) <= {f for side in (ours, theirs) for f in flaws(side)}

    def test_a_step_brings_its_card(self) -> None:
        theirs = edit.add_premise(BASE, "C", "New.")
        theirs = edit.set_fields(theirs, "p", note="N")
        taken = take(BASE, theirs, ["r-new"])
        assert taken == edit.add_premise(BASE, "C", "New.")
