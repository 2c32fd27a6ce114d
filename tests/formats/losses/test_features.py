"""What each feature is, by a map that has it, the ids that are named, and what is left of the map.

Single fields stand here, all else in tests/cases/formats/features, which reads as a document.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from argmap.formats.losses.feature import Feature
from argmap.formats.losses.features import EVERYTHING, FEATURES, all_but, only, reduce
from argmap.formats.table import FORMATS
from argmap.model.argument_map import ArgumentMap, Cite, Statement
from argmap.store.yaml_file import read
from tests.formats.maps import maps

DOCUMENT = Path(__file__).parents[2] / "cases" / "formats" / "features" / "without.txt"
ABCD = "statements: [{id: a, text: A}, {id: b, text: B}, {id: c, text: C}, {id: d, text: D}]\n"
BY_KEY = {feature.key: feature for feature in FEATURES}

Case = tuple[str, str, str, str]


def a_map(body: str) -> ArgumentMap:
    """Read the body of a file; with four statements unless it lists some."""
    reading = read("argmap: 1\n" + ("" if "statements:" in body else ABCD) + body)
    errors = [p for p in reading.problems if p.severity == "error" and p.code != "conflict"]
    assert [str(p) for p in errors] == []
    return reading.argument_map


def cases_of(document: str) -> list[Case]:
    """Return key, map, ids and what is left; a sentence below the key is for people."""
    found = []
    for piece in document.split("\n# ")[1:]:
        key, _, rest = piece.partition("\n")
        given, _, answer = rest.partition("\n--- ")
        ids, _, left = answer.partition("\n")
        words = given.partition("\n")[0].endswith(".")
        found.append((key, given.partition("\n")[2] if words else given, ids, left))
    return found


def a_statement(fields: str) -> str:
    return f"statements: [{{id: a, text: A, {fields}}}]"


def a_relation(fields: str) -> str:
    return f"relations: [{{id: r, from: [b], supports: a, {fields}}}]"


PLAIN = "statements: [{id: a, text: A}]"
SUPPORT = "relations: [{id: r, from: [b], supports: a}]"
TWO = "statements: [{{id: a, text: A{}}}, {{id: b, text: B{}}}]"
JUDGED = TWO.format(", judgement: accepted", ", judgement: rejected")

SINGLE = [
    ("title", "title: T", "title", ""),
    ("summary", "summary: S", "summary", ""),
    ("language", "language: cy", "language", ""),
    ("authors", "authors: [Ann]", "authors", ""),
    ("style", "style: {theme: dark, direction: conclusion-left}", "style", ""),
    ("conflicts", "conflicts: [{id: a, key: text}, {key: title}]", "a title", ""),
    ("viewpoints", "viewpoints: [{id: v, judgements: {a: accepted}}, {id: w}]", "v w", ""),
    ("statement.title", a_statement("title: T"), "a", PLAIN),
    ("statement.note", a_statement("note: N"), "a", PLAIN),
    ("statement.tags", a_statement("tags: [t]"), "a", PLAIN),
    ("statement.said_by", a_statement("said_by: Ann"), "a", PLAIN),
    ("statement.implicit", a_statement("implicit: true"), "a", PLAIN),
    ("statement.basis", a_statement("basis: law"), "a", PLAIN),
    ("statement.judgement", JUDGED, "a b", TWO.format("", "")),
    ("rejections", JUDGED, "b", TWO.format(", judgement: accepted", "")),
    ("statement.credence", a_statement("credence: 0"), "a", PLAIN),
    ("relation.weight", a_relation("weight: 2"), "r", SUPPORT),
    ("fine_weights", a_relation("weight: 2.5"), "r", a_relation("weight: 2")),
    ("fine_weights", a_relation("weight: 0.2"), "r", SUPPORT),
    ("fine_weights", a_relation("weight: 70"), "r", a_relation("weight: 5")),
    ("relation.scheme", a_relation("scheme: sign"), "r", SUPPORT),
    ("relation.rejected", a_relation("judgement: rejected"), "r", SUPPORT),
    ("relation.note", a_relation("note: N"), "r", SUPPORT),
    ("relation.tags", a_relation("tags: [t]"), "r", SUPPORT),
    (
        "source_texts",
        "sources: [{id: s, title: T, author: A, type: book, note: N, text: X, file: f.txt}]",
        "s",
        "sources: [{id: s, title: T, author: A}]",
    ),
    ("group.note", "groups: [{id: g, title: G, note: N}]", "g", "groups: [{id: g, title: G}]"),
]
CASES: list[Case] = [*SINGLE, *cases_of(DOCUMENT.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(
    ("key", "given", "ids", "left"), CASES, ids=[f"{n}-{case[0]}" for n, case in enumerate(CASES)]
)
def test_a_feature_names_who_has_it_and_leaves_the_rest(
    key: str, given: str, ids: str, left: str
) -> None:
    feature = BY_KEY[key]
    assert feature.ids(a_map(given)) == tuple(ids.split())
    assert feature.without(a_map(given)) == a_map(left)
    assert feature.ids(a_map(left)) == ()


def test_every_feature_is_shown() -> None:
    assert {case[0] for case in CASES} == set(BY_KEY)


def test_a_plain_map_has_nothing_to_tell() -> None:
    plain = a_map(SUPPORT)
    assert [f.key for f in FEATURES if f.ids(plain)] == ["supports", "texts"]
    assert reduce(plain, only("supports texts")) == (plain, ())


def test_losses_come_in_the_order_of_the_table_and_see_what_is_left_only() -> None:
    """A weight is no second loss where its relation went before."""
    given = a_map(
        "title: T\nrelations: [{id: r, from: [b], supports: a}, "
        "{id: u, from: [c, d], attacks: r}, {id: q, from: [d], supports: c, weight: 2}]"
    )
    held, losses = reduce(given, all_but("supports linked title relation.weight"))
    assert [(loss.what, loss.ids) for loss in losses] == [
        ("the map's title", ("title",)),
        ("weights of relations", ("q",)),
        ("supports", ("r", "q")),
    ]
    assert held.relations == ()


def test_a_source_that_is_cited_but_not_listed_has_no_line_for_a_footnote() -> None:
    statement = Statement("a", "A", cites=(Cite("ghost", "x"),))
    given = ArgumentMap(statements=(statement,))
    assert BY_KEY["source_details"].ids(given) == ("a",)
    assert BY_KEY["source_details"].without(given) == a_map(PLAIN)


@pytest.mark.parametrize("feature", [f for f in FEATURES if f.part_of], ids=lambda f: f.key)
def test_without_the_whole_there_is_no_part(feature: Feature) -> None:
    whole = BY_KEY[feature.part_of]
    given = [given for key, given, _, _ in CASES if key == feature.key]
    assert [feature.ids(whole.without(a_map(body))) for body in given] == [()] * len(given)


def test_whole_and_part_stand_in_that_order_so_that_no_loss_is_told_twice() -> None:
    order = [f.key for f in FEATURES]
    assert all(order.index(f.part_of) < order.index(f.key) for f in FEATURES if f.part_of)


def test_names_are_unlike_and_wrong_ones_refused() -> None:
    assert len(BY_KEY) == len({f.what for f in FEATURES}) == len(FEATURES)
    assert only("title") | all_but("title") == EVERYTHING
    assert all(row.holds <= EVERYTHING for row in FORMATS)
    with pytest.raises(AssertionError, match="nonsense"):
        all_but("title nonsense")


@settings(max_examples=80, deadline=None)
@given(maps())
def test_a_feature_that_is_taken_away_is_gone(argument_map: ArgumentMap) -> None:
    for feature in FEATURES:
        without = feature.without(argument_map)
        if feature.ids(argument_map):
            assert without != argument_map, feature.key
            assert feature.ids(without) == (), feature.key
        assert {s.id for s in without.statements} == {s.id for s in argument_map.statements}


@settings(max_examples=80, deadline=None)
@given(maps())
def test_a_format_that_holds_everything_loses_nothing(argument_map: ArgumentMap) -> None:
    assert reduce(argument_map, EVERYTHING) == (argument_map, ())
    bare, losses = reduce(argument_map, frozenset())
    assert reduce(bare, frozenset()) == (bare, ())
    assert bool(losses) == (bare != argument_map)
