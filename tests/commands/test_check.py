import json
import re

from tests.commands.conftest import Run


def test_a_sound_map_says_nothing(run: Run) -> None:
    assert run("check", "pool.argmap.yaml") == (0, "", "")


def test_findings_have_places_and_go_to_standard_output(run: Run) -> None:
    done = run("check", "torn.argmap.yaml")
    assert done.status == 1
    assert re.match(r"torn\.argmap\.yaml:\d+:\d+: error [a-z-]+ .*nobody", done.out)
    assert done.err == ""


def test_json_lists_the_problems_of_all_files(run: Run) -> None:
    done = run("check", "--json", "pool.argmap.yaml", "torn.argmap.yaml")
    assert done.status == 1
    (problem,) = json.loads(done.out)
    assert problem["file"] == "torn.argmap.yaml"
    assert (problem["line"], problem["severity"], problem["ids"]) == (6, "error", ["r1"])


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


def test_a_text_that_is_no_yaml_is_a_finding_and_cannot_be_read(run: Run) -> None:
    done = run("check", "-", given=b"statements: [\n")
    assert done.status == 2
    assert done.out.startswith("-:")


def test_standard_input(run: Run) -> None:
    assert run("check", "-", given=b"argmap: 1\n") == (0, "", "")


def test_control_characters_of_a_file_do_not_reach_the_terminal(run: Run) -> None:
    evil = b'argmap: 1\nstatements:\n  - id: "\\e[31mred"\n    text: x\n'
    done = run("check", "-", given=evil)
    assert done.status == 1
    assert "\x1b" not in done.out
