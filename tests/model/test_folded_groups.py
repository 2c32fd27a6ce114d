"""Groups folded to one card: nothing is lost but what is inside, and what leads out still does."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap, Group, Relation, Statement
from argmap.model.folded_groups import fold_groups
from argmap.model.folding import in_view, opened_for
from argmap.model.groups import groups_around, members
from argmap.model.integrity import dangling
from argmap.model.kinds import Bearing
from tests.model.strategies import maps

SUPPORTS, ATTACKS = Bearing.SUPPORTS, Bearing.ATTACKS
GROUPS = (Group("g", "The state"), Group("inner", "Its courts", parent="g"), Group("h"))


@st.composite
def grouped(draw: st.DrawFn) -> ArgumentMap:
    argument_map = draw(maps())
    names = st.sampled_from(["", "g", "inner", "h"])
    statements = tuple(replace(s, group=draw(names)) for s in argument_map.statements)
    return replace(argument_map, statements=statements, groups=GROUPS)


FOLDED = st.sets(st.sampled_from(["g", "inner", "h", "nobody"])).map(frozenset)


@given(grouped(), FOLDED)
def test_every_statement_is_there_or_in_one_card(
    argument_map: ArgumentMap, folded: frozenset[str]
) -> None:
    groups = fold_groups(argument_map, folded)
    shown = groups.argument_map
    for statement in argument_map.statements:
        around = [g for g in groups_around(argument_map, statement.id) if g in folded]
        if around:
            assert groups.standing[statement.id] == around[-1], "the outermost one stands for it"
            assert statement.id in groups.within[around[-1]]
            assert statement.id not in shown.statement_by_id
        else:
            assert shown.statement_by_id[statement.id] is statement
    assert len({s.id for s in shown.statements}) == len(shown.statements)
    assert not dangling(shown)


@given(grouped(), FOLDED)
def test_what_leads_out_still_does_and_nothing_else(
    argument_map: ArgumentMap, folded: frozenset[str]
) -> None:
    groups = fold_groups(argument_map, folded)
    shown, standing = groups.argument_map, groups.standing
    for relation in argument_map.relations:
        if relation.id in standing and standing[relation.id] in groups.within:
            inside = {standing.get(premise) for premise in relation.premises}
            assert inside == {standing[relation.id]}, "only what is all in a group is inside"
            continue
        led = shown.relation_by_id[standing.get(relation.id, relation.id)]
        assert led.bearing is relation.bearing
        wanted = {standing.get(p, p) for p in relation.premises} - {led.target}
        assert set(led.premises) == wanted
        assert led.target == standing.get(relation.target, relation.target)
        assert led.premises
        assert led.target not in led.premises


@given(grouped(), FOLDED, st.data())
def test_what_is_to_be_seen_is_unfolded(
    argument_map: ArgumentMap, folded: frozenset[str], data: st.DataObject
) -> None:
    ids = [*argument_map.statement_by_id, *argument_map.relation_by_id]
    wanted = data.draw(st.lists(st.sampled_from(ids), max_size=3))
    left = opened_for(argument_map, folded, wanted)
    assert left <= folded
    assert in_view(argument_map, left).shows(wanted)


@given(grouped(), FOLDED)
def test_all_of_a_folded_group_is_seen_by_its_card(
    argument_map: ArgumentMap, folded: frozenset[str]
) -> None:
    for group in fold_groups(argument_map, folded).within:
        inside = members(argument_map, group)
        assert in_view(argument_map, folded).shows(inside)
        assert group in opened_for(argument_map, folded, inside)


def _said(*ids: str, group: str = "") -> tuple[Statement, ...]:
    return tuple(Statement(id_, id_, group=group) for id_ in ids)


def test_a_card_stands_for_the_group() -> None:
    argument_map = ArgumentMap(
        statements=(*_said("x"), *_said("a", "b", group="inner"), *_said("y")),
        relations=(
            Relation("a-x", ("a",), SUPPORTS, "x"),
            Relation("b-x", ("b",), SUPPORTS, "x"),
            Relation("b-a", ("b",), ATTACKS, "a"),
            Relation("y-step", ("y",), ATTACKS, "b-x"),
            Relation("y-inside", ("y",), ATTACKS, "b-a"),
        ),
        groups=GROUPS,
    )
    seen = in_view(argument_map, {"inner"})
    shown = seen.argument_map
    assert [s.id for s in shown.statements] == ["x", "inner", "y"], "where its first card stood"
    assert shown.statement_by_id["inner"].text == "Its courts"
    assert shown.statement_by_id["inner"].group == "g", "in the group that it lies in"
    assert seen.hidden == {"inner": 2}
    led = {r.id: (r.premises, r.target) for r in shown.relations}
    assert led == {
        "a-x": (("inner",), "x"),
        "y-step": (("y",), "a-x"),
        "y-inside": (("y",), "inner"),
    }, "of what does the same one is left, and what bears on the others bears on that"


def test_a_group_below_a_folded_card_is_counted_by_its_cards() -> None:
    argument_map = ArgumentMap(
        statements=(*_said("x", "p"), *_said("a", "b", group="h")),
        relations=(
            Relation("p-x", ("p",), SUPPORTS, "x"),
            Relation("a-p", ("a",), SUPPORTS, "p"),
        ),
        groups=GROUPS,
    )
    assert in_view(argument_map, {"h", "p"}).hidden == {"p": 2}
    assert in_view(argument_map, {"h"}, branch="a").argument_map.statements[0].id == "h"
