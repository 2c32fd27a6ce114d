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

from collections.abc import Iterator, Mapping

from argmap.critique.looks import Finding, Together
from argmap.critique.rule import Rule
from argmap.critique.text import name
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Statement

_CITES, _BARE = "cites", "bare"


def check(facts: Mapping[str, str], argument_map: ArgumentMap) -> Iterator[Finding]:
    """Return findings on statements that neither cite nor are implicit, in a map that cites."""
    if _CITES not in facts.values():
        return
    for id_, fact in facts.items():
        if fact == _BARE:
            yield Finding(
                (id_,),
                f"{name(argument_map.statement_by_id[id_])} cites no source, and others do.",
                "Cite where it is said, or mark it as implicit.",
            )


def _fact(statement: Statement, _map: ArgumentMap) -> str:
    if statement.cites:
        return _CITES
    return "" if statement.implicit else _BARE


RULE = Rule("uncited", Severity.HINT, (Together(_fact, check),), default=False)
