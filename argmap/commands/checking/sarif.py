"""Problems as SARIF, the format in which code hosts and editors take findings of programs.

Version 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/. Numbers in brackets are its
sections.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import quote

from argmap import __version__
from argmap.critique import RULES, Rule
from argmap.errors import Place, Problem, Severity, in_a_row
from argmap.store.codes import CODES

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def sarif(problems: Sequence[Problem]) -> str:
    """Return the text of a log with one run."""
    described = {rule.code: _described(rule) for rule in RULES}
    read = dict.fromkeys(p.code for p in problems if p.code in CODES)
    described |= {code: _of_the_reader(code) for code in read}
    index = {code: number for number, code in enumerate(described)}
    log = {
        "version": "2.1.0",
        "$schema": _SCHEMA,
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "argmap",
                        "version": __version__,
                        "rules": list(described.values()),
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(problem, index) for problem in problems],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _described(rule: Rule) -> dict[str, object]:
    """Describe a rule (3.49)."""
    return {
        "id": rule.code,
        "shortDescription": {"text": _message(rule.manual.partition("\n")[0])},
        "help": {"text": _message(rule.manual)},
        "defaultConfiguration": {"level": _LEVEL[rule.severity], "enabled": rule.default},
    }


def _of_the_reader(code: str) -> dict[str, object]:
    """Describe a code of what can be wrong with a file."""
    return {"id": code, "shortDescription": {"text": _message(CODES[code])}}


def _result(problem: Problem, index: dict[str, int]) -> dict[str, object]:
    """Describe a problem (3.27); ids of statements and relations are logical places."""
    location: dict[str, object] = {"physicalLocation": _place(problem.where)}
    if problem.ids:
        location["logicalLocations"] = [{"name": id_} for id_ in problem.ids]
    return {
        "ruleId": problem.code,
        "ruleIndex": index[problem.code],
        "level": _LEVEL[problem.severity],
        "message": {"text": _message(in_a_row(problem.message, problem.hint))},
        "locations": [location],
    }


def _message(text: str) -> str:
    """Write a text so that nothing in it is a placeholder (3.11.5) or a link (3.11.6)."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _place(where: Place) -> dict[str, object]:
    """Describe a place (3.29); the file is a URI, relative if its name is."""
    path = PurePath(where.file)
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix())
    place: dict[str, object] = {"artifactLocation": {"uri": uri}}
    if where.line:
        place["region"] = {"startLine": where.line, "startColumn": where.column or 1}
    return place
