"""Fixing a file: what rules can fix is changed in the map, and only its lines in the file."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from argmap.authoring.problems import is_map
from argmap.commands.checking.findings import texts_of
from argmap.commands.shared.console import write_message
from argmap.commands.shared.inputs import STANDARD, read_map
from argmap.critique import Follower, fix_each
from argmap.errors import ArgmapError, Place, Problem
from argmap.model.argument_map import ArgumentMap
from argmap.store.reading.repairs import Repair, repaired
from argmap.store.save import Fingerprint, fingerprint, save
from argmap.store.update import update
from argmap.store.yaml_file import BOM
from argmap.texts.lookup import Lookup, in_the_map


def fix_file(name: str, select: Collection[str] | None, ignore: Collection[str]) -> None:
    """Fix what rules can fix in a file, with a message for each.

    Raises ArgmapError where the file cannot be written, and OSError where it cannot be read.

    A text that is no map is left alone: the check that follows tells what is wrong with it.
    """
    if name == STANDARD:
        raise ArgmapError(
            "`--fix` changes a file, and standard input is not a file.", "Name the file."
        )
    known = fingerprint(Path(name))
    reading = read_map(name)
    if repairs := (*reading.repairs, *reading.offered):
        known = _repair(Path(name), repairs, known)
        reading = read_map(name)
    fixed, done = reading.argument_map, list[Problem]()
    if is_map(reading):
        fixed, done = fixed_map(reading.argument_map, select, ignore, texts_of(name))
    if done:
        update(Path(name), reading, known, fixed)
    for problem in done:
        there = problem.located(reading.places, Place(name))
        write_message(f"{there.where}: fixed {there.code} {there.message}")


def _repair(path: Path, repairs: Sequence[Repair], known: Fingerprint | None) -> Fingerprint | None:
    """Put right the lines that YAML does not read as they are meant; return the new fingerprint."""
    text = path.read_bytes().decode()
    body = text.lstrip(BOM)
    start = text[: len(text) - len(body)]
    saved = save(path, start + repaired(body, repairs), known)
    for repair in sorted(repairs, key=lambda each: each.line):
        place = Place(str(path), repair.line + 1, repair.column + 1)
        write_message(f"{place}: fixed {repair.code} {repair.message}")
    return saved


def fixed_map(
    argument_map: ArgumentMap,
    select: Collection[str] | None,
    ignore: Collection[str],
    texts: Lookup = in_the_map,
) -> tuple[ArgumentMap, list[Problem]]:
    """Return the map with all fixed that rules can fix, and the problems that were fixed.

    The rules run again after each round of fixes, as one fix may settle or bring another problem.
    In one round nothing is fixed twice. This ends: every fix takes a word of reasoning away, or a
    statement, or gives one its lasting kind, or a quote the words of its source.
    """
    follower, done = Follower(), list[Problem]()
    while True:
        found = follower.check(argument_map, select=select, texts=texts)
        broken = (problem for problem in found if problem.code not in ignore)
        argument_map, fixed = fix_each(argument_map, broken, texts)
        if not fixed:
            return argument_map, done
        done += fixed
