from __future__ import annotations

from dataclasses import replace

import pytest

from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap, Group, Source, Style, Viewpoint
from argmap.model.edits import edit
from argmap.model.kinds import Bearing, Direction, Judgement, Kind
from tests.model.maps import a_map, ids, kind, steps


class TestAdding:
    def test_a_claim_comes_last_or_after_another(self) -> None:
        assert ids(edit.add_claim(a_map("C D"), "New")) == "C D new"

    def test_a_premise_supports_its_target(self) -> None:
        grown = edit.add_premise(a_map("C"), "C", "Reason")
        assert (ids(grown), steps(grown)) == ("C reason", "reason -> C")
        assert kind(grown, "reason") == "premise"

    def test_a_rebuttal_attacks_its_target(self) -> None:
        grown = edit.add_rebuttal(a_map("C"), "C", "Doubt")
        assert steps(grown) == "doubt -x C"
        assert kind(grown, "doubt") == "rebuttal"

    def test_new_reasons_come_after_those_that_are_there(self) -> None:
        grown = edit.add_premise(a_map("p -> C; q -> C; D; d -> D"), "C", "New")
        assert ids(grown) == "C p q new D d"
        assert steps(grown) == "p -> C; q -> C; new -> C; d -> D"

    def test_a_first_reason_comes_after_the_step_that_its_target_is_part_of(self) -> None:
        before = a_map("r1: p -> C; r2: q -> C; D")
        assert steps(edit.add_premise(before, "p", "New")) == "r1: p -> C; new -> p; r2: q -> C"
        assert steps(edit.add_rebuttal(before, "r1", "New")) == "r1: p -> C; new -x r1; r2: q -> C"
        assert steps(edit.add_premise(before, "D", "New")) == "r1: p -> C; r2: q -> C; new -> D"

    def test_an_attack_on_a_relation_is_an_undercut_and_names_it(self) -> None:
        grown = edit.add_rebuttal(a_map("_: p q -> C"), "p+q--supports--C", "Doubt")
        assert steps(grown) == "p+q--supports--C: p q -> C; doubt -x p+q--supports--C"

    def test_an_anonymous_relation_stays_so_while_nothing_refers_to_it(self) -> None:
        assert steps(edit.add_premise(a_map("_: p -> C"), "C", "q")) == "_: p -> C; q -> C"

    def test_a_co_premise_is_linked_beside_the_given_one(self) -> None:
        grown = edit.add_co_premise(a_map("p q -> C"), "p", "New")
        assert (ids(grown), steps(grown)) == ("C p new q", "p new q -> C")
        assert kind(edit.add_co_premise(a_map("x -x C"), "x", "New"), "new") == "rebuttal"

    def test_a_claim_can_have_no_co_premise(self) -> None:
        with pytest.raises(ArgmapError, match="bears on nothing"):
            edit.add_co_premise(a_map("C"), "C", "New")

    def test_a_sibling_does_what_its_neighbour_does(self) -> None:
        before = a_map("p -> C; x -x C; q -> C")
        after = edit.add_sibling(before, "x", "New")
        assert steps(after) == "p -> C; x -x C; new -x C; q -> C"
        assert kind(after, "new") == "rebuttal"
        earlier = edit.add_sibling(before, "x", "New", before=True)
        assert steps(earlier) == "p -> C; new -x C; x -x C; q -> C"

    def test_a_sibling_of_a_root_is_a_root(self) -> None:
        assert ids(edit.add_sibling(a_map("C D"), "C", "New")) == "C new D"
        assert ids(edit.add_sibling(a_map("C D"), "C", "New", before=True)) == "new C D"

    @pytest.mark.parametrize("add", [edit.add_premise, edit.add_rebuttal])
    def test_nothing_can_be_added_to_what_is_not_there(self, add: object) -> None:
        assert callable(add)
        with pytest.raises(ArgmapError, match="no “gone” in the map"):
            add(a_map("C"), "gone", "New")

    def test_the_same_text_twice_gets_another_id(self) -> None:
        twice = edit.add_claim(edit.add_claim(ArgumentMap(), "Same"), "Same")
        assert ids(twice) == "same same-2"


