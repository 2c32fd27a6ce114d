"""What a builder makes of statements and relations that come in any order, under any name."""

from __future__ import annotations

import pytest

from argmap.errors import ArgmapError, Severity
from argmap.formats.building.map_builder import MAX_STATEMENTS, MapBuilder
from argmap.model.argument_map import Cite
from argmap.model.kinds import Bearing, Kind

PRO, CON = Bearing.SUPPORTS, Bearing.ATTACKS


def test_what_comes_in_any_order_is_put_together() -> None:
    builder = MapBuilder("f")
    builder.add_relation(["b"], CON, "step")
    builder.add_relation(["b"], PRO, "a", key="step")
    builder.add_statement("a", "First words here and more")
    builder.add_statement("b", "First words here and more")
    found = builder.build(title="T")
    m = found.argument_map
    assert found.problems == ()
    assert [s.id for s in m.statements] == ["first-words-here-and", "first-words-here-and-2"]
    assert [s.kind for s in m.statements] == [Kind.CLAIM, Kind.REBUTTAL]
    assert m.relations[0].target == m.relations[1].id
    assert m.title == "T"


def test_what_leads_nowhere_is_a_problem_and_what_hangs_on_it_is_left_out() -> None:
    builder = MapBuilder("f")
    builder.add_statement("a", "A")
    builder.add_relation(["a"], PRO, "nowhere", key="loose", line=3)
    builder.add_relation(["a"], CON, "loose", line=4)
    builder.add_relation(["ghost", "a"], PRO, "a", line=5)
    found = builder.build()
    assert [(p.where.line, p.severity) for p in found.problems] == [
        (3, Severity.ERROR),
        (4, Severity.ERROR),
        (5, Severity.ERROR),
    ]
    told = "A relation on “loose” leads to no statement; it is left out."
    assert found.problems[1].message == told
    assert [r.premises for r in found.argument_map.relations] == [("a",)]


def test_ids_that_can_be_ids_and_kinds_that_were_given_stay() -> None:
    builder = MapBuilder()
    assert builder.add_statement(1, "x", wish="My.id-1") == "My.id-1"
    assert builder.add_statement(2, "x", wish="My.id-1") == "x"
    assert builder.add_statement(3, "漢", wish="not an id", kind=Kind.REBUTTAL) == "statement"
    assert builder.add_group("g", "Group") == builder.add_group("g", "ignored") == "group"
    source = builder.add_source("s", title="S")
    builder.add_cite(1, Cite(source))
    builder.add_loss("things", "a")
    builder.add_loss("things", "b")
    found = builder.build()
    assert found.argument_map.statements[0].cites == (Cite("s"),)
    assert found.argument_map.statements[2].kind is Kind.REBUTTAL
    assert [loss.ids for loss in found.losses] == [("a", "b")]


def test_more_statements_than_any_map_has_are_refused() -> None:
    builder = MapBuilder("huge.csv")
    for number in range(MAX_STATEMENTS):
        builder.add_statement(number, "", f"s{number}")
    with pytest.raises(ArgmapError, match="more than 100,000 statements"):
        builder.add_statement("one more", "")
