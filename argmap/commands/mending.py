"""Mending a file: what rules can mend is changed in the map, and only its lines in the file."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from argmap.commands.console import tell
from argmap.commands.findings import is_map
from argmap.commands.reading import STANDARD, read_map
from argmap.critique import check, fix, fixable
from argmap.errors import ArgmapError, Place, Problem
from argmap.model.argument_map import ArgumentMap
from argmap.store.save import fingerprint
from argmap.store.update import update


def mend(name: str, select: Collection[str] | None, ignore: Collection[str]) -> None:
    """Mend what can be mended in a file and tell each; ArgmapError where it cannot be written.

    A text that is no map is left alone: the check that follows tells what is wrong with it.
    """
    if name == STANDARD:
        raise ArgmapError("--fix mends a file, and standard input is none.", "name the file")
    known = fingerprint(Path(name))
    reading = read_map(name)
    mended, done = reading.argument_map, list[Problem]()
    if is_map(reading):
        mended, done = mended_map(reading.argument_map, select, ignore)
    if done:
        update(Path(name), reading, known, mended)
    for problem in done:
        there = problem.located(reading.places, Place(name))
        tell(f"{there.where}: mended {there.code}: {there.message}")


def mended_map(
    argument_map: ArgumentMap, select: Collection[str] | None, ignore: Collection[str]
) -> tuple[ArgumentMap, list[Problem]]:
    """Mend one problem after the other, and give what was mended.

    The rules are run anew after each, as mending one thing may settle or bring another. This ends:
    every fix takes a word of reasoning away, or a statement, or gives one its lasting kind.
    """
    done: list[Problem] = []
    while True:
        found = check(argument_map, select=select, ignore=ignore)
        problem = next((p for p in found if fixable(argument_map, p)), None)
        if problem is None:
            return argument_map, done
        argument_map = fix(argument_map, problem)
        done.append(problem)
