"""Too short: a card is a catchword, not a statement.

*Cost* is a topic; *staff cost doubles on Sundays* can be true or false. One full sentence is good
style. Cards of fewer than three words are found; scripts that put no space between words are not
counted.

Good:

    statements:
      - {id: cost, text: Staff cost doubles on Sundays.}

Bad:

    statements:
      - {id: cost, text: Cost.}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.looks import Context, Finding, at_statements
from argmap.critique.rule import Rule
from argmap.critique.text import has_countable_words, name, words
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Statement

FEWEST = 3


def check(statement: Statement, _map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on texts of very few words."""
    if len(words(statement.text)) < FEWEST and has_countable_words(statement.text):
        yield Finding(
            (statement.id,),
            f"{name(statement)} is hardly a sentence.",
            "Say in a full sentence what is claimed.",
        )


RULE = Rule("too-short", Severity.HINT, (at_statements(check),))
