"""A map in plain words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.formats.convert import dumps
from argmap.formats.losses.features import reduce
from argmap.formats.table import by_name
from argmap.model.argument_map import ArgumentMap
from argmap.store.yaml_file import read
from tests.formats.maps import maps
from tests.model.maps import a_map

CASES = Path(__file__).parents[1] / "cases" / "formats" / "essays"
POOL = """\
argmap: 1
title: Should the pool *open* on Sundays?
summary: What residents asked for.
statements:
  - id: open
    text: The pool should open on Sundays.
  - {id: asked, text: Two hundred residents asked for it., said_by: The mayor}
  - {id: wishes, text: What two hundred residents ask for should be done.}
  - {id: cost, text: Staff cost doubles on Sundays.}
  - {id: volunteers, text: Volunteers will staff it.}
  - {id: counted, text: The list was counted twice.}
  - {id: tired, text: Volunteers tire.}
relations:
  - {from: [asked, wishes], supports: open, id: r1}
  - {from: [cost], attacks: open, id: r2}
  - {from: [volunteers], attacks: r2, id: r3}
  - {from: [counted], supports: r1}
  - {from: [volunteers], supports: open}
  - {from: [tired], attacks: r3}
"""


@pytest.mark.parametrize("name", ["essay", "essay-text"])
def test_a_map_is_told_in_plain_words(name: str) -> None:
    row = by_name(name)
    golden = CASES / f"told{row.suffixes[0]}"
    assert dumps(read(POOL).argument_map, name).text == golden.read_text(encoding="utf-8")


def test_a_circle_is_told_once() -> None:
    text = dumps(a_map("b -> a; a -> b"), "essay-text").text
    assert text.count("(1)") == 3
    assert "See (1)." in text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(maps())
def test_every_statement_and_every_premise_is_told_once(argument_map: ArgumentMap) -> None:
    held, _ = reduce(argument_map, by_name("essay-text").holds)
    plain = held.__class__(
        statements=tuple(s.__class__(s.id, f"Words of {s.id}.") for s in held.statements),
        relations=held.relations,
    )
    paragraphs = [p for p in dumps(plain, "essay-text").text.split("\n\n") if p]
    told = [p for p in paragraphs if re.match(r"\(\d+\) ", p) and "Words of" in p]
    assert len(told) == len(plain.statements)
    leads = [p for p in paragraphs if re.search(r"Because:|But, against|since:", p)]
    assert len(leads) == sum(len(relation.premises) for relation in plain.relations)
