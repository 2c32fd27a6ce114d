"""Quote not found: the words do not stand in the text that is cited.

A quote is looked for in the text of its source (`text`, or `file` beside the map). Nothing is told
where white space, quotation marks, hyphens, case or ligatures differ. `…` or `[…]` stands for what
was left out, `[word]` for what the quoting hand put in. Found are quotes that differ from every
passage by more than a quarter of their letters. Copy the words from the text, or cite another. A
source of which the map has no text is not checked.

Good:

    statements:
      - id: open
        text: The council values the pool.
        cites: [{source: minutes, quote: the heart … of our town}]
    sources:
      - id: minutes
        title: Minutes of the town council
        text: The mayor called the pool the heart and soul of our town.

Bad:

    statements:
      - id: open
        text: The council values the pool.
        cites: [{source: minutes, quote: the best of all places}]
    sources:
      - id: minutes
        title: Minutes of the town council
        text: The mayor called the pool the heart and soul of our town.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.looks import Context, Finding, at_statements
from argmap.critique.quotes import Quotation, called, quotations, shown, sources_and_texts
from argmap.critique.rule import Rule
from argmap.critique.text import name
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Statement
from argmap.texts.anchoring import anchor


def check(statement: Statement, argument_map: ArgumentMap, context: Context) -> Iterator[Finding]:
    """Return findings on quotes that no passage of their source comes near."""
    for quotation in quotations(statement, argument_map, context):
        if quotation.anchor is None:
            yield Finding(
                quotation.ids,
                f"“{shown(quotation.cite.quote)}”, which {name(quotation.statement)} quotes, does"
                f" not stand in {called(quotation.source)}.",
                _hint(argument_map, context, quotation),
            )


def _hint(argument_map: ArgumentMap, context: Context, quotation: Quotation) -> str:
    for source in argument_map.sources:
        text = context.texts(source).text
        if source != quotation.source and text and anchor(text, quotation.cite):
            return f"It stands in {called(source)}: write `source: {source.id}`."
    return "Copy the words from the text, or cite the source that has them."


RULE = Rule("quote-not-found", Severity.ERROR, (at_statements(check, hinges_on=sources_and_texts),))