class TestLinking:
    def test_a_statement_may_bear_on_several_targets(self) -> None:
        linked = edit.link(a_map("p -> C; D"), "p", "D", Bearing.ATTACKS)
        assert steps(linked) == "p -> C; r-p-2: p -x D"

    def test_its_own_place_stays_where_it_was(self) -> None:
        linked = edit.link(a_map("D -> E; q -> C; p -> C"), "p", "D", Bearing.SUPPORTS)
        assert steps(linked) == "D -> E; q -> C; p -> C; r-p-2: p -> D"
        linked = edit.link(a_map("q -> D; p -> C"), "p", "D", Bearing.SUPPORTS)
        assert steps(linked) == "q -> D; p -> C; r-p-2: p -> D"

    def test_a_claim_that_is_linked_becomes_what_it_does(self) -> None:
        linked = edit.link(a_map("C D"), "D", "C", Bearing.SUPPORTS)
        assert kind(linked, "D") == "premise"

    @pytest.mark.parametrize(
        ("premise", "target", "why"),
        [
            ("p", "C", "already"),
            ("p", "p", "bear on itself"),
            ("p", "gone", "no “gone”"),
            ("gone", "C", "no statement “gone”"),
            ("r-p", "D", "no statement “r-p”"),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, premise: str, target: str, why: str) -> None:
        with pytest.raises(ArgmapError, match=why):
            edit.link(a_map("p -> C; D"), premise, target, Bearing.SUPPORTS)

    def test_circles_are_allowed(self) -> None:
        assert steps(edit.link(a_map("p -> C"), "C", "p", Bearing.SUPPORTS)) == "p -> C; C -> p"


class TestUsualBearing:
    @pytest.mark.parametrize(
        ("premise", "target", "bearing"),
        [
            ("C", "D", Bearing.SUPPORTS),
            ("p", "D", Bearing.SUPPORTS),
            ("x", "D", Bearing.ATTACKS),
            ("D", "r-p", Bearing.ATTACKS),
            ("x", "r-p", Bearing.ATTACKS),
        ],
    )
    def test_a_rebuttal_attacks_and_so_does_what_bears_on_a_step(
        self, premise: str, target: str, bearing: Bearing
    ) -> None:
        argument_map = a_map("p -> C; x -x C; D")
        assert edit.usual_bearing(argument_map, premise, target) is bearing


class TestKindsFollowing:
    def test_a_premise_turned_into_an_attack_becomes_a_rebuttal(self) -> None:
        turned = edit.set_fields(a_map("p q -> C"), "r-p", bearing=Bearing.ATTACKS)
        assert kind(turned, "p") == kind(turned, "q") == "rebuttal"

    def test_a_kind_that_the_author_set_against_the_relations_stays(self) -> None:
        odd = edit.set_fields(a_map("p -> C"), "p", kind=Kind.CLAIM)
        assert kind(edit.set_fields(odd, "r-p", bearing=Bearing.ATTACKS), "p") == "claim"

    def test_what_comes_to_attack_something_is_a_rebuttal(self) -> None:
        mixed = edit.link(a_map("p -> C; D"), "p", "D", Bearing.ATTACKS)
        assert kind(mixed, "p") == "rebuttal"

    def test_and_a_premise_again_when_it_only_supports(self) -> None:
        mixed = a_map("r1: p -> C; r2: p -x D")
        assert kind(mixed, "p") == "rebuttal"
        assert kind(edit.set_fields(mixed, "r2", bearing=Bearing.SUPPORTS), "p") == "premise"


class TestFields:
    def test_any_item_is_found_by_its_id(self) -> None:
        whole = replace(
            a_map("p -> C"),
            sources=(Source("s"),),
            groups=(Group("g"),),
            viewpoints=(Viewpoint("v"),),
        )
        for id_ in ("p", "r-p", "s", "g", "v"):
            changed = edit.set_fields(whole, id_, note="N")
            assert [getattr(changed, section) for section in ("title", "summary")] == ["", ""]
            notes = [
                item.note
                for section in ("statements", "relations", "sources", "groups", "viewpoints")
                for item in getattr(changed, section)
                if item.id == id_
            ]
            assert notes == ["N"]

    def test_an_unknown_id_is_told(self) -> None:
        with pytest.raises(ArgmapError, match="no “gone”"):
            edit.set_fields(a_map("C"), "gone", note="N")

    @pytest.mark.parametrize(
        "fields", [{"premises": ()}, {"premises": ("gone",)}, {"target": "gone"}, {"target": "r-p"}]
    )
    def test_a_relation_that_could_not_stand_is_refused(self, fields: dict[str, object]) -> None:
        with pytest.raises(ArgmapError):
            edit.set_fields(a_map("p -> C"), "r-p", **fields)

    def test_the_maps_own_fields(self) -> None:
        changed = edit.set_map_fields(ArgumentMap(), title="T", style=Style(Direction.LEFT))
        assert (changed.title, changed.style.direction) == ("T", Direction.LEFT)
        with pytest.raises(ArgmapError, match="no field “statements”"):
            edit.set_map_fields(ArgumentMap(), statements=())

    def test_where_the_conclusion_stands(self) -> None:
        turned = edit.set_direction(ArgumentMap(style=Style(theme="dark")), Direction.LEFT)
        assert turned.style == Style(Direction.LEFT, "dark")
        assert edit.set_direction(turned, None).style == Style(theme="dark")


class TestPutting:
    def test_a_new_item_comes_last_in_its_section(self) -> None:
        grown = edit.put(edit.put(a_map("C"), Source("one")), Source("two", title="T"))
        assert grown.sources == (Source("one"), Source("two", title="T"))
        assert edit.put(grown, Source("one", title="U")).sources[0].title == "U"

    def test_an_id_of_another_section_is_taken(self) -> None:
        with pytest.raises(ArgmapError, match="“C” is taken"):
            edit.put(a_map("C"), Group("C"))

    def test_a_viewpoint_that_judges_a_relation_names_it(self) -> None:
        anonymous = a_map("_: p -> C; _: q -> C")
        (first, _) = anonymous.relations
        judged = edit.put(anonymous, Viewpoint("v", judgements=((first.id, Judgement.REJECTED),)))
        assert steps(judged) == "p--supports--C: p -> C; _: q -> C"

    def test_a_group_of_cards_of_one_group_lies_in_it(self) -> None:
        outer = edit.group(a_map("p -> C; D"), ["p", "D"], "Our side")
        inner = edit.group(outer, ["p"], "Money")
        assert inner.group_by_id["money"].parent == "our-side"
        mixed = edit.group(outer, ["p", "C"], "Money")
        assert mixed.group_by_id["money"].parent == ""

    def test_groups(self) -> None:
        grouped = edit.group(a_map("p -> C; D"), ["p", "D"], "Our side")
        assert grouped.groups == (Group("our-side", "Our side"),)
        assert [s.group for s in grouped.statements] == ["", "our-side", "our-side"]
        assert [s.group for s in edit.assign_group(grouped, ["D"], "").statements] == [
            "",
            "our-side",
            "",
        ]
