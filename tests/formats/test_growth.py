"""The work of every reader grows about as its file does, whatever is repeated in it.

The one test that looks at a clock: at the processor's time for a text and for one four times as
long, whose ratio is the same on a machine of any speed.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from time import process_time

import pytest

from argmap.errors import ArgmapError
from argmap.formats.convert import loads
from argmap.formats.table import FORMATS
from tests.formats.misread import MISREAD
from tests.formats.test_hostile import PIECES as ENDLESS
from tests.long import LONG

SAMPLES = Path(__file__).parents[1] / "cases" / "formats"
READERS = [row.name for row in FORMATS if row.read]
PIECES = [
    *ENDLESS, " \n", " \t", "a ", "1.1", "(1) a\n", "www.a.", "http://a ", "(a", "[a(b)", "\\u",
    "  a: b\n", "- a: b\n", "@include(", ".a.", "[1]", "--\n", "%\n", "text(a, ", "//", "/*",
    "~~~argdown\n", "{a: ", "x:\n", "*a ", "Con: ", "\u00a0", ",mood", "\\\n", "===\n",
]  # fmt: skip

CASES = 8 * LONG
FIRST, LAST = 1_000, 64_000
NOTICED = 0.04
"""Seconds of work from which on a ratio says something."""
FACTOR, MOST = 4, 9
"""What is so many times as long takes at most so many times as long: twice would be 16."""
STILL = 3
"""And what is twice as long again, to tell growth from a limit that is not reached yet."""


def samples(name: str) -> list[str]:
    row = next(row for row in FORMATS if row.name == name)
    paths = (p for p in sorted(SAMPLES.iterdir()) if p.is_file() and p.stat().st_size < 6_000)
    found = (p for p in paths if any(p.name.endswith(suffix) for suffix in row.suffixes))
    return [MISREAD[name], *(path.read_text(encoding="utf-8") for path in found)]


@pytest.fixture(autouse=True)
def _no_garbage() -> Iterator[None]:
    """Leave garbage alone while work is measured: the search for it grows with what there is."""
    gc.disable()
    yield
    gc.enable()


def work(name: str, text: str) -> float:
    before = process_time()
    with suppress(ArgmapError):  # what is refused should be so at once as well
        loads(text, name)
    return process_time() - before


def grows_too_much(name: str, text: Callable[[int], str]) -> bool:
    """Whether four times the text takes much more than four times the work, and again so."""
    size, less, more = FIRST, 0.0, work(name, text(FIRST))
    while more < NOTICED and size < LAST:
        size *= FACTOR
        less, more = more, work(name, text(size))
    if more < NOTICED or size == FIRST:
        return False
    for _ in range(3):
        less = max(less, work(name, text(size // FACTOR)), NOTICED / 100)
        more = min(more, work(name, text(size)))
    return more > MOST * less and work(name, text(2 * size)) > STILL * more


@pytest.mark.parametrize("name", READERS)
def test_work_grows_as_the_file_does(name: str) -> None:
    chance = Random(name)
    for _ in range(CASES):
        sample = chance.choice(samples(name))
        at, start = chance.randrange(len(sample)), chance.randrange(len(sample))
        taken = sample[start : start + chance.randrange(1, 14)]
        piece = chance.choice([chance.choice(PIECES), taken])
        rest = chance.choice(["", "x", "\n", sample[at:]])
        grown = sample[:at], piece, rest

        def text(size: int, grown: tuple[str, str, str] = grown) -> str:
            return grown[0] + grown[1] * (size // len(grown[1])) + grown[2]

        assert not grows_too_much(name, text), grown


FOUND = [
    ("csv", "id,text", ",mood", "\n1,A,good\n"),
    ("markdown", "- ", "[a(b)", "\n"),
    ("rationale", "#Rationale Version 120.53\nmap0 = Create(a", " ", "\n"),
]


@pytest.mark.parametrize(("name", "before", "piece", "behind"), FOUND)
def test_what_once_grew_too_much(name: str, before: str, piece: str, behind: str) -> None:
    assert not grows_too_much(name, lambda n: before + piece * (n // len(piece)) + behind)
