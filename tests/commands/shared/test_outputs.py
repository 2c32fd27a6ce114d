"""Where commands write, and what they never write over."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import POOL, TORN, Run

STATUSES = [
    # files, status of render and convert, of check, of check --strict
    ("pool", 0, 0, 0),
    ("torn", 1, 1, 1),
    ("missing", 2, 2, 2),
    ("asking", 0, 0, 1),
    ("pool torn", 1, 1, 1),
    ("pool asking", 0, 0, 1),
    ("pool missing", 1, 1, 1),
    ("torn missing", 1, 1, 1),
    ("missing gone", 2, 2, 2),
    ("broken", 2, 2, 2),
    ("broken missing", 2, 2, 2),
    ("broken pool", 1, 1, 1),
]
ASKING = "argmap: 1\nstatements:\n  - {id: why, text: Why is the pool not open?}\n"


@pytest.mark.parametrize(("names", "worked", "checked", "strict"), STATUSES)
def test_the_status_is_that_of_the_table(
    run: Run, names: str, worked: int, checked: int, strict: int
) -> None:
    Path("asking.argmap.yaml").write_text(ASKING, encoding="utf-8")
    Path("broken.argmap.yaml").write_text(f"{POOL}  - [\n", encoding="utf-8")
    files = [f"{name}.argmap.yaml" for name in names.split()]

    assert run("render", *files, "-o", "pictures/").status == worked
    assert run("convert", *files, "outlines/", "--to", "json").status == worked
    assert run("check", *files).status == checked
    assert run("check", *files, "--strict").status == strict
    came_through = {name for name in names.split() if name in {"pool", "torn", "asking"}}
    assert {path.stem for path in Path("pictures").glob("*")} == came_through
    assert {path.name.split(".")[0] for path in Path("outlines").glob("*")} == came_through


def spellings() -> dict[str, str]:
    """Return other names of the map, which a program could take for other files."""
    Path("sub").mkdir()
    names = {"itself": "pool.argmap.yaml", "by a detour": "sub/../pool.argmap.yaml"}
    if sys.platform != "win32":
        Path("link.yaml").symlink_to("pool.argmap.yaml")
        os.link("pool.argmap.yaml", "hard.yaml")
        names |= {"by a link": "link.yaml", "by a hard link": "hard.yaml"}
    return names


@pytest.mark.parametrize("command", ["render", "convert"])
def test_a_map_that_is_read_is_not_written_over(run: Run, command: str) -> None:
    for spelling, name in spellings().items():
        where = [name, "--to", "json"] if command == "convert" else ["-o", name, "--format", "dot"]
        done = run(command, "pool.argmap.yaml", *where)
        assert (done.status, done.out) == (2, ""), spelling
        assert (
            done.err == f"argmap: “{name}” is read, so it is not written over. Name another file.\n"
        )
    assert Path("pool.argmap.yaml").read_text(encoding="utf-8") == POOL


def test_a_map_in_the_folder_that_is_written_to_stays(run: Run) -> None:
    Path("a.argmap.json").write_text('{"argmap": 1}', encoding="utf-8")
    done = run("convert", "a.argmap.json", "pool.argmap.yaml", ".", "--to", "json")
    assert done.status == 2
    assert "“a.argmap.json” is read" in done.err
    assert Path("a.argmap.json").read_text(encoding="utf-8") == '{"argmap": 1}'
    assert not Path("pool.argmap.json").exists()


def test_an_older_picture_is_written_over(run: Run) -> None:
    Path("pool.svg").write_text("old", encoding="utf-8")
    assert run("render", "pool.argmap.yaml", "-o", "pool.svg").status == 0
    assert Path("pool.svg").read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize("arguments", [["render", "-o", ""], ["convert", "--to", "json", ""]])
def test_an_empty_name_is_no_output(run: Run, arguments: list[str]) -> None:
    command, *rest = arguments
    done = run(command, "pool.argmap.yaml", *rest)
    assert (done.status, done.out) == (2, "")
    assert "The name of the output is empty." in done.err


@pytest.mark.parametrize(
    ("name", "picture"),
    [
        ("pool.argmap.yaml", "pool"),
        ("pool.argmap.yml", "pool"),
        ("pool.argmap.json", "pool"),
        ("pool.argmap", "pool"),
        ("POOL.ARGMAP.YAML", "POOL"),
        ("pool.yaml", "pool"),
        ("pool.v2.yaml", "pool.v2"),
        ("pool", "pool"),
        (".argmap.yaml", ".argmap.yaml"),
    ],
)
def test_a_picture_is_named_after_its_map(run: Run, name: str, picture: str) -> None:
    Path("maps").mkdir()
    text = '{"argmap": 1, "statements": []}' if name.endswith("json") else POOL
    Path("maps", name).write_text(text, encoding="utf-8")
    assert run("render", f"maps/{name}", "-o", "out/", "--format", "dot") == (0, "", "")
    assert [path.name for path in Path("out").iterdir()] == [f"{picture}.dot"]


def test_standard_input_gets_a_name_in_a_folder(run: Run) -> None:
    assert run("render", "-", "-o", "out/", given=POOL.encode()) == (0, "", "")
    assert [path.name for path in Path("out").iterdir()] == ["map.svg"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_device_that_takes_no_more_is_named(run: Run) -> None:
    done = run("render", "pool.argmap.yaml", "-o", "/dev/full", "--format", "svg")
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "argmap: /dev/full: The output could not be written: No space left on device. "
        "Choose another output.\n"
    )


def test_messages_name_the_map_that_they_are_about(run: Run) -> None:
    Path("other.argmap.yaml").write_text(TORN.replace("nobody", "someone"), encoding="utf-8")
    done = run("render", "torn.argmap.yaml", "other.argmap.yaml", "-o", "out")
    first, second = done.err.splitlines()
    assert first.startswith("argmap: torn.argmap.yaml:6:5: error unknown-id ")
    assert "nobody" in first
    assert second.startswith("argmap: other.argmap.yaml:6:5: error unknown-id ")
    assert "someone" in second


@pytest.mark.parametrize(
    "arguments",
    [
        ["render", "pool.argmap.yaml", "torn.argmap.yaml", "-o", "x.svg"],
        ["convert", "pool.argmap.yaml", "torn.argmap.yaml", "x.md"],
        ["convert", "pool.argmap.yaml", "torn.argmap.yaml", "x.md", "--to", "markdown"],
    ],
)
def test_no_folder_is_called_like_a_picture(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.status == 2
    assert "Several files cannot go into one" in done.err
    assert "such as “x/”" in done.err
    assert {path.name for path in Path().iterdir()} == {"pool.argmap.yaml", "torn.argmap.yaml"}


def test_a_picture_without_a_suffix_is_asked_about(run: Run) -> None:
    name = "pool.argmap.yaml"
    for arguments in (["render", name, "-o"], ["diff", name, name, "--picture"]):
        done = run(*arguments, "out")
        assert done.status == 2
        assert "Write “out.svg”" in done.err
        assert not Path("out").exists()
    assert run("render", "pool.argmap.yaml", "-o", "out", "--format", "svg").status == 0


@pytest.mark.parametrize("command", ["render", "convert"])
def test_a_folder_to_write_into_must_be_there(run: Run, command: str) -> None:
    where = ["-o", "no/x.svg"] if command == "render" else ["no/x.md"]
    done = run(command, "pool.argmap.yaml", *where)
    assert done.status == 2
    assert "There is no folder “no”" in done.err


@pytest.mark.parametrize("name", ["pool", "poll", "pool.argmap", "pool.argmap.yml"])
@pytest.mark.parametrize(
    "command",
    ["render -o x.svg", "info", "check", "fmt", "evaluate", "diff", "convert - --to json"],
)
def test_a_name_without_its_suffix_or_mistyped_is_known(run: Run, command: str, name: str) -> None:
    word, *rest = command.split()
    arguments = [word, name, *rest]
    done = run(*arguments)
    assert done.status == 2
    assert "There is no such file. Did you mean “pool.argmap.yaml”?" in done.err


def test_the_window_is_told_of_it_too(run: Run) -> None:
    assert "Did you mean `argmap pool.argmap.yaml`?" in run("pool").err
