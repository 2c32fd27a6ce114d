"""Too long: a card takes more than a breath to read.

A card of more than 25 words usually says several things, or says one with more detail than the
argument needs; more than 40 words get a warning. Shorten it, split it, or move the detail into
the note. Scripts that put no space between words are not counted.

Good:

    statements:
      - {id: cost, text: Staff cost doubles on Sundays.}

Bad:

    statements:
      - id: cost
        text: >-
          Staff cost, which as everybody who has ever looked at the books of the pool knows is by
          far the largest part of what the pool costs the town, doubles on Sundays.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.looks import Context, Finding, at_statements
from argmap.critique.rule import Rule
from argmap.critique.text import has_countable_words, name, words
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Statement

HINT_ABOVE = 25
WARNING_ABOVE = 40


def check(statement: Statement, _map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on texts of many words."""
    count = len(words(statement.text))
    if count > HINT_ABOVE and has_countable_words(statement.text):
        yield Finding(
            (statement.id,),
            f"{name(statement)} has {count} words.",
            f"Say it in {HINT_ABOVE} words, or make several cards of it.",
            Severity.WARNING if count > WARNING_ABOVE else None,
        )


RULE = Rule("too-long", Severity.HINT, (at_statements(check),))
