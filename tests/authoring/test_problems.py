"""Problems of a text: where they stand, and what mends them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from argmap.authoring.fixes import Fix, fixes
from argmap.authoring.problems import Marked, findings
from argmap.authoring.written import changed, changes_between, written
from argmap.model.argument_map import ArgumentMap
from argmap.store.yaml_file import BOM, dumps, read
from tests.authoring.texts import MAP
from tests.store.maps import maps


def found(text: str, code: str) -> Marked:
    return next(each for each in findings(written(text)) if each.problem.code == code)


def fixed(text: str, code: str, number: int = 0) -> tuple[Fix, str]:
    fix = list(fixes(written(text), found(text, code)))[number]
    return fix, changed(text, fix.changes)


@pytest.mark.parametrize(
    ("old", "new", "code", "marked"),
    [
        ("supports: fly", "supports: flies", "unknown-id", "flies"),
        ("kind: premise", "kind: premiss", "bad-value", "premiss"),
        ("weight: 2", "wieght: 2", "unknown-key", "wieght"),
        ("weight: 2", "weight: -2", "bad-value", "-2"),
        ("id: penguins", "id: fly", "duplicate-id", "fly"),
        ("title: Birds", "title: Birds: all", "unquoted", "Birds: all"),
        ("attacks: fly", "attacks: [fly", "not-yaml", "attacks: [fly"),
        ("      r1: rejected\n", "      r1: rejected\n  -", "bad-item", "-"),
    ],
)
def test_a_problem_marks_what_it_is_about(old: str, new: str, code: str, marked: str) -> None:
    text = MAP.replace(old, new)
    each = found(text, code)
    assert text[each.start : each.end] == marked
    moved = found(BOM + text, code)
    assert (BOM + text)[moved.start : moved.end] == marked


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("supports: fly", "supports: fyl", "unknown-id"),
        ("kind: premise", "kind: premiss", "bad-value"),
        ("weight: 2", "wieght: 2", "unknown-key"),
        ("fly: accepted", "fyl: accepted", "unknown-id"),
        ("source: book", "source: bok", "unknown-id"),
    ],
)
def test_what_was_mistyped_can_be_put_right(old: str, new: str, code: str) -> None:
    fix, after = fixed(MAP.replace(old, new), code)
    assert after == MAP
    assert fix.name.startswith("Change “")


def test_a_text_without_quotes_is_put_in_quotes() -> None:
    text = MAP.replace("title: Birds", "title: Birds: all")
    fix, after = fixed(text, "unquoted")
    assert fix.sure
    assert after == MAP.replace("title: Birds", 'title: "Birds: all"')
    assert not read(after).problems


def test_the_line_of_the_version_is_added() -> None:
    _, after = fixed(MAP.removeprefix("argmap: 1\n"), "no-version")
    assert after == MAP


def spoken_of(text: str, words: str) -> Marked:
    return next(each for each in findings(written(text)) if words in each.problem.message)


def test_a_rule_that_can_fix_does_so_in_the_lines_that_it_changes() -> None:
    text = MAP.replace("Penguins cannot.", "Therefore, penguins cannot.")
    fix, _ = fixed(text, spoken_of(text, "Therefore").problem.code)
    assert fix.sure
    assert [change.becomes for change in fix.changes] == ["    text: Penguins cannot.\n"]


def test_what_is_connected_to_nothing_can_be_connected_before_it_is_ignored() -> None:
    text = MAP.replace(
        "  - id: penguins\n", "  - id: eggs\n    text: Birds lay eggs.\n  - id: penguins\n"
    )
    ways = list(fixes(written(text), found(text, "unconnected")))
    assert [way.name.partition(" ")[0] for way in ways] == ["Make", "Make", "Delete", "Ignore"]
    assert [way.ignores for way in ways] == [False] * 3 + [True]
    after = changed(text, ways[0].changes)
    assert "    from: [eggs]\n    supports: fly\n" in after
    assert changed(text, ways[2].changes) == MAP


def test_a_rule_can_be_ignored_in_the_map() -> None:
    text = MAP.replace("Penguins cannot.", "Therefore, penguins cannot.")
    code = spoken_of(text, "Therefore").problem.code
    fix, after = fixed(text, code, 1)
    assert not fix.sure
    assert code not in {f.problem.code for f in findings(written(after))}


def test_a_broken_text_is_not_measured_by_the_rules() -> None:
    text = MAP.replace("weight: 2", "weight: [2") + "statements: ]\n"
    assert {f.problem.code for f in findings(written(text))} == {"not-yaml"}


@settings(deadline=None, max_examples=40)
@given(maps(), maps())
def test_changes_between_two_texts_make_one_of_the_other(
    one: ArgumentMap, other: ArgumentMap
) -> None:
    before, after = dumps(one), dumps(other)
    assert changed(before, changes_between(before, after)) == after
