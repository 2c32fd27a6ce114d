"""Too many siblings: more than seven things bear on one card.

Nobody weighs eight reasons at once, and they are rarely all on one level: some are reasons for
others. Group them under intermediate claims. Off by default.

Good:

    statements:
      - {id: open, text: The pool should open on Sundays.}
      - {id: p1, text: Many residents asked for it.}
    relations:
      - {from: [p1], supports: open}

Bad:

    statements:
      - {id: open, text: The pool should open on Sundays.}
      - {id: p1, text: Reason number 1 speaks for it.}
      - {id: p2, text: Reason number 2 speaks for it.}
      - {id: p3, text: Reason number 3 speaks for it.}
      - {id: p4, text: Reason number 4 speaks for it.}
      - {id: p5, text: Reason number 5 speaks for it.}
      - {id: p6, text: Reason number 6 speaks for it.}
      - {id: p7, text: Reason number 7 speaks for it.}
      - {id: p8, text: Reason number 8 speaks for it.}
    relations:
      - {from: [p1], supports: open}
      - {from: [p2], supports: open}
      - {from: [p3], supports: open}
      - {from: [p4], supports: open}
      - {from: [p5], supports: open}
      - {from: [p6], supports: open}
      - {from: [p7], supports: open}
      - {from: [p8], supports: open}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.looks import Context, Finding, Reach, at_statements
from argmap.critique.rule import Rule
from argmap.critique.text import name
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Statement

MOST = 7


def check(statement: Statement, argument_map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on statements on which many relations bear."""
    on = argument_map.relations_on(statement.id)
    if len(on) > MOST:
        yield Finding(
            (statement.id, *(relation.id for relation in on)),
            f"{name(statement)} has {len(on)} reasons and objections.",
            "Group them under intermediate claims.",
        )


RULE = Rule("too-many-siblings", Severity.HINT, (at_statements(check, Reach.NEXT),), default=False)
