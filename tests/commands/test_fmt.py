from __future__ import annotations

import re
from pathlib import Path

import yaml

from argmap.commands import COMMANDS
from tests.commands.conftest import POOL, Run

UGLY = POOL.replace("title: Should", "title:   Should").replace("[asked, wishes]", "[asked,wishes]")
HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"


def text_of(name: str) -> str:
    return Path(name).read_text(encoding="utf-8")


def test_the_canonical_form_is_written_and_twice_is_once(run: Run) -> None:
    Path("ugly.argmap.yaml").write_text(UGLY, encoding="utf-8")
    assert run("fmt", "--check", "ugly.argmap.yaml").status == 1
    assert text_of("ugly.argmap.yaml") == UGLY
    assert run("fmt", "ugly.argmap.yaml", "pool.argmap.yaml") == (0, "", "")
    assert text_of("ugly.argmap.yaml") == text_of("pool.argmap.yaml")
    assert run("fmt", "--check", "ugly.argmap.yaml") == (0, "", "")


def test_standard_input_becomes_standard_output(run: Run) -> None:
    assert run("fmt", "-", given=UGLY.encode()).out == run("fmt", "-", given=POOL.encode()).out


def test_lines_end_as_they_did(run: Run) -> None:
    """Git on Windows writes CR LF: the hook would never be content."""
    for text in (UGLY, POOL):
        Path("windows.argmap.yaml").write_bytes(text.replace("\n", "\r\n").encode())
        run("fmt", "windows.argmap.yaml")
        written = Path("windows.argmap.yaml").read_bytes()
        assert written.count(b"\r\n") == written.count(b"\n")
        assert run("fmt", "--check", "windows.argmap.yaml").status == 0


def test_what_is_not_all_in_the_map_is_left_alone(run: Run) -> None:
    before = text_of("torn.argmap.yaml")
    done = run("fmt", "torn.argmap.yaml")
    assert done.status == 2
    assert "nobody" in done.err
    assert text_of("torn.argmap.yaml") == before
    Path("map.argmap.json").write_text('{"argmap": 1}', encoding="utf-8")
    assert run("fmt", "map.argmap.json").status == 2


def test_the_hooks_run_commands_on_maps() -> None:
    hooks = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    for hook in hooks:
        program, command = hook["entry"].split()
        assert program == "argmap"
        assert command in COMMANDS
        assert re.search(hook["files"], "maps/pool.argmap.yaml")
        assert re.search(hook["files"], "pool.argmap")
        assert not re.search(hook["files"], "compose.yaml")
