from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap, Relation, Viewpoint
from argmap.model.edits import rearrange
from argmap.model.edits.edit import set_fields
from argmap.model.history.patch import diff
from argmap.model.kinds import Bearing, Judgement, Kind
from tests.model.maps import a_map, flaws, ids, kind, steps
from tests.model.strategies import maps

SUPPORTS, ATTACKS = Bearing


class TestSiblings:
    @pytest.mark.parametrize(
        ("notation", "id_", "row"),
        [
            ("C D; p -> C", "D", "C D"),
            ("p -> C; x -x C; q -> D", "x", "r-p r-x"),
            ("p q -> C; s -> C", "q", "p q"),
            ("r1: p -> C; x -x r1; y -x r1", "y", "r-x r-y"),
            ("r1: p q -> C; s -> C", "r1", "r1 r-s"),
        ],
    )
    def test_a_row_of_the_outline(self, notation: str, id_: str, row: str) -> None:
        assert " ".join(rearrange.siblings(a_map(notation), id_)) == row

    @pytest.mark.parametrize(
        ("before", "id_", "by", "after"),
        [
            ("p -> C; q -> C; s -> C", "s", -1, "p -> C; s -> C; q -> C"),
            ("p -> C; q -> C; s -> C", "p", 2, "q -> C; s -> C; p -> C"),
            ("p -> C; q -> C", "p", -1, "p -> C; q -> C"),
            ("p -> C; q -> C", "p", 99, "q -> C; p -> C"),
            ("p q s -> C", "s", -2, "r-p: s p q -> C"),
            # What bears on other targets in between stays where it is.
            ("p -> C; d -> D; q -> C; e -> D", "q", -1, "q -> C; p -> C; d -> D; e -> D"),
            ("r1: p -> C; r2: q s -> C", "r2", -1, "r2: q s -> C; r1: p -> C"),
            # The only premise of a step moves with its step.
            ("q -> C; r1: p -> C; x -x r1", "p", -1, "r1: p -> C; q -> C; x -x r1"),
        ],
    )
    def test_moving(self, before: str, id_: str, by: int, after: str) -> None:
        assert steps(rearrange.move_sibling(a_map(before), id_, by)) == after

    def test_moving_a_root_changes_the_statements(self) -> None:
        moved = rearrange.move_sibling(a_map("p -> C; q -> D; E"), "E", -1)
        assert ids(moved) == "C p E D q"
        assert steps(moved) == "p -> C; q -> D"

    @given(maps(), st.data(), st.integers(-3, 3))
    def test_no_more_than_one_item_moves(
        self, argument_map: ArgumentMap, data: st.DataObject, by: int
    ) -> None:
        id_ = data.draw(st.sampled_from(sorted(argument_map.ids)))
        moved = rearrange.move_sibling(argument_map, id_, by)
        assert len(diff(argument_map, moved).changes) <= 1
        assert flaws(moved) == []
        assert rearrange.move_sibling(argument_map, id_, 0) == argument_map


