"""Duplicate text: two statements say the same.

A thing that is said once can be judged once, and carries all that rests on it. Two cards with the
same words can be judged differently by mistake. Make them one statement that bears on both
places. Case, spaces and the full stop make no difference.

The fix merges them into the first: it takes over their relations, cites, tags and notes. Where
they differ in what they are judged to be, or in a text that only one of them can have, or where
one leads to another, so that both together would argue in a circle, the author has to decide
first.

Good:

    statements:
      - {id: open, text: The pool should open on Sundays.}
      - {id: late, text: The pool should stay open late.}
      - {id: demand, text: Many residents asked for it.}
    relations:
      - {from: [demand], supports: open}
      - {from: [demand], supports: late}

Bad:

    statements:
      - {id: open, text: The pool should open on Sundays.}
      - {id: late, text: The pool should stay open late.}
      - {id: demand, text: Many residents asked for it.}
      - {id: asked, text: many residents asked for it}
    relations:
      - {from: [demand], supports: open}
      - {from: [asked], supports: late}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.critique.looks import Context, Finding, Together
from argmap.critique.mending import Mending
from argmap.critique.merging import merge
from argmap.critique.rule import Rule
from argmap.critique.text import name, normalised
from argmap.errors import Problem, Severity
from argmap.model.argument_map import ArgumentMap, Statement


def check(said: Mapping[str, str], argument_map: ArgumentMap) -> Iterator[Finding]:
    """Return findings on statements with the same words."""
    same: dict[str, list[str]] = {}
    for id_, words in said.items():
        same.setdefault(words, []).append(id_)
    for ids in same.values():
        if len(ids) > 1:
            yield Finding(
                tuple(ids),
                f"{name(argument_map.statement_by_id[ids[0]])} is said by {len(ids)} statements.",
                "Make them one statement that bears on several targets.",
            )


def _said(statement: Statement, _map: ArgumentMap) -> str:
    return normalised(statement.text)


def fix(mending: Mending, problem: Problem, _: Context) -> bool:
    """Merge the statements into the first of them."""
    return merge(mending, problem.ids)


RULE = Rule("duplicate-text", Severity.WARNING, (Together(_said, check),), fix)
