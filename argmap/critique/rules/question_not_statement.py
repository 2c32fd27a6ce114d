"""Question, not statement: a card asks instead of saying something.

What bears on something, or is argued for, has to be true or false. A question is neither. Say
what you take the answer to be; the question itself makes a good title for the map.

Good:

    statements:
      - {id: open, text: The pool should open on Sundays.}

Bad:

    statements:
      - {id: open, text: Should the pool open on Sundays?}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.looks import Context, Finding, at_statements
from argmap.critique.rule import Rule
from argmap.critique.text import ends_with, name
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Statement

# Latin, Chinese, Arabic and Ethiopic question marks, and the Greek one.
_MARKS = "?？؟፧\u037e"


def check(statement: Statement, _map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on texts that end with a question mark."""
    if ends_with(statement.text.rstrip("! "), _MARKS):
        yield Finding(
            (statement.id,),
            f"{name(statement)} is a question.",
            "Say what you take the answer to be.",
        )


RULE = Rule("question-not-statement", Severity.WARNING, (at_statements(check),))
