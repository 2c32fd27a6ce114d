"""Reading the maps that commands are given, from files and from standard input."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.commands.command import Exit
from argmap.commands.shared.console import read_standard_input, write_message
from argmap.errors import ArgmapError, Place, Problem, Severity
from argmap.store.codes import NOTHING_READ
from argmap.store.file_names import SUFFIX, stem_of

if TYPE_CHECKING:
    from argmap.store.yaml_file import Reading

STANDARD = "-"
"""The name that stands for standard input, and for standard output."""


_NO_MAP_OF_OURS = ("not-yaml", "no-map", "no-version")
"""What is wrong with a file of another program, seen as one of argmap's."""


def read_map(name: str) -> Reading:
    """Return a map with its problems; ArgmapError where there is no text to read.

    A file of another program is no map, which its one problem says: some are YAML as well, and
    would be taken for maps with nothing in them.
    """
    reading = _as_a_map(name)
    if reading.repairs or not any(each.code in _NO_MAP_OF_OURS for each in reading.problems):
        return reading
    told = _told_of_another_format(reading.text.text(), name)
    return replace(reading, problems=told, read_only=True) if told else reading


def _told_of_another_format(text: str, name: str) -> tuple[Problem, ...]:
    from argmap.formats import convert
    from argmap.formats.argmap_file import JSON_FORMAT, YAML_FORMAT

    try:
        row = convert.recognise(text, name) if text.strip() else YAML_FORMAT
    except ArgmapError:
        return ()
    if row in (YAML_FORMAT, JSON_FORMAT):
        return ()
    stem = "NAME" if name == STANDARD else stem_of(Path(name).stem)
    message = f"This is a file of another format, {row.title}."
    hint = f"Make a map of it with `argmap convert {name} {stem}{SUFFIX}`."
    return (Problem("no-map", Severity.ERROR, message, hint, Place(name, 1, 1)),)


def _as_a_map(name: str) -> Reading:
    from argmap.store.yaml_file import load, read

    if name != STANDARD:
        return load(name)
    try:
        text = read_standard_input().decode()
    except UnicodeDecodeError as error:
        message = f"The input is not UTF-8 text (byte {error.start + 1})."
        raise ArgmapError(
            message, "Convert it, for instance with `iconv`.", Place(STANDARD)
        ) from None
    return read(text, STANDARD)


def read_data(name: str) -> bytes:
    """Return the bytes of a file or of standard input.

    Raises ArgmapError where there is no such file, OSError where it cannot be read.
    """
    from argmap.store.nearby import hint_for_missing

    if name == STANDARD:
        return read_standard_input()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        hint = hint_for_missing(Path(name))
        raise ArgmapError("There is no such file.", hint, Place(name)) from None


def use_map(name: str) -> Reading:
    """Return a map for work that needs one: ArgmapError also where the text is no map.

    Other problems are told as messages; the work goes on with what could be read.
    """
    reading = read_map(name)
    refuse_no_map(reading.problems)
    write_problems(reading.problems)
    return reading


def refuse_no_map(problems: Iterable[Problem]) -> None:
    """Raise the problem that says that a text is no map, if there is one."""
    for problem in problems:
        if problem.code in NOTHING_READ:
            raise ArgmapError(problem.message, problem.hint, problem.where)


def write_problems(problems: Iterable[Problem]) -> None:
    """Tell as messages what did not stop a file from being read."""
    for problem in problems:
        if problem.severity is not Severity.HINT:
            write_message(str(problem))


def exit_of(problems: Collection[Problem]) -> Exit:
    """Return the status that the problems of a file call for."""
    if any(problem.code in NOTHING_READ for problem in problems):
        return Exit.FAILED
    errors = any(problem.severity is Severity.ERROR for problem in problems)
    return Exit.PROBLEMS if errors else Exit.FINE
