"""Support between co-premises: of two linked premises one is a reason for the other.

Linked premises work together: each is needed, and none gives a reason for another. If one of them
does support the other, it belongs one level lower, below the premise that it supports.

Good:

    statements:
      - {id: open, text: The pool should open on Sundays.}
      - {id: demand, text: Residents want it.}
      - {id: petition, text: Two hundred residents signed a petition for it.}
    relations:
      - {from: [demand], supports: open}
      - {from: [petition], supports: demand}

Bad:

    statements:
      - {id: open, text: The pool should open on Sundays.}
      - {id: demand, text: Residents want it.}
      - {id: petition, text: Two hundred residents signed a petition for it.}
    relations:
      - {from: [demand, petition], supports: open}
      - {from: [petition], supports: demand}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.looks import Context, Finding, at_relations
from argmap.critique.rule import Rule
from argmap.critique.text import name
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.kinds import Bearing


def check(step: Relation, argument_map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on supports from one premise of a step to another."""
    statements = argument_map.statement_by_id
    for supported in step.premises if step.linked else ():
        for relation in argument_map.relations_on(supported):
            helpers = [p for p in relation.premises if p in step.premises and p != supported]
            if helpers and relation.bearing is Bearing.SUPPORTS:
                names = name(statements[helpers[0]]), name(statements[supported])
                yield Finding(
                    (relation.id, *helpers, supported, step.id),
                    f"{names[0]} supports {names[1]}, with which it is linked.",
                    "Take it out of the linked premises; it stays as a reason below.",
                )


RULE = Rule("support-between-co-premises", Severity.WARNING, (at_relations(check),))
