"""Quote ambiguous: the words stand in several places, and nothing says which is meant.

Where a text says the same twice, the words before the quote (`prefix`) or behind it (`suffix`) tell
one place from the other. Some of them are enough, as long as they fit one place better than all
others. A longer quote does it as well.

Good:

    statements:
      - id: open
        text: The pool should open.
        cites: [{source: minutes, quote: We agreed., prefix: to be opened.}]
    sources:
      - id: minutes
        title: Minutes of the town council
        text: The park is to be closed. We agreed. The pool is to be opened. We agreed.

Bad:

    statements:
      - id: open
        text: The pool should open.
        cites: [{source: minutes, quote: We agreed.}]
    sources:
      - id: minutes
        title: Minutes of the town council
        text: The park is to be closed. We agreed. The pool is to be opened. We agreed.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.looks import Context, Finding, at_statements
from argmap.critique.quotes import called, quotations, shown, sources_and_texts
from argmap.critique.rule import Rule
from argmap.critique.text import name
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Statement


def check(statement: Statement, argument_map: ArgumentMap, context: Context) -> Iterator[Finding]:
    """Return findings on quotes that stand in several places which fit equally well."""
    for quotation in quotations(statement, argument_map, context):
        if quotation.anchor and quotation.anchor.rivals:
            yield Finding(
                quotation.ids,
                f"“{shown(quotation.cite.quote)}”, which {name(quotation.statement)} quotes, stands"
                f" in {quotation.anchor.rivals + 1} places of {called(quotation.source)}.",
                "Add the words before it as `prefix`, or those behind it as `suffix`.",
            )


RULE = Rule("quote-ambiguous", Severity.HINT, (at_statements(check, hinges_on=sources_and_texts),))
