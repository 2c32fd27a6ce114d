from pathlib import Path

import pytest

from argmap.commands.new import templates
from tests.commands.conftest import Run


def test_a_blank_map_opens_without_problems(run: Run) -> None:
    assert run("new", "debate").status == 0
    assert run("check", "debate.argmap.yaml") == (0, "", "argmap: No problems found.\n")
    assert '"all": 1' in run("info", "--json", "debate.argmap.yaml").out


@pytest.mark.parametrize("template", templates())
def test_every_template_opens_without_problems(run: Run, template: str) -> None:
    done = run("new", "debate.argmap.yaml", "--template", template)
    assert (done.status, done.out) == (0, "")
    assert "debate.argmap.yaml" in done.err
    assert run("check", "debate.argmap.yaml") == (0, "", "argmap: No problems found.\n")


def test_nothing_is_overwritten(run: Run) -> None:
    before = Path("pool.argmap.yaml").read_bytes()
    done = run("new", "pool.argmap.yaml")
    assert done.status == 2
    assert "exists already" in done.err
    assert Path("pool.argmap.yaml").read_bytes() == before


def test_a_folder_that_is_not_there(run: Run) -> None:
    done = run("new", "nowhere/debate")
    assert done.status == 2
    assert done.err == (
        "argmap: There is no folder “nowhere”. Make it first, or name another place.\n"
    )


@pytest.mark.parametrize("name", ["", ".", "..", "folder/", "/"])
def test_a_name_that_names_no_file(run: Run, name: str) -> None:
    done = run("new", name)
    assert (done.status, done.out) == (2, "")
    assert f"“{name}” does not name a file." in done.err
    assert {path.name for path in Path().iterdir()} == {"pool.argmap.yaml", "torn.argmap.yaml"}


def test_a_name_with_a_suffix_is_taken_as_it_is(run: Run) -> None:
    assert run("new", "debate.yml").err == "argmap: Wrote “debate.yml”.\n"
    assert run("new", "another debate").err == "argmap: Wrote “another debate.argmap.yaml”.\n"


@pytest.mark.parametrize("template", templates())
def test_a_template_goes_to_standard_output(run: Run, template: str) -> None:
    printed = run("new", "-", "--template", template)
    run("new", "debate", "--template", template)
    assert printed == (0, Path("debate.argmap.yaml").read_text(encoding="utf-8"), "")


def test_an_unknown_template_is_refused_with_those_there_are(run: Run) -> None:
    done = run("new", "debate", "--template", "epic")
    assert done.status == 2
    assert "undercut" in done.err
    assert not Path("debate.argmap.yaml").exists()
