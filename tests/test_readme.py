"""What the README shows, done by somebody who has nothing but the README and an empty folder."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from argmap import load
from argmap.commands.machine.fonts import SCRIPTS
from argmap.commands.machine.qt_platform import LIBRARIES, X11_LIBRARIES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DIFFER = 1
"""The status of `argmap diff` where two maps are not the same."""


def blocks(language: str) -> list[str]:
    """Return what the README shows in that language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def command_lines() -> list[str]:
    """Return the lines of a terminal, but for those that install something."""
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    return [line for line in lines if line.startswith("argmap ")]


@pytest.fixture
def newcomer(tmp_path: Path) -> dict[str, str]:
    """Return the environment of somebody for whom `argmap` and `python` are the installed ones."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "argmap").write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m argmap "$@"\n', encoding="utf-8"
    )
    (folder / "argmap").chmod(0o755)
    return {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}


@pytest.mark.skipif(shutil.which("sh") is None, reason="no shell here")
def test_the_lines_run_as_they_stand_in_an_empty_folder(
    tmp_path: Path, newcomer: dict[str, str]
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    lines = command_lines()
    assert len(lines) >= 8
    for line in lines:
        done = subprocess.run(
            ["sh", "-c", line], cwd=empty, env=newcomer, capture_output=True, text=True, check=False
        )
        most = DIFFER if line.startswith("argmap diff") else 0
        assert done.returncode <= most, f"{line}\n{done.stderr}"
        assert done.stderr.count("\n") <= 3, f"{line}\n{done.stderr}"
    (python,) = blocks("python")
    done = subprocess.run(
        [sys.executable, "-c", python],
        cwd=empty,
        env={**newcomer, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "two equally strong reasons meet" in done.stdout


def test_the_map_that_is_shown_is_one(tmp_path: Path, newcomer: dict[str, str]) -> None:
    (shown,) = blocks("yaml")
    (tmp_path / "shown.argmap.yaml").write_text(shown, encoding="utf-8")
    done = subprocess.run(
        ["argmap", "check", "--strict", "shown.argmap.yaml"],
        cwd=tmp_path,
        env=newcomer,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "argmap: No problems found.\n")


def test_what_is_to_be_installed_comes_before_what_needs_it() -> None:
    apt = README.index("sudo apt install")
    assert apt < README.index("python3 -m venv")
    assert apt < README.index("uv run")


def test_the_line_for_bare_machines_brings_all_that_the_doctor_looks_for() -> None:
    (line,) = re.findall(r"^sudo apt install (.*)$", README, re.MULTILINE)
    there = set(line.split())
    assert there >= {*LIBRARIES.values(), *X11_LIBRARIES.values()}
    assert there >= {"python3-venv", "fonts-liberation", SCRIPTS["Latin"]}


def test_the_first_example_is_a_small_one() -> None:
    first = re.search(r"examples/([\w-]+)\.argmap\.yaml", README)
    assert first
    assert len(load(ROOT / "examples" / f"{first[1]}.argmap.yaml").statements) <= 3
