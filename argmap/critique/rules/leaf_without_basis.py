"""Leaf without basis: nothing says why a premise should be believed.

Where a chain of reasons ends, something else has to carry it: an observation, a statistic, a law,
an expert, or an assumption that is marked as one. Set the card's `basis`, or cite a source. Off
by default, since it asks much of a first draft.

Good:

    statements:
      - {id: open, text: The pool should open on Sundays.}
      - {id: demand, text: Many residents asked for it., basis: document}
    relations:
      - {from: [demand], supports: open}

Bad:

    statements:
      - {id: open, text: The pool should open on Sundays.}
      - {id: demand, text: Many residents asked for it.}
    relations:
      - {from: [demand], supports: open}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.looks import Context, Finding, Reach, at_statements
from argmap.critique.rule import Rule
from argmap.critique.text import name
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Statement
from argmap.model.walk import has_support


def check(statement: Statement, argument_map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on premises and rebuttals without support, basis or cite."""
    supported = has_support(argument_map, statement.id)
    carried = supported or statement.basis or statement.cites
    if argument_map.relations_of(statement.id) and not carried:
        yield Finding(
            (statement.id,),
            f"Nothing says what {name(statement)} rests on.",
            "Set its basis (assumption is one), cite a source, or add a reason.",
        )


RULE = Rule("leaf-without-basis", Severity.HINT, (at_statements(check, Reach.NEXT),), default=False)
