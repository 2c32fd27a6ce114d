"""Judged before reasons: a claim is accepted or rejected, and its reasons are not.

Who judges a claim first and looks at the reasons afterwards tends to find the reasons good. Work
from the bottom to the top: judge the premises that nothing supports, and see what the evaluation
makes of the claim. Found are judged statements to which open premises lead.

Good:

    statements:
      - {id: open, text: The pool should open on Sundays.}
      - {id: demand, text: Many residents asked for it., judgement: accepted}
    relations:
      - {from: [demand], supports: open}

Bad:

    statements:
      - {id: open, text: The pool should open on Sundays., judgement: accepted}
      - {id: demand, text: Many residents asked for it.}
    relations:
      - {from: [demand], supports: open}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.looks import Context, Finding, Throughout
from argmap.critique.rule import Rule
from argmap.critique.text import name
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap
from argmap.model.walk import below, has_support


def check(argument_map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on judged statements to which unjudged leaves lead, past no judged one."""
    judged = {s.id for s in argument_map.statements if s.judgement is not None}
    for id_ in argument_map.statement_by_id:
        if id_ not in judged or not argument_map.relations_on(id_):
            continue
        leading = below(argument_map, [id_], judged - {id_})
        unjudged = [s for s in leading & argument_map.statement_by_id.keys() if s not in judged]
        leaves = sorted(leaf for leaf in unjudged if not has_support(argument_map, leaf))
        if leaves:
            statement = argument_map.statement_by_id[id_]
            count = len(leaves)
            which = "one of its reasons is" if count == 1 else f"{count} of its reasons are"
            yield Finding(
                (id_, *leaves),
                f"{name(statement)} is {statement.judgement} before {which} judged.",
                "Judge what leads to it first, and see what follows.",
            )


RULE = Rule("judged-before-reasons", Severity.HINT, (Throughout(check),))
