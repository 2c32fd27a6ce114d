"""A statement's natural kind, and which kinds follow when relations change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap
from argmap.model.edits.relations import with_relations
from argmap.model.kinds import Bearing, Kind
from argmap.model.natural_kind import natural_kind, natural_kinds, with_natural_kinds
from tests.model.strategies import maps

PRO, CON = Bearing.SUPPORTS, Bearing.ATTACKS


@pytest.mark.parametrize(
    ("bearings", "kind"),
    [
        ((), Kind.CLAIM),
        ((PRO,), Kind.PREMISE),
        ((CON,), Kind.REBUTTAL),
        ((PRO, CON), Kind.REBUTTAL),
        ((CON, PRO, PRO), Kind.REBUTTAL),
    ],
)
def test_an_attack_makes_a_rebuttal_whatever_else_a_statement_does(
    bearings: tuple[Bearing, ...], kind: Kind
) -> None:
    assert natural_kind(bearings) is kind


@given(maps())
def test_natural_kinds_are_those_of_the_relations_of_each_statement(
    argument_map: ArgumentMap,
) -> None:
    expected = {
        s.id: natural_kind(r.bearing for r in argument_map.relations_of(s.id))
        for s in argument_map.statements
    }
    assert natural_kinds(argument_map, argument_map.statement_by_id.keys()) == expected
    named = with_natural_kinds(argument_map)
    assert {s.id: s.kind for s in named.statements} == expected
    assert with_natural_kinds(argument_map, argument_map.statement_by_id) == argument_map


@given(maps(), st.data())
def test_natural_kinds_follow_the_relations_and_others_stay(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    relations = tuple(
        replace(r, bearing=data.draw(st.sampled_from(Bearing))) for r in argument_map.relations
    )
    after = with_relations(argument_map, relations)
    was = natural_kinds(argument_map, argument_map.statement_by_id.keys())
    now = natural_kinds(after, after.statement_by_id.keys())
    for statement in argument_map.statements:
        followed = statement.kind is was[statement.id]
        expected = now[statement.id] if followed else statement.kind
        assert after.statement_by_id[statement.id].kind is expected
