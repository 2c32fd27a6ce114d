from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap, Cite, Group, Source, Statement, Viewpoint
from argmap.model.edits import fragment
from argmap.model.edits.edit import set_fields
from argmap.model.kinds import Kind
from tests.model.maps import a_map, flaws, ids, kind, steps
from tests.model.strategies import maps


class TestExtracting:
    def test_relations_come_along_where_both_ends_do(self) -> None:
        argument_map = a_map("r1: p q -> C; r2: x -x r1; s -> D; s -> p")
        part = fragment.extract(argument_map, ["C", "p", "x", "s"])
        assert (ids(part), steps(part)) == ("C p x s", "r1: p -> C; r2: x -x r1; r-s-2: s -> p")

    def test_a_premise_on_its_own_is_a_claim(self) -> None:
        part = fragment.extract(a_map("p -> C; q -> p"), ["p", "q"])
        assert (kind(part, "p"), kind(part, "q")) == ("claim", "premise")

    def test_what_statements_refer_to_comes_along(self) -> None:
        argument_map = ArgumentMap(
            title="Left behind",
            statements=(
                Statement("a", "A", group="inner", cites=(Cite("s"),)),
                Statement("b", "B", group="other", cites=(Cite("t"),)),
            ),
            sources=(Source("s"), Source("t")),
            groups=(Group("outer"), Group("inner", parent="outer"), Group("other")),
        )
        part = fragment.extract(argument_map, ["a"])
        assert part == ArgumentMap(
            statements=argument_map.statements[:1],
            sources=(Source("s"),),
            groups=(Group("outer"), Group("inner", parent="outer")),
        )

    def test_groups_in_a_circle_are_no_trap(self) -> None:
        circle = (Group("g", parent="h"), Group("h", parent="g"))
        argument_map = ArgumentMap(statements=(Statement("a", "A", group="g"),), groups=circle)
        assert fragment.extract(argument_map, ["a"]) == argument_map


class TestPasting:
    def test_free_ids_are_kept(self) -> None:
        pasted = fragment.paste(a_map("C"), a_map("p -> D"))
        assert (ids(pasted), steps(pasted)) == ("C D p", "p -> D")

    def test_taken_ids_are_made_anew_and_references_follow(self) -> None:
        fragment_ = set_fields(a_map("r1: p -> C; x -x r1"), "C", text="Other words")
        pasted = fragment.paste(a_map("r1: p -> C"), fragment_)
        assert ids(pasted) == "C p other-words p-2 x"
        assert steps(pasted) == "r1: p -> C; p-2 -> other-words; x -x r-p-2"

    def test_a_new_id_never_meets_a_later_one_of_the_fragment(self) -> None:
        assert ids(fragment.paste(a_map("a"), a_map("a a-2"))) == "a a-2 a-2-2"

    def test_the_roots_of_a_fragment_support_a_target(self) -> None:
        pasted = fragment.paste(a_map("q -> C"), a_map("p -> D; E"), "C")
        assert steps(pasted) == "q -> C; D -> C; E -> C; p -> D"
        assert (kind(pasted, "D"), kind(pasted, "p")) == ("premise", "premise")

    def test_pasted_relations_have_names(self) -> None:
        assert steps(fragment.paste(a_map("C"), a_map("_: p q -> D"))) == "p q -> D"

    def test_a_target_that_is_anonymous_gets_its_name(self) -> None:
        pasted = fragment.paste(a_map("_: p -> C"), a_map("E"), "p--supports--C")
        assert steps(pasted) == "p--supports--C: p -> C; E -> p--supports--C"

    def test_equal_sources_and_groups_are_shared_and_others_renamed(self) -> None:
        def cited(title: str) -> ArgumentMap:
            return ArgumentMap(
                statements=(Statement("a", "A", group="g", cites=(Cite("s"),)),),
                sources=(Source("s", title=title),),
                groups=(Group("g", title=title),),
            )

        shared = fragment.paste(cited("Same"), cited("Same"))
        assert (len(shared.sources), len(shared.groups)) == (1, 1)
        assert shared.statements[1].cites == (Cite("s"),)
        other = fragment.paste(cited("Same"), cited("New"))
        assert [s.id for s in other.sources] == ["s", "new"]
        assert [g.id for g in other.groups] == ["g", "new-2"]
        assert (other.statements[1].cites, other.statements[1].group) == ((Cite("new"),), "new-2")

    def test_viewpoints_and_titles_are_not_pasted(self) -> None:
        whole = replace(a_map("D"), title="T", viewpoints=(Viewpoint("v"),))
        assert fragment.paste(a_map("C"), whole) == a_map("C D")

    @given(maps(), maps())
    def test_pasting_any_map_into_any_other(
        self, argument_map: ArgumentMap, pasted: ArgumentMap
    ) -> None:
        loose = fragment.paste(argument_map, pasted)
        assert flaws(loose) == []
        assert len(loose.statements) == len(argument_map.statements) + len(pasted.statements)
        assert len(loose.relations) == len(argument_map.relations) + len(pasted.relations)
        assert loose.statements[: len(argument_map.statements)] == argument_map.statements
        assert flaws(fragment.paste(argument_map, pasted, "s0")) == []

    @given(maps())
    def test_a_whole_map_pasted_into_an_empty_one_is_the_same(self, whole: ArgumentMap) -> None:
        assert fragment.paste(ArgumentMap(), whole) == whole
        assert fragment.extract(whole, whole.statement_by_id) == whole


