"""Every rule's manual page is run: the good example is fine, the bad one is found and fixed."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from argmap.critique import RULES, Rule, check, explain, fix, fixable
from argmap.critique.manual import page
from argmap.errors import ArgmapError, Severity
from argmap.model.argument_map import ArgumentMap
from argmap.store import yaml_file
from argmap.texts.lookup import beside

TEXTS = beside(Path(__file__).parents[1] / "cases" / "critique" / "texts")
ids = [rule.code for rule in RULES]
every_rule = pytest.mark.parametrize("rule", RULES, ids=ids)

SEVERITIES = {
    "circular": "warning",
    "duplicate-text": "warning",
    "support-between-co-premises": "warning",
    "question-not-statement": "warning",
    "reasoning-in-card": "warning",
    "several-sentences": "warning",
    "source-outside": "error",
    "source-missing": "error",
    "source-changed": "warning",
    "quote-not-found": "error",
    "quote-differs": "warning",
    "quote-without-source": "warning",
    "dangling-reference": "hint",
    "too-long": "hint",
    "too-short": "hint",
    "multiple-roots": "hint",
    "unconnected": "hint",
    "kind-mismatch": "hint",
    "judged-before-reasons": "hint",
    "quote-ambiguous": "hint",
    "leaf-without-cite": "hint",
    "much-quoted": "hint",
    "leaf-without-basis": "hint, off",
    "uncited": "hint, off",
    "too-many-siblings": "hint, off",
    "too-deep": "hint, off",
    "golden-rule": "hint, off",
    "rabbit-rule": "hint, off",
    "holding-hands": "hint, off",
}


def example(rule: Rule, which: str) -> ArgumentMap:
    found = re.search(rf"^{which}:\n\n((?:    .*\n?|\n)+)", rule.manual, re.MULTILINE)
    assert found, f"{rule.code} has no example that is {which.lower()}"
    reading = yaml_file.read("argmap: 1\nlanguage: en\n" + textwrap.dedent(found.group(1)))
    assert reading.problems == ()
    return reading.argument_map


def test_the_table_has_the_codes_and_severities_of_the_design() -> None:
    table = {r.code: r.severity.value + ("" if r.default else ", off") for r in RULES}

    assert table == SEVERITIES


@every_rule
def test_the_good_example_is_fine(rule: Rule) -> None:
    assert check(example(rule, "Good"), select=[rule.code], texts=TEXTS) == ()


@every_rule
def test_the_good_example_breaks_no_other_rule_that_is_on(rule: Rule) -> None:
    found = {problem.code for problem in check(example(rule, "Good"), texts=TEXTS)}

    assert found - {"unconnected", "multiple-roots"} == set()


@every_rule
def test_the_bad_example_is_found(rule: Rule) -> None:
    argument_map = example(rule, "Bad")
    problems = check(argument_map, select=[rule.code], texts=TEXTS)

    assert problems
    for problem in problems:
        assert problem.code == rule.code
        assert problem.severity is rule.severity
        assert problem.message
        assert problem.hint
        assert argument_map.ids.issuperset(problem.ids)


@every_rule
def test_a_fix_mends_the_bad_example(rule: Rule) -> None:
    argument_map = example(rule, "Bad")
    problem = check(argument_map, select=[rule.code], texts=TEXTS)[0]

    assert fixable(argument_map, problem, TEXTS) == (rule.fix is not None)
    if rule.fix is None:
        with pytest.raises(ArgmapError, match="fixed by hand"):
            fix(argument_map, problem)
    else:
        assert check(fix(argument_map, problem, TEXTS), select=[rule.code]) == ()


@every_rule
def test_an_empty_map_breaks_no_rule(rule: Rule) -> None:
    assert check(ArgumentMap(), select=[rule.code]) == ()


@every_rule
def test_explain_gives_the_manual_page(rule: Rule) -> None:
    first, blank, *rest = explain(rule.code).splitlines()

    assert first.partition(":")[0].lower().replace(",", "").replace(" ", "-") == rule.code or (
        rule.code in {"reasoning-in-card", "support-between-co-premises"}
    )
    assert blank == ""
    assert "Good:" in rest
    assert "Bad:" in rest


def test_no_rule_of_style_is_an_error() -> None:
    errors = {rule.code for rule in RULES if rule.severity is Severity.ERROR}
    assert errors == {"quote-not-found", "source-missing", "source-outside"}


def test_the_page_of_the_documentation_is_made_from_the_rules() -> None:
    written = Path(__file__).parents[2] / "docs" / "rules.md"
    assert written.read_text(encoding="utf-8") == page()


@every_rule
def test_a_title_says_the_code_in_words(rule: Rule) -> None:
    words = re.findall(r"[a-z]+", rule.title.lower())
    assert [word for word in words if word in rule.code.split("-")] == rule.code.split("-")
    assert rule.title[0].isupper()
