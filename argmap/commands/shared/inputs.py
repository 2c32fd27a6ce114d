"""Reading the maps that commands are given, from files and from standard input."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.commands.command import Exit
from argmap.commands.shared.console import read_standard_input, write_message
from argmap.errors import ArgmapError, Place, Problem, Severity
from argmap.store.codes import NOTHING_READ

if TYPE_CHECKING:
    from argmap.store.yaml_file import Reading

STANDARD = "-"
"""The name that stands for standard input, and for standard output."""


def read_map(name: str) -> Reading:
    """Return a map with its problems; ArgmapError where there is no text to read."""
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
