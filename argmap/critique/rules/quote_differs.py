"""Quote differs: the text says it in other words or letters.

Whoever looks a quote up expects the very words. White space, quotation marks, hyphens, case and
ligatures may differ, and nothing tells; mark what you leave out with `…`, and what you put in with
brackets. Where anything else differs, up to a quarter of the letters, the message shows how, with
the quote's words as `[-…-]` and the text's as `{+…+}`. The fix takes over the words of the text.

Good:

    statements:
      - id: open
        text: The council values the pool.
        cites: [{source: minutes, quote: the “heart” and soul of our town}]
    sources:
      - id: minutes
        title: Minutes of the town council
        text: The mayor called the pool the 'heart' and soul of our town.

Bad:

    statements:
      - id: open
        text: The council values the pool.
        cites: [{source: minutes, quote: the hart and the soul of our town}]
    sources:
      - id: minutes
        title: Minutes of the town council
        text: The mayor called the pool the heart and soul of our town.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from argmap.critique.looks import Context, Finding, at_statements
from argmap.critique.mending import Mending
from argmap.critique.quotes import Cited, Quotation, called, quotations, sources_and_texts
from argmap.critique.rule import Rule
from argmap.critique.text import name
from argmap.errors import Problem, Severity
from argmap.model.argument_map import ArgumentMap, Statement
from argmap.texts.anchoring import Anchor, Match
from argmap.texts.wording import corrected, difference, passage


def check(statement: Statement, argument_map: ArgumentMap, context: Context) -> Iterator[Finding]:
    """Return findings on quotes that a passage of their source comes near."""
    for quotation, anchor in _differing(statement, argument_map, context):
        yield _finding(quotation, anchor)


def fix(mending: Mending, problem: Problem, context: Context) -> bool:
    """Put the words of the text in place of the quote's."""
    statement = mending.statement_by_id[problem.ids[0]]
    for quotation, anchor in _differing(statement, mending, context):
        if _finding(quotation, anchor).message == problem.message:
            words = corrected(quotation.cite.quote, quotation.text, anchor)
            if words is None:
                return False
            old = quotation.cite
            new = replace(old, quote=words)
            cites = tuple(new if cite == old else cite for cite in statement.cites)
            mending.put(replace(statement, cites=cites))
            return True
    return False


def _differing(
    statement: Statement, cited: Cited, context: Context
) -> Iterator[tuple[Quotation, Anchor]]:
    for quotation in quotations(statement, cited, context):
        if quotation.anchor and quotation.anchor.match is Match.SIMILAR:
            yield quotation, quotation.anchor


def _finding(quotation: Quotation, anchor: Anchor) -> Finding:
    difference_ = difference(quotation.cite.quote, passage(quotation.text, anchor))
    place = quotation.text.place(anchor.start)
    return Finding(
        quotation.ids,
        f"{name(quotation.statement)} quotes {called(quotation.source)} ({place}) otherwise than it"
        f" stands there: “{difference_}”.",
        "Take over the words of the text, or mark with `…` and `[…]` what you changed.",
    )


RULE = Rule(
    "quote-differs", Severity.WARNING, (at_statements(check, hinges_on=sources_and_texts),), fix
)
