"""How often git merges two people's edits as plain text, without knowing what a map is."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random
from shutil import which

import pytest

from argmap.errors import Severity
from argmap.merging.merge import merge
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, removal
from argmap.model.edits.judging import add_viewpoint, judge
from argmap.model.kinds import Judgement
from argmap.store.yaml_file import read
from benchmarks.big_map import text_of
from tests.merging.edits import ADDING, MIXED, Edit, edited, saved

pytestmark = pytest.mark.skipif(which("git") is None, reason="git is not installed")

Change = Callable[[ArgumentMap], ArgumentMap]


def merge_file(folder: Path, ours: str, base: str, theirs: str) -> tuple[int, str]:
    """Run `git merge-file`; give the number of conflicts and the merged text."""
    names = {"ours": ours, "base": base, "theirs": theirs}
    for name, text in names.items():
        (folder / name).write_text(text, encoding="utf-8")
    command = ["git", "merge-file", "-p", *names]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def judged(argument_map: ArgumentMap) -> ArgumentMap:
    return judge(add_viewpoint(argument_map, "Mayor"), {"s10": Judgement.REJECTED}, "mayor")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (lambda m: removal.delete_cards(m, ["s10"]), judged),
        (lambda m: edit.add_premise(m, "s1", "New."), lambda m: edit.add_rebuttal(m, "s9", "New!")),
    ],
    ids=["deleted here, named there", "one id made twice"],
)
def test_what_a_clean_merge_gets_wrong_is_an_error_and_a_conflict_for_the_driver(
    tmp_path: Path, one: Change, other: Change
) -> None:
    base = text_of(12)
    before = read(base).argument_map
    ours, theirs = (saved(base, change(before)) for change in (one, other))
    status, text = merge_file(tmp_path, ours, base, theirs)
    assert status == 0
    assert [p for p in read(text).problems if p.severity is Severity.ERROR]
    assert merge(before, one(before), other(before)).argument_map.conflicts


@pytest.mark.parametrize(
    ("size", "kinds", "pairs", "wanted"),
    [(40, ADDING, 120, 0.95), (40, MIXED, 120, 0.98), (300, ADDING, 20, 0.95)],
    ids=["adding to 40", "mixed on 40", "adding to 300"],
)
def test_edits_of_two_cards_nearly_always_merge(
    tmp_path: Path, size: int, kinds: dict[str, Edit], pairs: int, wanted: float
) -> None:
    base = text_of(size)
    cards = [statement.id for statement in read(base).argument_map.statements]
    merged = 0
    for seed in range(pairs):
        by = Random(seed)
        one, other = by.sample(cards, 2)
        ours, theirs = edited(base, kinds, one, by), edited(base, kinds, other, by)
        status, text = merge_file(tmp_path, ours, base, theirs)
        merged += status == 0
        assert status or not [p for p in read(text).problems if p.severity is Severity.ERROR]
    assert merged / pairs >= wanted
