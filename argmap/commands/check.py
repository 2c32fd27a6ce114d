"""`argmap check`: tell what is wrong with maps, with the place of each problem."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

from argmap.commands.command import Command, Exit
from argmap.commands.console import say, tell
from argmap.commands.reading import exit_of, read_map
from argmap.errors import ArgmapError, Problem


def configure(parser: ArgumentParser) -> None:
    """Add the files and the choice of JSON."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="maps; - reads standard input")
    parser.add_argument("--json", action="store_true", help="one list of all problems")


def run(arguments: Namespace) -> Exit:
    """Check one file after the other; one that cannot be read does not stop the rest."""
    statuses: list[Exit] = []
    problems: list[Problem] = []
    for name in arguments.files:
        status, found = _checked(name)
        statuses.append(status)
        problems += found
        if not arguments.json:
            for problem in found:
                say(str(problem))
    if arguments.json:
        say(json.dumps([_plain(p) for p in problems], ensure_ascii=False, indent=2))
    return Exit.of_several(statuses)


def _checked(name: str) -> tuple[Exit, tuple[Problem, ...]]:
    try:
        reading = read_map(name)
    except ArgmapError as error:
        tell(str(error))
    except OSError as error:
        tell(f"{name}: {error.strerror}")
    else:
        return exit_of(reading), tuple(reading.problems)
    return Exit.FAILED, ()


def _plain(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.where.file,
        "line": problem.where.line,
        "column": problem.where.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "ids": problem.ids,
    }


COMMAND = Command("check", "tell what is wrong with maps, and where", configure, run)
