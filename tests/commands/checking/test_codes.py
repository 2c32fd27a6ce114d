"""The codes of what reading a file may find: each comes up, is explained, and can be named."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from argmap.critique import RULES
from argmap.store.codes import CODES
from tests.commands.conftest import Run

HEAD = "argmap: 1\n"
TWO = "statements:\n  - {id: a, text: The pool should open.}\n  - {id: b, text: It is hot today.}\n"

TEXTS = {
    "not-yaml": f"{HEAD}{TWO}  - [\n",
    "no-version": TWO,
    "unquoted": f"{HEAD}{TWO}title: The pool: open it?\n",
    "cut-text": f"{HEAD}{TWO}title: Pool #2 should open\n",
    "half-character": f'{HEAD}{TWO}title: "Half a smile: \\ud83d"\n',
    "tab": f"{HEAD}{TWO}\t- id: c\n\t  text: Many asked for it.\n",
    "merge-conflict": f"{HEAD}{TWO}<<<<<<< ours\ntitle: A\n=======\ntitle: B\n>>>>>>> theirs\n",
    "bad-version": f"argmap: one\n{TWO}",
    "newer-version": f"argmap: 2\n{TWO}",
    "too-large": f"{HEAD}{TWO}x-much: [{'1,' * 500_000}]\n",
    "no-map": "- The pool should open.\n",
    "second-document": f"{HEAD}{TWO}---\n{HEAD}",
    "odd-layout": f"{HEAD}? statements\n: - {{id: a, text: The pool should open.}}\n",
    "missing-key": f"{HEAD}{TWO}  - text: Many asked for it.\n",
    "bad-value": f"{HEAD}{TWO}style: {{direction: sideways}}\n",
    "bad-item": f"{HEAD}{TWO}  - Many asked for it.\n",
    "targets": f"{HEAD}{TWO}relations:\n  - {{from: [b], supports: a, attacks: a}}\n",
    "self-target": f"{HEAD}{TWO}relations:\n  - {{id: r, from: [b], attacks: r}}\n",
    "unknown-id": f"{HEAD}{TWO}relations:\n  - {{from: [c], supports: a}}\n",
    "duplicate-id": f"{HEAD}{TWO}  - {{id: a, text: Many asked for it.}}\n",
    "reserved-id": f"{HEAD}{TWO}viewpoints:\n  - {{id: debate}}\n",
    "unread-id": f"{HEAD}{TWO}  - {{id: c}}\nrelations:\n  - {{from: [c], supports: a}}\n",
    "group-circle": f"{HEAD}{TWO}groups:\n  - {{id: g, parent: h}}\n  - {{id: h, parent: g}}\n",
    "duplicate-key": f"{HEAD}{HEAD}{TWO}",
    "unknown-key": f"{HEAD}titel: The pool\n{TWO}",
    "conflict": f"{HEAD}{TWO}conflicts:\n  - {{id: a, key: note, ours: One., theirs: Two.}}\n",
    "refused": f"{HEAD}{TWO}authors: &anchor [Ann]\n",
}
WARNINGS = {"newer-version", "odd-layout", "unknown-key", "cut-text", "half-character"}
every_code = pytest.mark.parametrize("code", TEXTS)


def told(run: Run, text: str, *options: str) -> dict[str, dict[str, object]]:
    """Return what `check` tells of a text besides what rules find, by its code."""
    Path("map.argmap.yaml").write_text(text, encoding="utf-8")
    problems = json.loads(run("check", "map.argmap.yaml", "--json", *options).out)
    rules = {rule.code for rule in RULES}
    return {problem["code"]: problem for problem in problems if problem["code"] not in rules}


def test_all_codes_are_known_here() -> None:
    assert TEXTS.keys() == CODES.keys()
    assert not CODES.keys() & {rule.code for rule in RULES}


@every_code
def test_a_code_comes_up_where_it_should(run: Run, code: str) -> None:
    found = told(run, TEXTS[code])

    assert code in found
    assert found.keys() - {code} <= {"missing-key"}
    assert found[code]["severity"] == ("warning" if code in WARNINGS else "error")
    assert found[code]["line"]
    assert found[code]["hint"]


@every_code
def test_a_code_is_explained_in_short_lines(run: Run, code: str) -> None:
    done = run("check", "--explain", code)

    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(f"{code}: ")
    assert done.out.rstrip().endswith((".", "`."))
    assert all(len(line) < 80 for line in done.out.splitlines())
    assert ("A warning." in " ".join(done.out.split())) == (code in WARNINGS)


@every_code
def test_warnings_of_the_reader_can_be_left_out_and_errors_cannot(run: Run, code: str) -> None:
    left = told(run, TEXTS[code], "--ignore", code)
    assert (code in left) == (code not in WARNINGS)


def test_the_page_on_the_format_lists_the_codes_in_these_words() -> None:
    page = (Path(__file__).parents[3] / "docs" / "format.md").read_text(encoding="utf-8")
    assert dict(re.findall(r"^\| `([a-z-]+)` \| (.*) \|$", page, re.MULTILINE)).items() >= (
        CODES.items()
    )


@pytest.mark.parametrize("option", ["--select", "--ignore", "--explain"])
@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("too-lnog", "Did you mean “too-long”"),
        ("unkown-id", "Did you mean “unknown-id”"),
        ("zzz", "The codes are: circular, duplicate-text,"),
    ],
)
def test_a_code_that_does_not_exist_is_refused(run: Run, option: str, code: str, hint: str) -> None:
    done = run("check", "pool.argmap.yaml", option, code)

    assert (done.status, done.out) == (2, "")
    assert f"There is no code “{code}”" in done.err
    assert hint in done.err


def test_one_code_that_does_not_exist_among_others_is_refused_before_anything_is_mended(
    run: Run,
) -> None:
    before = Path("pool.argmap.yaml").read_bytes()
    done = run("check", "pool.argmap.yaml", "--fix", "--ignore", "too-long, nonsense")
    assert done.status == 2
    assert "“nonsense”" in done.err
    assert Path("pool.argmap.yaml").read_bytes() == before


def test_a_code_of_the_reader_is_no_rule_that_could_be_selected(run: Run) -> None:
    done = run("check", "pool.argmap.yaml", "--select", "unknown-id")
    assert (done.status, done.out) == (2, "")
    assert "no rule “unknown-id”" in done.err


def test_sarif_says_what_codes_of_the_reader_mean(run: Run) -> None:
    Path("map.argmap.yaml").write_text(TEXTS["unknown-id"], encoding="utf-8")
    log = json.loads(run("check", "map.argmap.yaml", "--format", "sarif").out)
    rules = {rule["id"]: rule for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["unknown-id"]["shortDescription"]["text"] == CODES["unknown-id"]
