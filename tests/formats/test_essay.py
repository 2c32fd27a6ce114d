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


def test_linked_premises_follow_one_another_before_what_they_rest_on() -> None:
    text = dumps(a_map("p q -> c; r -> p; s -> q; t -> c"), "essay-text").text
    leads = [paragraph.split(": ")[0] for paragraph in text.split("\n\n")[1:]]
    assert leads == [
        "(2) Why (1)? Because",
        "(3) And since",
        "(4) Why (2)? Because",
        "(5) Why (3)? Because",
        "(6) Why (1)? Because",
    ]


CITING = """\
argmap: 1
statements:
  - id: open
    text: The pool should open.
    cites:
      - {source: list, quote: Open it, at: paragraph 2}
      - {source: list, quote: please, at: paragraph 2}
      - {source: talk}
sources:
  - {id: talk, title: A talk}
  - {id: list, author: "Lee, Ann", title: "The *list*", date: 2020}
"""


def test_what_is_cited_has_its_number_in_the_list_of_references() -> None:
    done = dumps(read(CITING).argument_map, "essay")
    assert done.text.split("\n\n") == [
        "**(1)** The pool should open. [2, paragraph 2; 1]",
        "## References",
        "1. *A talk*.\n2. Lee, A. (2020). *The \\*list\\**.\n",
    ]
    assert [loss.what for loss in done.losses] == ["quotes from sources"]
    plain = dumps(read(CITING).argument_map, "essay-text").text
    assert plain.endswith("References\n\n1. A talk.\n2. Lee, A. (2020). The *list*.\n")


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
