"""The documents in tests/cases/critique: for each rule small maps, what it finds, what fixes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.critique import RULES, check, fix, fixable
from argmap.model.argument_map import ArgumentMap
from argmap.store import yaml_file
from argmap.texts.lookup import beside

FOLDER = Path(__file__).parents[1] / "cases" / "critique"
TEXTS = beside(FOLDER / "texts")
HEAD = "argmap: 1\n"
FIXES = {rule.code for rule in RULES if rule.fix}


def cases() -> Iterator[tuple[str, str, str, str]]:
    """Return of each case the rule, its title, its map, and what is told below that."""
    for path in sorted(FOLDER.glob("*.md")):
        _, *parts = re.split(r"^## (.*)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for title, body in zip(parts[::2], parts[1::2], strict=True):
            _, text, told = re.split(r"```(?:yaml\n)?", body, maxsplit=2)
            yield path.stem, title, text, told.strip()


CASES = list(cases())


def the_map(text: str) -> ArgumentMap:
    reading = yaml_file.read(HEAD + text)
    assert reading.problems == ()
    return reading.argument_map


def told(argument_map: ArgumentMap, code: str) -> str:
    """Tell what a rule finds and what its fixes make of the map, as the documents do."""
    problems = check(argument_map, select=[code], texts=TEXTS)
    lines = []
    for problem in problems:
        ids = ", ".join(f"`{id_}`" for id_ in problem.ids)
        lines += [f"- {problem.severity} {ids}: {problem.message}", f"  → {problem.hint}"]
    fixed, left = argument_map, []
    for problem in problems:
        if fixable(fixed, problem, TEXTS):
            fixed = fix(fixed, problem, TEXTS)
        else:
            left.append(f"`{problem.ids[0]}`")
    if fixed is not argument_map:
        text = yaml_file.dumps(fixed).removeprefix(HEAD).lstrip()
        lines += ["", "Fixed:", "", f"```yaml\n{text}```"]
    if left and code in FIXES:
        lines += ["", f"For the author to fix: {', '.join(left)}"]
    return "\n".join(lines) or "Nothing is found."


@pytest.mark.parametrize(("code", "title", "text", "expected"), CASES)
def test_a_rule_finds_and_fixes_what_its_document_says(
    code: str, title: str, text: str, expected: str
) -> None:
    assert told(the_map(text), code) == expected, title


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_cases_that_break_it_and_cases_that_do_not(rule: object) -> None:
    code = getattr(rule, "code", "")
    found = {
        bool(check(the_map(text), select=[code], texts=TEXTS))
        for c, _, text, _ in CASES
        if c == code
    }
    assert found == {True, False}


def test_every_document_is_of_a_rule() -> None:
    assert {code for code, *_ in CASES} == {rule.code for rule in RULES}