class TestReparenting:
    def test_a_root_becomes_a_premise_behind_the_step_of_its_target(self) -> None:
        moved = rearrange.reparent(a_map("r1: p -> C; r2: q -> C; D"), "D", "p")
        assert steps(moved) == "r1: p -> C; D -> p; r2: q -> C"

    @pytest.mark.parametrize(
        ("before", "statement", "target", "after"),
        [
            ("p -> C; D", "p", "D", "p -> D"),
            ("p -> C; x -x D", "p", "D", "x -x D; p -> D"),
            ("x -x C; D", "x", "D", "x -x D"),
            ("D C", "C", "D", "C -> D"),
            # A linked premise leaves its co-premises.
            ("r1: p q -> C; D", "p", "D", "r1: q -> C; p -> D"),
            ("r1: p q -> C", "p", "C", "r1: q -> C; p -> C"),
            # Its other relations stay as they are.
            (
                "r1: p q -> C; d -> D; r3: p -> E",
                "p",
                "D",
                "r1: q -> C; d -> D; p -> D; r3: p -> E",
            ),
            # Onto a step.
            ("r1: p -> C; q -> C", "q", "r1", "r1: p -> C; q -> r1"),
            # What undercuts the step of a single premise goes with it.
            ("r1: p -> C; x -x r1; D", "p", "D", "r1: p -> D; x -x r1"),
        ],
    )
    def test_a_new_target(self, before: str, statement: str, target: str, after: str) -> None:
        assert steps(rearrange.reparent(a_map(before), statement, target)) == after

    @pytest.mark.parametrize(
        ("at", "after"),
        [
            (0, "p -> D; a -> D; b -> D"),
            (1, "a -> D; p -> D; b -> D"),
            (2, "a -> D; b -> D; p -> D"),
            (9, "a -> D; b -> D; p -> D"),
            (-1, "p -> D; a -> D; b -> D"),
        ],
    )
    def test_a_place_among_what_is_there(self, at: int, after: str) -> None:
        for before in ("p -> C; a -> D; b -> D", "a -> D; b -> D; p -> C", "a -> D; b -> D; p"):
            assert steps(rearrange.reparent(a_map(before), "p", "D", at=at)) == after

    def test_the_kind_follows_what_it_does_now(self) -> None:
        moved = rearrange.reparent(a_map("p -> C; D"), "p", "D", ATTACKS)
        assert (steps(moved), kind(moved, "p")) == ("p -x D", "rebuttal")
        rooted = rearrange.make_root(moved, "p")
        assert (steps(rooted), kind(rooted, "p")) == ("", "claim")

    @pytest.mark.parametrize("target", ["p", "q", "r-q", "r-p", "x", "gone", "C"])
    def test_never_below_itself_nor_twice_nor_nowhere(self, target: str) -> None:
        argument_map = a_map("p -> C; q -> p; x -x r-q; r4: p -> C")
        with pytest.raises(ArgmapError):
            rearrange.reparent(argument_map, "p", target)

    def test_relations_move_to_other_targets(self) -> None:
        moved = rearrange.move_relation(a_map("r1: p q -> C; x -x r1; d -> D"), "r1", "D", 0)
        assert steps(moved) == "x -x r1; r1: p q -> D; d -> D"

    @pytest.mark.parametrize("target", ["p", "r1", "x", "r-x", "gone"])
    def test_a_step_never_bears_on_what_it_rests_on(self, target: str) -> None:
        with pytest.raises(ArgmapError):
            rearrange.move_relation(a_map("r1: p q -> C; x -x r1"), "r1", target, None)

    def test_a_root_can_be_given_its_place(self) -> None:
        rooted = rearrange.make_root(a_map("p -> C; q -> D; E"), "p", after="D")
        assert (ids(rooted), steps(rooted)) == ("C D p q E", "q -> D")


