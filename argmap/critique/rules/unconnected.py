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

from argmap.critique.rule import Context, Finding, Rule
from argmap.critique.text import name
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap
from argmap.model.walk import roots


def check(argument_map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on statements without any relation."""
    if len(argument_map.statements) < 2:
        return
    for root in roots(argument_map):
        if not argument_map.relations_on(root.id):
            yield Finding(
                (root.id,),
                f"{name(root)} is connected to nothing.",
                "Link it to what it bears on, or delete it.",
            )


RULE = Rule("unconnected", Severity.HINT, check)
