"""The page on going from a text to a map is done as it says, from the first line to the last."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from argmap import paths
from argmap.critique import RULES
from tests.commands.conftest import Run, run

__all__ = ["run"]

PAGE = (Path(__file__).parents[1] / "docs" / "from-text-to-map.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", PAGE, re.DOTALL)
LINES = [line for kind, block in BLOCKS if kind == "sh" for line in block.splitlines()]
CARDS = [block for kind, block in BLOCKS if kind == "yaml" and "id: letter" not in block]


def did(run: Run, line: str) -> str:
    program, *words = shlex.split(line)
    assert program == "argmap"
    done = run(*words)
    assert done.status == 0, done.err
    return done.out


@pytest.fixture
def letter(run: Run) -> None:
    del run
    shutil.copy(paths.examples() / "branch-library.txt", "branch-library.txt")


@pytest.mark.usefixtures("letter")
def test_every_line_of_the_page_works(run: Run) -> None:
    new, add, listed, check, *leaving = LINES
    did(run, new)
    did(run, add)
    shown = next(block for kind, block in BLOCKS if not kind)
    assert did(run, listed).startswith(shown)
    file = Path("library.argmap.yaml")
    sources = file.read_text(encoding="utf-8").partition("sources:\n")[2]
    file.write_text(f"argmap: 1\n{''.join(CARDS)}sources:\n{sources}", encoding="utf-8")
    assert did(run, check) == ""
    for line in leaving:
        did(run, line)
    assert Path("library.pdf").read_bytes().startswith(b"%PDF")
    python = next(block for kind, block in BLOCKS if kind == "python")
    done = subprocess.run(
        [sys.executable, "-c", python], capture_output=True, encoding="utf-8", check=True
    )
    assert "saves-little paragraph 4 exact" in done.stdout


def test_every_code_of_the_page_is_a_rule() -> None:
    told = set(re.findall(r"^\| `([a-z-]+)`(?:, `([a-z-]+)`)?", PAGE, re.MULTILINE))
    codes = {code for pair in told for code in pair if code}
    assert codes <= {rule.code for rule in RULES}
    assert len(codes) == 8
