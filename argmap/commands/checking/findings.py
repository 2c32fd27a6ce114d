"""All that is wrong with a map that was read, with places, and the forms in which it is told."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from argmap.authoring.problems import problems_of
from argmap.commands.checking.sarif import sarif
from argmap.commands.shared.inputs import STANDARD
from argmap.errors import Problem, Severity
from argmap.store.yaml_file import Reading
from argmap.texts.lookup import Lookup, beside, in_the_map

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def texts_of(file: str) -> Lookup:
    """Return what finds the texts of a file's sources: beside it, but for standard input."""
    return in_the_map if file == STANDARD else beside(Path(file).parent)


def found_in(
    reading: Reading, file: str, select: Collection[str] | None, ignore: Collection[str]
) -> tuple[Problem, ...]:
    """Return what the reader and the rules find in a file, in its order."""
    return problems_of(reading, file, select, ignore, texts_of(file))


def _text(problems: Sequence[Problem]) -> str:
    return "\n".join(map(str, problems))


def _json(problems: Sequence[Problem]) -> str:
    return json.dumps([_plain(problem) for problem in problems], ensure_ascii=False, indent=2)


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


def _github(problems: Sequence[Problem]) -> str:
    """Return the commands by which a workflow's log puts notes beside the lines of a change."""
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Problem) -> str:
    where = problem.where
    place = f",line={where.line},col={where.column or 1}" if where.line else ""
    head = f"file={_escaped(where.file, _PROPERTY)}{place},title={problem.code}"
    hint = f"\n{problem.hint}" if problem.hint else ""
    said = _escaped(f"{problem.message}{hint}", _DATA)
    return f"::{_GITHUB[problem.severity]} {head}::{said}"


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    return "".join(escapes.get(letter, letter) for letter in text)


REPORTS: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "sarif": sarif,
}