class TestDropping:
    @pytest.mark.parametrize(
        ("before", "onto", "after"),
        [
            ("p -x C; D", "D", "p -x D"),
            ("p; D", "D", "p -> D"),
            # Onto a step, which it joins, doing what that does.
            ("p -x C; q -> D", "r-q", "q p -> D"),
            ("p; r1: q s -x D", "r1", "r1: q s p -x D"),
        ],
    )
    def test_onto(self, before: str, onto: str, after: str) -> None:
        assert steps(rearrange.move_onto(a_map(before), "p", onto)) == after

    @pytest.mark.parametrize(
        ("before", "sibling", "first", "after"),
        [
            ("p -> C; q -x D; s -x D", "q", True, "p -> D; q -x D; s -x D"),
            ("p -x C; q -> D; s -x D", "q", False, "q -> D; p -x D; s -x D"),
            ("p -x C; q -> D; s -> D", "s", False, "q -> D; s -> D; p -x D"),
            # Among siblings its place alone changes, also where the one beside does the opposite.
            ("p -x C; q -> C", "q", False, "q -> C; p -x C"),
            ("q -x C; p -> C", "q", True, "p -> C; q -x C"),
            ("r1: p q -> C; s -x C", "s", False, "r1: q -> C; s -x C; p -> C"),
            ("p -> C; q -x C; s -x r-q", "s", True, "q -x C; p -> r-q; s -x r-q"),
            # What bore on nothing does what the one beside it does.
            ("p; q -x D", "q", True, "p -x D; q -x D"),
            # Where it stands beside it already, it is not counted.
            ("p -> C; q -> C; s -> C", "s", True, "q -> C; p -> C; s -> C"),
            ("p -> C; q -> C; s -> C", "q", False, "q -> C; p -> C; s -> C"),
            # At the outer side of a linked premise: beside the step; between two: one of them.
            ("r1: q s -> C; p -> D", "q", True, "p -> C; r1: q s -> C"),
            ("r1: q s -> C; p -> D", "s", False, "r1: q s -> C; p -> C"),
            ("r1: q s -> C; p -> D", "q", False, "r1: q p s -> C"),
            ("p -> C; r1: q s -> C", "s", True, "r1: q p s -> C"),
            # Among its own co-premises it stays linked, also at either end.
            ("r1: p q s -> C", "q", False, "r1: q p s -> C"),
            ("r1: p q s -> C", "s", False, "r1: q s p -> C"),
            ("r1: q s p -> C", "s", True, "r1: q p s -> C"),
            ("r1: q s p -> C", "q", True, "r1: p q s -> C"),
            # Beside another step it leaves its own.
            ("r1: p q -> C; s -> C", "s", False, "r1: q -> C; s -> C; p -> C"),
        ],
    )
    def test_beside(self, before: str, sibling: str, first: bool, after: str) -> None:
        assert steps(rearrange.move_beside(a_map(before), "p", sibling, before=first)) == after

    @pytest.mark.parametrize(
        ("before", "first", "after"),
        [
            ("C D; p -> C", True, "C p D"),
            ("C D; p -> C", False, "C D p"),
            ("p C D E", True, "C p D E"),
            ("p C D E", False, "C D p E"),
            ("C D E p", True, "C p D E"),
        ],
    )
    def test_beside_a_root_it_is_a_root(self, before: str, first: bool, after: str) -> None:
        moved = rearrange.move_beside(a_map(before), "p", "D", before=first)
        assert (ids(moved), steps(moved)) == (after, "")

    @pytest.mark.parametrize("onto", ["p", "q", "r-q", "C"])
    def test_neither_below_itself_nor_where_it_is(self, onto: str) -> None:
        with pytest.raises(ArgmapError):
            rearrange.move_onto(a_map("p -> C; q -> p; p -> C"), "p", onto)


