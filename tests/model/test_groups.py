"""Which statements lie in a group, and in which group something lies."""

from __future__ import annotations

from argmap.model.argument_map import ArgumentMap, Group, Relation, Statement
from argmap.model.edits import edit
from argmap.model.groups import group_at, members, with_branch
from argmap.model.kinds import Bearing

MAP = ArgumentMap(
    statements=(
        Statement("a", "A.", group="outer"),
        Statement("b", "B.", group="inner"),
        Statement("c", "C.", group="outer"),
        Statement("d", "D."),
    ),
    relations=(
        Relation("r", ("b",), Bearing.SUPPORTS, "a"),
        Relation("q", ("c",), Bearing.SUPPORTS, "b"),
    ),
    groups=(Group("outer"), Group("inner", parent="outer")),
)


def test_a_group_holds_what_lies_in_groups_inside_it() -> None:
    assert members(MAP, "outer") == ("a", "b", "c")
    assert members(MAP, "inner") == ("b",)
    assert members(MAP, "gone") == ()


def test_groups_in_a_circle_end() -> None:
    knot = ArgumentMap(
        statements=(Statement("a", "A.", group="x"),),
        groups=(Group("x", parent="y"), Group("y", parent="x")),
    )
    assert members(knot, "x") == ("a",)


def test_a_relation_lies_where_its_first_premise_does() -> None:
    assert [group_at(MAP, id_) for id_ in ("a", "r", "d", "gone")] == ["outer", "inner", "", ""]


def test_a_branch_stays_together_as_far_as_it_is_in_one_group() -> None:
    assert with_branch(MAP, "a") == ("a", "c")
    assert with_branch(MAP, "d") == ("d",)


def test_every_new_reason_lies_in_the_group_of_what_it_bears_on() -> None:
    for grown in (
        edit.add_premise(MAP, "b", "New."),
        edit.add_rebuttal(MAP, "r", "New."),
        edit.add_co_premise(MAP, "b", "New."),
        edit.add_sibling(MAP, "b", "New."),
    ):
        assert grown.statement_by_id["new"].group == "inner"