class TestDuplicating:
    @pytest.mark.parametrize(
        ("before", "chosen", "statements", "relations"),
        [
            ("c d", "c", "c c-2 d", ""),
            ("p -> c; x -x c", "p", "c p p-2 x", "p -> c; p-2 -> c; x -x c"),
            ("p -> c", "p c", "c c-2 p p-2", "p -> c; p-2 -> c-2"),
            ("r1: p q -> c", "p", "c p p-2 q", "r1: p q -> c; p-2 -> c"),
            ("r1: p q -> c", "p q", "c p p-2 q q-2", "r1: p q -> c; p-2 q-2 -> c"),
            ("_: p -> c", "p", "c p p-2", "_: p -> c; p-2 -> c"),
            (
                "r1: p -> c; x -x r1",
                "x p",
                "c p p-2 x x-2",
                "r1: p -> c; p-2 -> c; x -x r1; x-2 -x r-p-2",
            ),
        ],
    )
    def test_a_copy_does_what_its_original_does(
        self, before: str, chosen: str, statements: str, relations: str
    ) -> None:
        after = fragment.duplicate(a_map(before), chosen.split())
        assert ids(after) == statements
        assert steps(after) == relations

    def test_a_copy_is_what_its_original_is(self) -> None:
        before = set_fields(a_map("p -> C; p -x D"), "p", kind=Kind.CLAIM, note="N")
        before = set_fields(before, "r-p", weight=3, scheme="expert")
        after = fragment.duplicate(before, ["p"])
        copy = after.statement_by_id["p-2"]
        assert replace(copy, id="p") == before.statement_by_id["p"]
        twin = after.relation_by_id["r-p-2-2"]
        assert (twin.weight, twin.scheme, twin.premises) == (3, "expert", ("p-2",))

    @given(maps(), st.data())
    def test_duplicates_are_sound_and_touch_nothing(
        self, argument_map: ArgumentMap, data: st.DataObject
    ) -> None:
        chosen = data.draw(st.lists(st.sampled_from(sorted(argument_map.ids)), unique=True))
        after = fragment.duplicate(argument_map, chosen)
        assert flaws(after) == []
        kept = [s for s in after.statements if s.id in argument_map.statement_by_id]
        assert tuple(kept) == argument_map.statements
        steps_kept = [r for r in after.relations if r.id in argument_map.relation_by_id]
        assert tuple(steps_kept) == argument_map.relations
