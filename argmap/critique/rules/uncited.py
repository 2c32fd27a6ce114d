"""Uncited: in a map of texts, a card says not where it stands.

A map of what others wrote cites them. A card that cites nothing is then either an assumption that
the writer left unsaid, and should be marked `implicit`, or its source is missing. Found only
where other cards of the map do cite. Off by default.

Good:

    statements:
      - {id: open, text: The pool should open on Sundays., cites: [{source: minutes}]}
      - {id: enough, text: What many want should be done., implicit: true}
    relations:
      - {from: [enough], supports: open}
    sources:
      - {id: minutes, title: Minutes of the town council}

Bad:

    statements:
      - {id: open, text: The pool should open on Sundays., cites: [{source: minutes}]}
      - {id: enough, text: What many want should be done.}
    relations:
      - {from: [enough], supports: open}
    sources:
      - {id: minutes, title: Minutes of the town council}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.rule import Context, Finding, Rule
from argmap.critique.text import name
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap


def check(argument_map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on statements that neither cite nor are implicit, in a map that cites."""
    if not any(statement.cites for statement in argument_map.statements):
        return
    for statement in argument_map.statements:
        if not statement.cites and not statement.implicit:
            yield Finding(
                (statement.id,),
                f"{name(statement)} cites no source, and others do.",
                "Cite where it is said, or mark it as implicit.",
            )


RULE = Rule("uncited", Severity.HINT, check, default=False)
