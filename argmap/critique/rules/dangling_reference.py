"""Dangling reference: a text starts with a word that points elsewhere.

*This*, *it* or *they* at the start of a card points at another card, and which one that is
depends on how the map is drawn. A statement should be understood alone, also where it is used a
second time. Say what is meant. An *it* that points at what follows (*it is right that …*) is
fine. Works for English, German and French.

Good:

    statements:
      - {id: cost, text: Opening on Sundays is too dear.}

Bad:

    statements:
      - {id: cost, text: This is too dear.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.critique.language import Language
from argmap.critique.looks import Context, Finding, at_statements
from argmap.critique.rule import Rule
from argmap.critique.text import name, words
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Statement


def check(statement: Statement, _map: ArgumentMap, context: Context) -> Iterator[Finding]:
    """Return findings on texts whose first word points out of the card."""
    if context.language is None:
        return
    if word := _pointing(statement.text.lstrip(), context.language):
        yield Finding(
            (statement.id,),
            f"“{word}” at the start of {name(statement)} points out of the card.",
            "Say what is meant, so that the card can be understood alone.",
        )


def _pointing(text: str, language: Language) -> str:
    first = (words(text) or [""])[0]
    if re.split("['’-]", first.lower())[0] not in language.pointing:  # also “it's”, “celui-ci”
        return ""
    fine = re.match(language.not_pointing, text[:1].lower() + text[1:])
    return "" if fine else first


RULE = Rule("dangling-reference", Severity.HINT, (at_statements(check),))
