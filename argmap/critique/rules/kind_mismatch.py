"""Kind mismatch: a card is called one thing and does another.

A premise supports, a rebuttal attacks, a claim is what the argument is for. A card whose kind
says otherwise is coloured wrongly and misleads the eye. What supports one thing and attacks
another is a rebuttal. A claim that has reasons of its own may support something: it is an
intermediate conclusion. The fix gives the card the kind that follows from its relations.

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
from dataclasses import replace

from argmap.critique.looks import Context, Finding, Reach, at_statements
from argmap.critique.mending import Mending
from argmap.critique.rule import Rule
from argmap.critique.text import name
from argmap.errors import Problem, Severity
from argmap.model.argument_map import ArgumentMap, Statement
from argmap.model.kinds import Kind
from argmap.model.natural_kind import natural_kind


def check(statement: Statement, argument_map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on statements whose kind is not the one that follows from their relations."""
    kind = natural_kind(r.bearing for r in argument_map.relations_of(statement.id))
    concludes = statement.kind is Kind.CLAIM and argument_map.relations_on(statement.id)
    if kind is not statement.kind and not concludes:
        yield Finding(
            (statement.id,),
            f"{name(statement)} is called a {statement.kind}, but it {kind.does}.",
            f"Make it a {kind}.",
        )


def fix(mending: Mending, problem: Problem, _: Context) -> bool:
    """Give the statement the kind that follows from its relations."""
    (id_,) = problem.ids
    kind = natural_kind(relation.bearing for relation in mending.relations_of(id_))
    mending.put(replace(mending.statement_by_id[id_], kind=kind))
    return True


RULE = Rule("kind-mismatch", Severity.HINT, (at_statements(check, Reach.NEXT),), fix)
