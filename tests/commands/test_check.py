import json
import re
from pathlib import Path

import pytest

from argmap import paths
from argmap.critique import RULES
from tests.commands.conftest import Run

SLOPPY = """\
argmap: 1
statements:
  - id: close
    text: The pool should close because staff cost doubles.   # said in March
  - id: cost-question
    text: Who pays for all of that?
  - id: r
    text: It has been said before.
relations:
  - from: [cost-question]
    supports: close
  - from: [r]
    supports: close
"""
WORDS = {"reasoning-in-card": 3, "question-not-statement": 5, "dangling-reference": 7}

FINE = "argmap: No problems found.\n"
"""What standard error says of maps without any, so that silence is not taken for a fault."""


@pytest.fixture
def sloppy(run: Run) -> str:
    """Write a map that breaks rules of style, in the folder of `run`."""
    del run
    Path("sloppy.argmap.yaml").write_text(SLOPPY, encoding="utf-8")
    return "sloppy.argmap.yaml"


def codes(out: str) -> dict[str, int]:
    """Return the codes told as text, each with its line."""
    found = re.findall(r"^[^:]+:(\d+):5: \w+ ([a-z-]+) ", out, re.MULTILINE)
    return {code: int(line) for line, code in found}


def test_a_sound_map_is_said_to_be_one(run: Run) -> None:
    assert run("check", "pool.argmap.yaml") == (0, "", FINE)


@pytest.mark.parametrize("path", sorted(paths.examples().glob("*.yaml")), ids=lambda p: p.name)
def test_examples_break_no_rule(run: Run, path: Path) -> None:
    assert run("check", "--strict", str(path)) == (0, "", FINE)


def test_findings_have_places_and_go_to_standard_output(run: Run) -> None:
    done = run("check", "torn.argmap.yaml")
    assert done.status == 1
    assert re.match(r"torn\.argmap\.yaml:\d+:\d+: error [a-z-]+ .*nobody", done.out)
    assert done.err == ""


def test_rules_name_the_line_of_the_item_and_are_no_errors(run: Run, sloppy: str) -> None:
    done = run("check", sloppy)
    assert (done.status, codes(done.out)) == (0, WORDS)


def test_strict_makes_warnings_count(run: Run, sloppy: str) -> None:
    assert run("check", sloppy, "--strict").status == 1
    hints = run("check", sloppy, "--strict", "--select", "dangling-reference")
    assert (hints.status, list(codes(hints.out))) == (0, ["dangling-reference"])


def test_rules_are_chosen_and_left_out(run: Run, sloppy: str) -> None:
    chosen = run("check", sloppy, "--select", "reasoning-in-card,golden-rule").out
    assert set(codes(chosen)) == {"reasoning-in-card", "golden-rule"}
    every = run("check", sloppy, "--select", "all", "--ignore", "golden-rule").out
    assert "golden-rule" not in every
    assert "leaf-without-basis" in every
    unknown = run("check", sloppy, "--select", "too-lnog")
    assert (unknown.status, unknown.out) == (2, "")
    assert "too-lnog" in unknown.err


def test_a_file_leaves_rules_out_for_itself(run: Run, sloppy: str) -> None:
    text = f"{SLOPPY}odd: 1\nx-check: {{ignore: [reasoning-in-card, unknown-key]}}\n"
    Path(sloppy).write_text(text, encoding="utf-8")
    assert set(codes(run("check", sloppy).out)) == {"question-not-statement", "dangling-reference"}


def test_errors_cannot_be_left_out(run: Run) -> None:
    code = run("check", "torn.argmap.yaml").out.split()[2]
    assert run("check", "torn.argmap.yaml", "--ignore", code).status == 1


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_explains_itself(run: Run, rule: object) -> None:
    code = getattr(rule, "code", "")
    done = run("check", "--explain", code)
    assert done.status == 0
    assert "Good:" in done.out
    assert "Bad:" in done.out


def test_no_page_for_an_unknown_rule(run: Run) -> None:
    done = run("check", "--explain", "too-lnog")
    assert (done.status, done.out) == (2, "")
    assert "too-long" in done.err


def test_json_lists_the_problems_of_all_files(run: Run) -> None:
    done = run("check", "--json", "pool.argmap.yaml", "torn.argmap.yaml")
    assert done.status == 1
    (problem,) = json.loads(done.out)
    assert problem["file"] == "torn.argmap.yaml"
    assert (problem["line"], problem["severity"], problem["ids"]) == (6, "error", ["r1"])
    assert run("check", "--format", "json", "torn.argmap.yaml").out.strip().startswith("[")


