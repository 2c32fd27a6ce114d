"""Kind mismatch: a card is called one thing and does another.

A premise supports, a rebuttal attacks, a claim is what the argument is for. A card whose kind
says otherwise is coloured wrongly and misleads the eye. A claim that has reasons of its own may
support something: it is an intermediate conclusion. The fix gives the card the kind that all its
relations agree on.

Good:

    statements:
      - {id: open, kind: claim, text: The pool should open on Sundays.}
      - {id: cost, kind: rebuttal, text: Staff cost doubles on Sundays.}
    relations:
      - {from: [cost], attacks: open}

Bad:

    statements:
      - {id: open, kind: claim, text: The pool should open on Sundays.}
      - {id: cost, kind: premise, text: Staff cost doubles on Sundays.}
    relations:
      - {from: [cost], attacks: open}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.rule import Context, Finding, Rule
from argmap.critique.text import name
from argmap.errors import Problem, Severity
from argmap.model.argument_map import ArgumentMap
from argmap.model.edit import set_fields
from argmap.model.following import natural_kinds
from argmap.model.kinds import Kind

_DOES = {
    Kind.CLAIM: "bears on nothing",
    Kind.PREMISE: "only supports",
    Kind.REBUTTAL: "only attacks",
}


def check(argument_map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Find statements whose kind is not the one that all their relations agree on."""
    natural = natural_kinds(argument_map, argument_map.statement_by_id.keys())
    for statement in argument_map.statements:
        kind = natural[statement.id]
        concludes = statement.kind is Kind.CLAIM and argument_map.relations_on(statement.id)
        if kind is not None and kind is not statement.kind and not concludes:
            yield Finding(
                (statement.id,),
                f"{name(statement)} is called a {statement.kind} and {_DOES[kind]}",
                f"make it a {kind}",
            )


def fix(argument_map: ArgumentMap, problem: Problem, _: Context) -> ArgumentMap | None:
    """Return the statement the kind that its relations agree on."""
    (id_,) = problem.ids
    kind = natural_kinds(argument_map, {id_})[id_]
    return None if kind is None else set_fields(argument_map, id_, kind=kind)


RULE = Rule("kind-mismatch", Severity.HINT, check, fix)