class TestPromotingAndDemoting:
    @pytest.mark.parametrize(
        ("before", "statement", "after"),
        [
            ("p -> C; q -> C; s -> p", "s", "p -> C; s -> C; q -> C"),
            ("p -> C; x -x p", "x", "p -> C; x -x C"),
            # Out of a step: beside it.
            ("r1: p q -> C; s -> C", "q", "r1: p -> C; q -> C; s -> C"),
            ("r1: p -> C; x -x r1; s -> C", "x", "r1: p -> C; x -x C; s -> C"),
        ],
    )
    def test_promoting(self, before: str, statement: str, after: str) -> None:
        assert steps(rearrange.promote(a_map(before), statement)) == after

    def test_what_hangs_by_a_root_becomes_a_root_beside_it(self) -> None:
        up = rearrange.promote(a_map("p -> C; s -> p; D"), "p")
        assert (ids(up), steps(up)) == ("C p s D", "s -> p")
        assert [root.id for root in walk.roots(up)] == ["C", "p", "D"]

    @pytest.mark.parametrize(
        ("before", "statement", "after"),
        [
            ("p -> C; q -> C", "q", "p -> C; q -> p"),
            ("C D", "D", "D -> C"),
            ("p -> C; s -> p; x -x C", "x", "p -> C; s -> p; x -x p"),
            # A step has a row of its own, and what is demoted hangs below that row.
            ("r1: p q -> C; s -> C", "s", "r1: p q -> C; s -> r1"),
            ("r1: p q -> C", "q", "r1: p -> C; q -> p"),
        ],
    )
    def test_demoting(self, before: str, statement: str, after: str) -> None:
        assert steps(rearrange.demote(a_map(before), statement)) == after

    def test_there_is_a_top_and_a_first(self) -> None:
        with pytest.raises(ArgmapError, match="at the top already"):
            rearrange.promote(a_map("C"), "C")
        with pytest.raises(ArgmapError, match="no sibling before"):
            rearrange.demote(a_map("p -> C; q -> C"), "p")

    @given(maps(), st.data())
    def test_they_change_one_place_in_the_outline(
        self, argument_map: ArgumentMap, data: st.DataObject
    ) -> None:
        statement = data.draw(st.sampled_from(sorted(argument_map.statement_by_id)))
        for change in (rearrange.promote, rearrange.demote):
            try:
                after = change(argument_map, statement)
            except ArgmapError:
                continue
            assert flaws(after) == []
            assert after.statement_by_id.keys() == argument_map.statement_by_id.keys()
            assert diff(argument_map, after)

    @given(st.lists(st.sampled_from(["{0} -> C", "{0} {0}b -> C", "{0} -> C; {0}x -x r-{0}"])))
    def test_promoting_undoes_demoting(self, row: list[str]) -> None:
        rows = "; ".join(step.format(f"p{number}") for number, step in enumerate(row))
        before = a_map(f"C; {rows}; last -> C; after -x C")
        if row:
            down = rearrange.demote(before, "last")
            assert walk.parent(down, "last") != "C"
            assert steps(rearrange.promote(down, "last")) == steps(before)


class TestBearing:
    def test_a_support_turns_into_an_attack_and_back(self) -> None:
        before = a_map("r1: p q -> C; x -x r1")
        turned = rearrange.set_bearing(before, "r1", ATTACKS)
        assert steps(turned) == "r1: p q -x C; x -x r1"
        assert kind(turned, "q") == "rebuttal"
        assert rearrange.set_bearing(turned, "r1", SUPPORTS) == before


