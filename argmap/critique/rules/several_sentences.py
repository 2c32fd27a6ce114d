"""Several sentences: a card says more than one thing.

A card with two sentences cannot be judged: which of them is accepted? Make a card of each, linked
if they support their target only together. Abbreviations and initials end no sentence.

Good:

    statements:
      - {id: cost, text: Staff cost doubles on Sundays.}
      - {id: heating, text: The heating runs at a loss on Sundays.}

Bad:

    statements:
      - {id: cost, text: Staff cost doubles on Sundays. The heating runs at a loss.}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.looks import Context, Finding, at_statements
from argmap.critique.rule import Rule
from argmap.critique.text import name, sentences
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Statement


def check(statement: Statement, _map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on texts of more than one sentence."""
    count = len(sentences(statement.text))
    if count > 1:
        yield Finding(
            (statement.id,),
            f"{name(statement)} is {count} sentences.",
            "Make a card of each, linked if they only work together.",
        )


RULE = Rule("several-sentences", Severity.WARNING, (at_statements(check),))
