"""A command line to try: the real program in this process, in a folder of its own."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from argmap import cli

POOL = """\
argmap: 1
title: Should the pool open on Sundays?
statements:
  - id: open
    text: The pool should open on Sundays.
  - id: asked
    text: Two hundred residents asked for it.
  - id: wishes
    text: What two hundred residents ask for should be done.
  - id: cost
    text: Staff cost doubles on Sundays.
  - id: volunteers
    text: Volunteers will staff it.
relations:
  - id: r1
    from: [asked, wishes]
    supports: open
  - id: r2
    from: [cost]
    attacks: open
  - from: [volunteers]
    attacks: r2
sources:
  - id: petition
"""

TORN = """\
argmap: 1
statements:
  - id: open
    text: The pool should open on Sundays.
relations:
  - id: r1
    from: [nobody]
    supports: open
"""


class Done(NamedTuple):
    """What a run of the program gave."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs the program in a folder with `pool` and `torn` maps."""
    monkeypatch.chdir(tmp_path)
    Path("pool.argmap.yaml").write_text(POOL, encoding="utf-8")
    Path("torn.argmap.yaml").write_text(TORN, encoding="utf-8")

    def run_(*arguments: str, given: bytes | None = None) -> Done:
        if given is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        status = cli.main(arguments)
        return Done(status, *capsys.readouterr())

    return run_
