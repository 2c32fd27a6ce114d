"""Whoever says what kind a statement without one is says the same: see `model/natural_kind`."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.critique import check
from argmap.formats.convert import dumps, loads
from argmap.formats.format import Format
from argmap.formats.table import FORMATS
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits.edit import set_fields
from argmap.model.history.patch import diff
from argmap.model.kinds import Bearing, Kind
from argmap.model.natural_kind import with_natural_kinds
from argmap.store import yaml_file
from tests.model.strategies import maps

KINDLESS = [row for row in FORMATS if row.read and row.write and "kind" not in row.holds]


def without_kinds(argument_map: ArgumentMap) -> str:
    """Write the map's own file, and take the lines out that name kinds."""
    lines = yaml_file.dumps(argument_map).splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("    kind: "))


@given(maps())
def test_the_file_without_kinds_is_read_with_natural_ones(argument_map: ArgumentMap) -> None:
    reading = yaml_file.read(without_kinds(argument_map))
    assert reading.problems == ()
    assert reading.argument_map == with_natural_kinds(argument_map)


@given(maps(), st.data())
def test_what_the_writer_leaves_out_is_read_as_it_was_meant(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    reading = yaml_file.read(without_kinds(argument_map))
    after = before = reading.argument_map
    for relation in before.relations:
        after = set_fields(after, relation.id, bearing=data.draw(st.sampled_from(Bearing)))
    reading.text.apply(reading.text.edit(diff(before, after), before, after))
    assert yaml_file.read(reading.text.text()).argument_map == after == with_natural_kinds(after)


@pytest.mark.parametrize("row", KINDLESS, ids=lambda row: row.name)
@given(argument_map=maps())
def test_formats_without_kinds_are_read_with_natural_ones(
    row: Format, argument_map: ArgumentMap
) -> None:
    found = loads(dumps(argument_map, row.name).text, row.name).argument_map
    assert found == with_natural_kinds(found)


@given(maps(), st.sampled_from(Kind))
def test_the_rule_asks_for_the_natural_kind(argument_map: ArgumentMap, kind: Kind) -> None:
    natural = with_natural_kinds(argument_map)
    assert check(natural, select=["kind-mismatch"]) == ()
    odd = replace(argument_map, statements=tuple(replace(s, kind=kind) for s in natural.statements))
    named = [p.ids[0] for p in check(odd, select=["kind-mismatch"])]
    concludes = [s.id for s in odd.statements if kind is Kind.CLAIM and odd.relations_on(s.id)]
    expected = [s.id for s in natural.statements if s.kind is not kind and s.id not in concludes]
    assert named == expected
