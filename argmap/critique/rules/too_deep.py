"""Too deep: a chain of reasons is longer than six cards.

Long chains are hard to follow, and each step may fail. Often the lower part is an argument of its
own, which makes a map of its own; or steps are so small that they can be taken together. The card
at which a branch gets too deep is named. Off by default.

Good:

    statements:
      - {id: open, text: The pool should open on Sundays.}
      - {id: p1, text: Many residents asked for it.}
    relations:
      - {from: [p1], supports: open}

Bad:

    statements:
      - {id: open, text: The pool should open on Sundays.}
      - {id: p1, text: Reason number 1 speaks for the one before.}
      - {id: p2, text: Reason number 2 speaks for the one before.}
      - {id: p3, text: Reason number 3 speaks for the one before.}
      - {id: p4, text: Reason number 4 speaks for the one before.}
      - {id: p5, text: Reason number 5 speaks for the one before.}
      - {id: p6, text: Reason number 6 speaks for the one before.}
    relations:
      - {from: [p1], supports: open}
      - {from: [p2], supports: p1}
      - {from: [p3], supports: p2}
      - {from: [p4], supports: p3}
      - {from: [p5], supports: p4}
      - {from: [p6], supports: p5}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.looks import Context, Finding, Throughout
from argmap.critique.rule import Rule
from argmap.critique.text import name
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap
from argmap.model.walk import outline

MOST = 6


def check(argument_map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on the statements at which branches of the outline become too deep."""
    waiting = [(branch, 1) for branch in reversed(outline(argument_map))]
    while waiting:
        branch, level = waiting.pop()
        statement = argument_map.statement_by_id.get(branch.id)
        if statement is not None and level > MOST:
            if not branch.reference:
                yield Finding(
                    (branch.id,),
                    f"{name(statement)} is {level} cards deep.",
                    "Combine steps, or make the lower part a map of its own.",
                )
            continue
        below = level + (statement is not None)
        waiting += ((child, below) for child in reversed(branch.branches))


RULE = Rule("too-deep", Severity.HINT, (Throughout(check),), default=False)
