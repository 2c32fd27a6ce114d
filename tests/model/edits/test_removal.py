from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import walk
from argmap.model.argument_map import ArgumentMap, Cite, Group, Source, Statement, Viewpoint
from argmap.model.edits import removal
from argmap.model.kinds import Judgement
from tests.model.maps import a_map, flaws, ids, kind, steps
from tests.model.strategies import maps


@pytest.mark.parametrize(
    ("before", "delete", "statements", "relations"),
    [
        ("p -> C; q -> p", "p", "C q", ""),
        # A linked premise goes alone; the step stands on what is left.
        ("r1: p q -> C", "p", "C q", "r1: q -> C"),
        # A step without premise or target goes, and its undercuts with it, to any depth.
        ("r1: p -> C; r2: x -x r1; y -x r2", "p", "C x y", ""),
        ("r1: p -> C; r2: x -x r1; y -x r2", "C", "p x y", ""),
        ("r1: p q -> C; x -x r1", "p", "C q x", "r1: q -> C; x -x r1"),
        # A relation can be deleted as well; its premises stay.
        ("r1: p -> C; x -x r1", "r1", "C p x", ""),
        ("p -> C; C -> p", "p", "C", ""),
    ],
)
def test_deleting_the_card_only(before: str, delete: str, statements: str, relations: str) -> None:
    after = removal.delete_cards(a_map(before), delete.split())
    assert ids(after) == statements
    assert steps(after) == relations


def test_children_of_a_deleted_card_become_roots_and_claims() -> None:
    after = removal.delete_cards(a_map("p -> C; q -> p; x -x p"), ["p"])
    assert [s.id for s in walk.roots(after)] == ["C", "q", "x"]
    assert kind(after, "q") == kind(after, "x") == "claim"


@pytest.mark.parametrize(
    ("before", "delete", "left"),
    [
        ("p -> C; q -> p", "p", "C"),
        ("p -> C; q -> p", "C", ""),
        # What also bears on something that stays, stays, with what hangs below it.
        ("p -> C; q -> p; q -> C", "p", "C q"),
        ("p -> C; q -> p; s -> q; q -> D", "C", "q s D"),
        # A co-premise is not below its neighbour.
        ("r1: p q -> C; x -x r1; s -> p", "p", "C q x"),
        # What undercuts a step that goes is reachable only through it.
        ("r1: p -> C; r2: x -x r1; y -> x", "p", "C"),
        ("r1: p -> C; x -x r1; x -> D", "p", "C x D"),
        # An arrow goes with its premises.
        ("r1: p q -> C; s -> C", "r1", "C s"),
        ("r1: p q -> C; p -> D", "r1", "C p D"),
        # Circles: what the outline shows below goes, what it shows above stays.
        ("p -> C; C -> p", "p", "C"),
        ("p -> C; C -> p", "C", ""),
        ("A -> C; p -> A; C -> p", "p", "C A"),
        ("D; p -> C; C -> p; p -> D", "C", "D p"),
        # Several at once: shared only among them, so it goes.
        ("p -> C; q -> C; s -> p; s -> q", "p q", "C"),
        ("p q -> C; s -> p", "p q", "C"),
    ],
)
def test_deleting_with_what_hangs_below(before: str, delete: str, left: str) -> None:
    after = removal.delete_branches(a_map(before), delete.split())
    assert set(ids(after).split()) == set(left.split())
    assert flaws(after) == []


@given(maps(), st.data())
def test_a_branch_takes_along_what_nothing_else_leads_to(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    doomed = set(data.draw(st.lists(st.sampled_from(sorted(argument_map.ids)), max_size=2)))
    after = removal.delete_branches(argument_map, doomed)
    card_only = removal.delete_cards(argument_map, doomed)
    assert flaws(after) == [] == flaws(card_only)
    assert card_only.statement_by_id.keys() == argument_map.statement_by_id.keys() - doomed
    assert after.statement_by_id.keys() <= card_only.statement_by_id.keys()
    empty = {r.id for r in argument_map.relations if doomed >= {*r.premises}}
    reached = walk.below(argument_map, walk.starts(argument_map), doomed | empty)
    assert after.statement_by_id.keys() == argument_map.statement_by_id.keys() & reached
    tops = set(walk.starts(argument_map)) - doomed
    if tops <= argument_map.statement_by_id.keys():  # no relations that target one another
        assert walk.below(after, tops) >= after.statement_by_id.keys()
    gone = argument_map.statement_by_id.keys() - after.statement_by_id.keys()
    assert gone <= walk.below(argument_map, doomed | empty)
    order = [s.id for s in argument_map.statements if s.id in after.statement_by_id]
    assert ids(after).split() == order


def test_judgements_of_what_goes_go_with_it() -> None:
    judged = tuple((id_, Judgement.REJECTED) for id_ in ("p", "r-p", "C"))
    argument_map = replace(a_map("p -> C"), viewpoints=(Viewpoint("v", judgements=judged),))
    (viewpoint,) = removal.delete_cards(argument_map, ["p"]).viewpoints
    assert viewpoint.judgements == (("C", Judgement.REJECTED),)


def test_unlinking() -> None:
    assert steps(removal.unlink(a_map("r1: p q -> C"), "r1", "p")) == "r1: q -> C"
    gone = removal.unlink(a_map("r1: p q -> C; x -x r1"), "r1")
    assert (steps(gone), ids(gone)) == ("", "C p q x")
    assert kind(gone, "p") == kind(gone, "x") == "claim"
    assert steps(removal.unlink(a_map("p -> C; q -> C"), "r-p", "p")) == "q -> C"


def test_a_source_goes_with_the_cites_of_it() -> None:
    cites = (Cite("s", "words"), Cite("t"))
    argument_map = ArgumentMap(
        statements=(Statement("a", "A", cites=cites), Statement("b", "B")),
        sources=(Source("s"), Source("t")),
    )
    after = removal.delete_source(argument_map, "s")
    assert after.sources == (Source("t"),)
    assert after.statements[0].cites == (Cite("t"),)
    assert after.statements[1] is argument_map.statements[1]


def test_what_lay_in_a_group_lies_in_the_one_around_it() -> None:
    argument_map = ArgumentMap(
        statements=(Statement("a", "A", group="inner"), Statement("b", "B", group="middle")),
        groups=(Group("outer"), Group("middle", parent="outer"), Group("inner", parent="middle")),
    )
    after = removal.delete_group(argument_map, "middle")
    assert [s.group for s in after.statements] == ["inner", "outer"]
    assert after.groups == (Group("outer"), Group("inner", parent="outer"))
    assert [s.group for s in removal.delete_group(after, "outer").statements] == ["inner", ""]


def test_a_viewpoint_goes_alone() -> None:
    argument_map = replace(a_map("C"), viewpoints=(Viewpoint("v"), Viewpoint("w")))
    assert removal.delete_viewpoint(argument_map, "v") == replace(
        a_map("C"), viewpoints=(Viewpoint("w"),)
    )