class TestLinking:
    def test_joined_premises_are_linked_in_reading_order(self) -> None:
        for chosen in (["r-p", "r-s"], ["r-s", "r-p"]):
            joined = rearrange.join(a_map("p -> C; q -> C; s -> C"), chosen)
            assert steps(joined) == "p s -> C; q -> C"

    def test_what_bore_on_one_of_them_bears_on_all(self) -> None:
        joined = rearrange.join(a_map("r1: p -> C; r2: q p -> C; x -x r2"), ["r1", "r2"])
        assert steps(joined) == "r1: p q -> C; x -x r1"
        anonymous = rearrange.join(
            a_map("_: p -> C; r2: q -> C; x -x r2"), ["p--supports--C", "r2"]
        )
        assert steps(anonymous) == "p--supports--C: p q -> C; x -x p--supports--C"

    @pytest.mark.parametrize("chosen", [["r-p"], ["r-p", "r-x"], ["r-p", "r-d"], ["r-p", "r-p"]])
    def test_only_what_does_the_same_to_the_same_can_be_joined(self, chosen: list[str]) -> None:
        with pytest.raises(ArgmapError, match="do the same to the same target"):
            rearrange.join(a_map("p -> C; x -x C; d -> D"), chosen)

    def test_nothing_that_was_written_is_lost(self) -> None:
        before = a_map("r1: p -> C; r2: q -> C; r3: s -> C")
        before = set_fields(before, "r1", note="One.", tags=("a",), extra=(("x-a", 1),))
        before = set_fields(before, "r2", scheme="expert", tags=("b", "a"))
        before = set_fields(before, "r3", note="Two.", extra=(("x-a", 2), ("x-b", 3)))
        (whole,) = rearrange.join(before, ["r1", "r2", "r3"]).relations
        assert whole == Relation(
            "r1",
            ("p", "q", "s"),
            SUPPORTS,
            "C",
            scheme="expert",
            note="One.\n\nTwo.",
            tags=("a", "b"),
            extra=(("x-a", 1), ("x-b", 3)),
        )

    def test_split_premises_support_on_their_own(self) -> None:
        split = rearrange.split(a_map("r1: p q s -> C; x -x r1; t -> C"), "r1")
        assert steps(split) == "r1: p -> C; q -> C; s -> C; x -x r1; t -> C"

    def test_judgements_stay_with_what_they_were_about(self) -> None:
        said = ((id_, Judgement.REJECTED) for id_ in ("r2", "p"))
        viewpoint = Viewpoint("v", judgements=tuple(said))
        before = replace(a_map("_: p -> C; r2: q -> C"), viewpoints=(viewpoint,))
        joined = rearrange.join(before, ["p--supports--C", "r2"])
        assert steps(joined) == "p--supports--C: p q -> C"
        assert [id_ for id_, _ in joined.viewpoints[0].judgements] == ["p--supports--C", "p"]
        split = rearrange.split(joined, "p--supports--C")
        judged = [id_ for id_, _ in split.viewpoints[0].judgements]
        assert judged == ["p--supports--C", "r-q", "p"]

    @given(maps(), st.data())
    def test_joining_undoes_splitting(self, argument_map: ArgumentMap, data: st.DataObject) -> None:
        linked = [r.id for r in argument_map.relations if r.linked]
        assume(linked)
        whole = data.draw(st.sampled_from(linked))
        split = rearrange.split(argument_map, whole)
        assert flaws(split) == []
        parts = [r.id for r in split.relations if r.id not in argument_map.ids]
        assert rearrange.join(split, [whole, *parts]).relations == argument_map.relations


class TestSetKind:
    @pytest.mark.parametrize(
        ("before", "kind", "after"),
        [
            ("p -> C", Kind.REBUTTAL, "p -x C"),
            ("p -x C", Kind.PREMISE, "p -> C"),
            ("p -> C; u -x r-p", Kind.REBUTTAL, "p -x C; u -x r-p"),
            # A claim may support or attack: it is a conclusion on the way.
            ("p -> C", Kind.CLAIM, "p -> C"),
            ("p -x C", Kind.CLAIM, "p -x C"),
            # What bears on nothing has no step that could follow.
            ("p C", Kind.REBUTTAL, ""),
            # What attacks anything is a rebuttal already.
            ("p -> C; r9: p -x D", Kind.REBUTTAL, "p -> C; r9: p -x D"),
        ],
    )
    def test_its_step_follows(self, before: str, kind: Kind, after: str) -> None:
        changed = rearrange.set_kind(a_map(before), "p", kind)
        assert changed.statement_by_id["p"].kind is kind
        assert [r.bearing for r in changed.relations] == [r.bearing for r in a_map(after).relations]
        twice = rearrange.set_kind(changed, "p", kind)
        assert twice == changed

    @pytest.mark.parametrize(
        ("before", "kind"),
        [
            ("r1: p q -> C", Kind.REBUTTAL),
            ("p -> C; r9: p -> D", Kind.REBUTTAL),
            ("p -> C; r9: p -x D", Kind.PREMISE),
        ],
    )
    def test_where_that_is_not_clear_it_is_refused(self, before: str, kind: Kind) -> None:
        with pytest.raises(ArgmapError):
            rearrange.set_kind(a_map(before), "p", kind)