def test_json_has_the_fields_of_the_text_and_letters_as_they_are(run: Run) -> None:
    Path("bäder.yaml").write_text(
        "argmap: 1\nstatements:\n  - {id: bad, text: Soll das Bad öffnen?}\n", encoding="utf-8"
    )
    done = run("check", "bäder.yaml", "--json")
    assert json.loads(done.out) == [
        {
            "file": "bäder.yaml",
            "line": 3,
            "column": 5,
            "severity": "warning",
            "code": "question-not-statement",
            "message": "“Soll das Bad öffnen?” is a question.",
            "hint": "Say what you take the answer to be.",
            "ids": ["bad"],
        }
    ]
    assert "bäder.yaml" in done.out
    (found,) = json.loads(done.out)
    assert run("check", "bäder.yaml").out == (
        "{file}:{line}:{column}: {severity} {code} {message} {hint}\n".format(**found)
    )


def test_sarif_says_the_hint_with_the_message(run: Run, sloppy: str) -> None:
    (run_,) = json.loads(run("check", sloppy, "--format", "sarif").out)["runs"]
    texts = [result["message"]["text"] for result in run_["results"]]
    as_json = json.loads(run("check", sloppy, "--json").out)
    assert texts == [f"{problem['message']} {problem['hint']}" for problem in as_json]


MIXED = f"""\
{SLOPPY}  - from: [nobody]
    supports: close
odd: 1
"""


def told_in(form: str, out: str) -> list[tuple[int, str]]:
    """Return the lines and codes that a report tells."""
    if form == "json":
        return [(problem["line"], problem["code"]) for problem in json.loads(out)]
    if form == "sarif":
        results = json.loads(out)["runs"][0]["results"]
        places = [result["locations"][0]["physicalLocation"] for result in results]
        lines = [place["region"]["startLine"] for place in places]
        return list(zip(lines, (result["ruleId"] for result in results), strict=True))
    text = r"^mixed.yaml:(\d+):\d+: \w+ ([a-z-]+) "
    github = r"^::\w+ file=mixed.yaml,line=(\d+),col=\d+,title=([a-z-]+)::"
    found = re.findall(text if form == "text" else github, out, re.MULTILINE)
    return [(int(line), code) for line, code in found]


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_every_form_tells_the_same_problems_in_the_order_of_the_file(run: Run, form: str) -> None:
    Path("mixed.yaml").write_text(MIXED, encoding="utf-8")
    done = run("check", "mixed.yaml", "--format", form)
    assert done.status == 1
    assert told_in(form, done.out) == [
        (3, "reasoning-in-card"),
        (5, "question-not-statement"),
        (7, "dangling-reference"),
        (14, "unknown-id"),
        (16, "unknown-key"),
    ]


@pytest.mark.parametrize(("form", "report"), [("text", ""), ("json", "[]\n"), ("github", "")])
def test_a_sound_map_is_an_empty_report(run: Run, form: str, report: str) -> None:
    assert run("check", "pool.argmap.yaml", "--format", form) == (
        0,
        report,
        "" if form != "text" else FINE,
    )


def test_two_forms_at_once_are_refused(run: Run) -> None:
    done = run("check", "pool.argmap.yaml", "--json", "--format", "sarif")
    assert (done.status, done.out) == (2, "")
    assert "not allowed with argument --json" in done.err


@pytest.mark.parametrize("comma", [",", ", ", " ", " , "])
def test_codes_are_parted_by_commas_or_spaces(run: Run, comma: str) -> None:
    long = f"argmap: 1\nstatements:\n  - id: a\n    text: {'word ' * 30}\n"
    text = f"{long}  - id: b\n    text: Cost.\n".encode()
    both = comma.join(["too-short", "too-long"])
    assert set(codes(run("check", "-", "--select", both, given=text).out)) == set(both.split(comma))
    assert set(codes(run("check", "-", "--ignore", both, given=text).out)) == {"unconnected"}


def test_what_is_fixed_is_told_with_the_place_it_was_found_at(run: Run) -> None:
    Path("twice.yaml").write_text(
        "argmap: 1\nstatements:\n"
        "  - {id: a, kind: premise, text: The pool opens.}\n"
        "  - {id: b, text: The pool opens because it is hot., kind: rebuttal}\n",
        encoding="utf-8",
    )
    done = run("check", "twice.yaml", "--fix", "--select", "kind-mismatch,reasoning-in-card")
    told = [line.partition(" “")[0].split(": ")[1:] for line in done.err.splitlines()[:-1]]
    assert told == [
        ["twice.yaml:4:5", "fixed reasoning-in-card"],
        ["twice.yaml:3:5", "fixed kind-mismatch"],
        ["twice.yaml:4:5", "fixed kind-mismatch"],
    ]


