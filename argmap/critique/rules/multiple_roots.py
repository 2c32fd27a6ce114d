"""Multiple roots: a map argues for more than one thing.

A reader wants to know what the map is about, and that is its one conclusion. With several of them
it may be several maps, or a step that ties them together is missing. Statements that are tied to
nothing at all are another rule, `unconnected`.

Good:

    statements:
      - {id: open, text: The pool should open on Sundays.}
      - {id: demand, text: Many residents asked for it.}
    relations:
      - {from: [demand], supports: open}

Bad:

    statements:
      - {id: open, text: The pool should open on Sundays.}
      - {id: demand, text: Many residents asked for it.}
      - {id: library, text: The library should open on Sundays.}
      - {id: students, text: Students have no other place to work.}
    relations:
      - {from: [demand], supports: open}
      - {from: [students], supports: library}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.critique.looks import Finding, Together
from argmap.critique.rule import Rule
from argmap.critique.text import name
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Statement


def check(tops: Mapping[str, str], argument_map: ArgumentMap) -> Iterator[Finding]:
    """Return findings on maps with several conclusions."""
    if len(tops) > 1:
        first = argument_map.statement_by_id[next(iter(tops))]
        yield Finding(
            tuple(tops),
            f"The map has {len(tops)} conclusions, of which {name(first)} is the first.",
            "Connect them, or make a map of each.",
        )


def _top(statement: Statement, argument_map: ArgumentMap) -> str:
    bears = argument_map.relations_of(statement.id)
    return "conclusion" if not bears and argument_map.relations_on(statement.id) else ""


RULE = Rule("multiple-roots", Severity.HINT, (Together(_top, check),))
