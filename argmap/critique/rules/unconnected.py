"""Unconnected: a statement has nothing to do with the rest.

A card that bears on nothing, and on which nothing bears, plays no part in the argument. Link it,
or delete it. A map of a single card is only just begun, and fine.

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
      - {id: tiles, text: The pool has blue tiles.}
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


def check(statement: Statement, argument_map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on statements without any relation."""
    id_ = statement.id
    connected = argument_map.relations_of(id_) or argument_map.relations_on(id_)
    if not connected and not _alone(argument_map, _):
        yield Finding(
            (id_,),
            f"{name(statement)} is connected to nothing.",
            "Link it to what it bears on, or delete it.",
        )


def _alone(argument_map: ArgumentMap, _: Context) -> bool:
    """Whether there is nothing that a statement could be connected to."""
    return len(argument_map.statements) < 2


RULE = Rule("unconnected", Severity.HINT, (at_statements(check, Reach.NEXT, _alone),))