def test_github_puts_notes_beside_lines(run: Run) -> None:
    name = "50%, a:b.argmap.yaml"
    Path(name).write_text(SLOPPY, encoding="utf-8")
    lines = run("check", name, "--format", "github").out.splitlines()
    place = "file=50%25%2C a%3Ab.argmap.yaml,line=5,col=5,title=question-not-statement"
    said = "“Who pays for all of that?” is a question.%0ASay what you take the answer to be."
    assert f"::warning {place}::{said}" in lines
    assert [line.split()[0] for line in lines] == ["::warning", "::warning", "::notice"]


def test_one_missing_file_does_not_stop_the_rest(run: Run) -> None:
    done = run("check", "missing.argmap.yaml", "torn.argmap.yaml")
    assert done.status == 1
    assert "nobody" in done.out
    assert "missing.argmap.yaml" in done.err


def test_nothing_to_read(run: Run) -> None:
    done = run("check", "missing.argmap.yaml")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("argmap: ")
    assert "missing.argmap.yaml" in done.err
    assert run("check").status == 2


def test_a_text_that_is_no_yaml_is_one_finding_and_cannot_be_read(run: Run) -> None:
    done = run("check", "-", given=f"{SLOPPY}  - [\n".encode())
    assert done.status == 2
    (line,) = done.out.splitlines()
    assert line.startswith("-:")
    assert "not-yaml" in line


def test_standard_input(run: Run) -> None:
    assert run("check", "-", given=b"argmap: 1\n") == (0, "", FINE)


def test_control_characters_of_a_file_do_not_reach_the_terminal(run: Run) -> None:
    evil = b'argmap: 1\nstatements:\n  - id: "\\e[31mred"\n    text: x\n'
    done = run("check", "-", given=evil)
    assert done.status == 1
    assert "\x1b" not in done.out


def test_fix_changes_what_can_be_fixed_and_says_so(run: Run, sloppy: str) -> None:
    done = run("check", sloppy, "--fix")
    assert done.status == 0
    assert done.err.startswith(f"argmap: {sloppy}:3:5: fixed reasoning-in-card ")
    assert set(codes(done.out)) == {"question-not-statement", "dangling-reference"}
    text = Path(sloppy).read_text(encoding="utf-8")
    assert "    text: The pool should close.   # said in March\n" in text
    assert "text: Staff cost doubles.\n" in text
    assert run("check", sloppy, "--fix") == done._replace(err="")
    assert Path(sloppy).read_text(encoding="utf-8") == text


BY_HAND = """\
statements:
  - id: a
    text: The pool should open: on Sundays.
  - id: b
    text: Two hundred residents signed list #3 in May.
relations:
  - from: [b]
    supports: a
"""


WRONG = ["no-version", "unquoted", "cut-text"]


def test_fix_puts_in_quotes_what_yaml_misreads_and_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "hand.argmap.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + BY_HAND.replace("\n", "\r\n").encode())
    done = run("check", str(path))
    assert done.status == 1
    assert [line.split()[2] for line in done.out.splitlines()] == WRONG
    done = run("check", str(path), "--fix")
    assert (done.status, done.out) == (0, "")
    fixed = BY_HAND.replace(
        "The pool should open: on Sundays.", '"The pool should open: on Sundays."'
    )
    fixed = fixed.replace(
        "Two hundred residents signed list #3 in May.",
        '"Two hundred residents signed list #3 in May."',
    )
    wanted = f"argmap: 1\n{fixed}".replace("\n", "\r\n")
    assert path.read_bytes() == b"\xef\xbb\xbf" + wanted.encode()
    assert [line.split()[3].rstrip(":") for line in done.err.splitlines()[:-1]] == WRONG


def test_fix_mends_what_is_asked_for_only(run: Run, sloppy: str) -> None:
    run("check", sloppy, "--fix", "--ignore", "reasoning-in-card")
    run("check", sloppy, "--fix", "--select", "too-long")
    assert Path(sloppy).read_text(encoding="utf-8") == SLOPPY


def test_fix_refuses_what_it_cannot_write(run: Run, sloppy: str) -> None:
    newer = SLOPPY.replace("argmap: 1", "argmap: 2")
    for name, text in ((sloppy, newer), ("broken.yaml", f"{SLOPPY}  - [\n")):
        Path(name).write_text(text, encoding="utf-8")
        assert run("check", name, "--fix").status == 2
        assert Path(name).read_text(encoding="utf-8") == text
    assert "standard input" in run("check", "-", "--fix", given=SLOPPY.encode()).err
