"""Writing then reading gives the map less exactly what the loss report names."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.formats.convert import dumps, loads
from argmap.formats.format import Format
from argmap.formats.losses.features import EVERYTHING, FEATURES, reduce
from argmap.formats.table import FORMATS
from argmap.model.argument_map import ArgumentMap
from tests.formats.maps import canonical, held, maps

TWO_WAY = [row for row in FORMATS if row.read and row.write]
GRAPHS = [row for row in TWO_WAY if row.attack_graph]
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("row", [r for r in TWO_WAY if r not in GRAPHS], ids=lambda r: r.name)
@quick
@given(argument_map=maps())
def test_a_map_comes_back_less_what_is_reported(row: Format, argument_map: ArgumentMap) -> None:
    written = dumps(argument_map, row.name)
    imported = loads(written.text.encode(), row.name)
    assert imported.problems == ()
    for_people = {"the list of references"} if row.read_by_people else set()
    assert {loss.what for loss in imported.losses} <= for_people
    read, _ = reduce(imported.argument_map, EVERYTHING - {"aif"})
    assert canonical(read) == held(argument_map, row.holds)


@pytest.mark.parametrize("row", GRAPHS, ids=lambda r: r.name)
@quick
@given(argument_map=maps(attacks_only=True))
def test_a_map_of_attacks_is_an_attack_graph(row: Format, argument_map: ArgumentMap) -> None:
    written = dumps(argument_map, row.name)
    imported = loads(written.text.encode(), row.name)
    expected, _ = reduce(argument_map, row.holds)
    assert imported.problems == ()
    assert imported.argument_map.statements == expected.statements
    pairs = {(r.premises, r.target) for r in expected.relations}
    assert {(r.premises, r.target) for r in imported.argument_map.relations} == pairs


@pytest.mark.parametrize("row", TWO_WAY, ids=lambda r: r.name)
@quick
@given(argument_map=maps())
def test_what_is_reported_is_what_the_format_cannot_hold(
    row: Format, argument_map: ArgumentMap
) -> None:
    losses = dumps(argument_map, row.name).losses
    named = {feature.what for feature in FEATURES if feature.key not in row.holds}
    assert {loss.what for loss in losses} <= named
    assert all(loss.ids for loss in losses)
    again = dumps(reduce(argument_map, row.holds)[0], row.name)
    assert again.losses == ()
