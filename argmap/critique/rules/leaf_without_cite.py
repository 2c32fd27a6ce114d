"""Leaf without cite: a reason says not where it stands, while those beside it do.

In a map of a text the reasons for a card come from the text, and say where (`cites`). One that does
not is likely an assumption which the text leaves unsaid: mark it as unstated (`implicit: true`), or
cite the passage. Found are reasons without a basis on which nothing bears, where every other such
reason beside them cites a source.

Good:

    statements:
      - {id: open, text: The pool should open on Sundays.}
      - {id: demand, text: Many residents asked for it., cites: [{source: petition}]}
      - {id: enough, text: What many want should be done., implicit: true}
    relations:
      - {from: [demand, enough], supports: open}
    sources:
      - {id: petition, title: Petition to the town council}

Bad:

    statements:
      - {id: open, text: The pool should open on Sundays.}
      - {id: demand, text: Many residents asked for it., cites: [{source: petition}]}
      - {id: enough, text: What many want should be done.}
    relations:
      - {from: [demand, enough], supports: open}
    sources:
      - {id: petition, title: Petition to the town council}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.looks import Context, Finding, at_targets
from argmap.critique.rule import Rule
from argmap.critique.text import name
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Relation, Statement


def check(target: Statement | Relation, argument_map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on the one leaf of several on a target that cites nothing."""
    leaves = _leaves(argument_map, target.id)
    without = [leaf for leaf in leaves if not leaf.cites]
    if len(leaves) > 1 and len(without) == 1:
        yield Finding(
            (without[0].id,),
            f"{name(without[0])} cites no source, and the reasons beside it do.",
            "Mark it as unstated with `implicit: true`, or cite where it is said.",
        )


def _leaves(argument_map: ArgumentMap, target: str) -> list[Statement]:
    """Return the premises of a target on which nothing bears, and that are to come from a text."""
    ids = dict.fromkeys(p for r in argument_map.relations_on(target) for p in r.premises)
    statements = [argument_map.statement_by_id[id_] for id_ in ids]
    return [
        statement
        for statement in statements
        if not argument_map.relations_on(statement.id)
        and not statement.implicit
        and (statement.cites or statement.basis is None)
    ]


RULE = Rule("leaf-without-cite", Severity.HINT, (at_targets(check),))
