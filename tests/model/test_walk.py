from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from argmap.model import walk
from argmap.model.argument_map import ArgumentMap, Group, Relation
from argmap.model.kinds import Bearing
from argmap.model.walk import Branch
from tests.model.maps import a_map
from tests.model.strategies import maps


def drawn(branch: Branch) -> str:
    """Write a branch as `C(p q)`, a reference as `*p`."""
    inside = f"({' '.join(drawn(child) for child in branch.branches)})" if branch.branches else ""
    return f"{'*' if branch.reference else ''}{branch.id}{inside}"


def outline(notation: str) -> str:
    return " ".join(drawn(tree) for tree in walk.outline(a_map(notation)))


@pytest.mark.parametrize(
    ("notation", "trees"),
    [
        ("", ""),
        ("C D", "C D"),
        ("p -> C; q -x C; x -x p", "C(p(x) q)"),
        # Linked premises stand below their step, and so does what bears on the step.
        ("r1: p q -> C; x -x r1; y -> p", "C(r1(p(y) q x))"),
        ("r1: p -> C; x -x r1; r3: y -x C", "C(r1(p x) y)"),
        # A step on a step on a step.
        ("r1: p -> C; r2: x -x r1; y -x r2", "C(r1(p r2(x y)))"),
        # The first relation gives a statement its place; elsewhere it is a reference.
        ("p -> C; p -x D; q -> p", "C(p(q)) D(*p)"),
        # A circle has no root: the first in the file serves.
        ("p -> C; C -> p", "C(p(*C))"),
        ("D; p -> C; C -> p; p -x D", "D(*p) C(p(*C))"),
        ("C -> C", "C(*C)"),
        # What hangs below a circle hangs there, wherever it stands in the file.
        ("s0; r0: s0 s1 -> s2; s2 -> s1", "s2(r0(s0 s1(*s2)))"),
    ],
)
def test_the_outline(notation: str, trees: str) -> None:
    assert outline(notation) == trees


@given(maps())
def test_every_statement_has_one_place_in_the_outline(argument_map: ArgumentMap) -> None:
    rows = [row for tree in walk.outline(argument_map) for row in tree.walk()]
    places = [row.id for row in rows if not row.reference]
    assert len(places) == len(set(places))
    assert set(places) >= argument_map.statement_by_id.keys()


def test_a_chain_of_ten_thousand_is_no_problem() -> None:
    chain = a_map("; ".join(f"s{number + 1} -> s{number}" for number in range(10_000)))
    assert walk.depth(chain) == 10_001
    assert walk.starts(chain) == ("s0",)


def test_walking_a_branch_goes_in_reading_order() -> None:
    (tree,) = walk.outline(a_map("p -> C; x -x p; q -> C"))
    assert [(row.id, row.via) for row in tree.walk()] == [
        ("C", ""),
        ("p", "r-p"),
        ("x", "r-x"),
        ("q", "r-q"),
    ]


def test_reading_order_has_relations_before_what_hangs_by_them_and_references_only_at_home() -> (
    None
):
    argument_map = a_map("r1: p q -> C; x -x r1; p -> D; D -> C")
    assert walk.reading_order(argument_map) == ("C", "r1", "p", "q", "r-x", "x", "r-D", "D", "r-p")
    assert walk.reading_order(a_map("D; p -> C; p -> D")) == ("D", "r-p-2", "C", "r-p", "p")


@given(maps())
def test_reading_order_names_everything_once(argument_map: ArgumentMap) -> None:
    order = walk.reading_order(argument_map)
    assert len(order) == len(set(order))
    assert set(order) == {*argument_map.statement_by_id, *argument_map.relation_by_id}
    statements = [id_ for id_ in order if id_ in argument_map.statement_by_id]
    rows = [row for tree in walk.outline(argument_map) for row in tree.walk()]
    own_places = [row.id for row in rows if not row.reference]
    assert statements == [id_ for id_ in own_places if id_ in argument_map.statement_by_id]


def test_parents_are_targets_of_first_relations() -> None:
    argument_map = a_map("r1: p -> C; r2: p -> D; r3: x -x r1")
    assert walk.parent(argument_map, "p") == "C"
    assert walk.parent(argument_map, "x") == "r1"
    assert walk.parent(argument_map, "r1") == "C"
    assert walk.parent(argument_map, "C") is None


def test_roots_bear_on_nothing() -> None:
    assert [s.id for s in walk.roots(a_map("E; p -> C; D; p -> D"))] == ["E", "C", "D"]


def test_starts_are_roots_and_one_of_each_circle_of_parents() -> None:
    argument_map = a_map("p -> C; a -> b; b -> a; p -> q; q -> p")
    assert walk.starts(argument_map) == ("C", "b")


def test_relations_that_target_one_another_are_shown_too() -> None:
    relations = (
        Relation("r1", ("p",), Bearing.ATTACKS, "r2"),
        Relation("r2", ("q",), Bearing.ATTACKS, "r1"),
    )
    argument_map = replace(a_map("p q"), relations=relations)
    assert [drawn(tree) for tree in walk.outline(argument_map)] == ["r1(p r2(q *r1))"]


@given(maps())
def test_every_statement_is_reached_from_the_starts(argument_map: ArgumentMap) -> None:
    tops = walk.starts(argument_map)
    assert len(set(tops)) == len(tops)
    assert walk.below(argument_map, tops) >= argument_map.statement_by_id.keys()


def test_below_is_all_that_leads_there_unless_barred() -> None:
    argument_map = a_map("r1: p q -> C; r2: x -x r1; r3: y -> x; D")
    assert walk.below(argument_map, ["C"]) == {"C", "r1", "p", "q", "r2", "x", "r3", "y"}
    assert walk.below(argument_map, ["r1"]) == {"r1", "p", "q", "r2", "x", "r3", "y"}
    assert walk.below(argument_map, ["C"], {"r2", "q"}) == {"C", "r1", "p"}


@pytest.mark.parametrize(
    ("notation", "depth"), [("", 0), ("C", 1), ("r1: p q -> C; x -x r1", 2), ("p -> C; q -> p", 3)]
)
def test_depth_counts_statements(notation: str, depth: int) -> None:
    assert walk.depth(a_map(notation)) == depth


def test_siblings_by_the_thousand_are_no_problem() -> None:
    star = a_map("; ".join(f"s{number} -> C" for number in range(5_000)))
    (tree,) = walk.outline(star)
    assert len(tree.branches) == 5_000


def test_groups_around_go_from_outside_in() -> None:
    grouped = ArgumentMap(groups=(Group("town"), Group("house", parent="town"), Group("other")))
    assert walk.groups_around(grouped, "house") == ("town", "house")
    assert walk.groups_around(grouped, "nowhere") == ()


def test_groups_that_lie_in_each_other_end() -> None:
    circle = ArgumentMap(groups=(Group("a", parent="b"), Group("b", parent="a")))
    assert walk.groups_around(circle, "a") == ("b", "a")
