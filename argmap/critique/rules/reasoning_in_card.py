"""Reasoning in a card: a text holds a whole argument.

Words such as *because* and *therefore* say that one thing is a reason for another. In a map
arrows say that. A card with both the claim and its reason hides the step between them: nobody can
attack the reason, or the step, alone. Make two cards of it.

The fix splits a text of one sentence at the first such word, where clauses keep their word order
(English, French). A text that starts with *therefore* and the like only loses that word: its
reason is in another card. In German the verb moves, so the author has to split. Listed are only
words that hardly ever mean anything else; *since* and *so* are not among them. Works for English,
German and French.

Good:

    statements:
      - {id: close, text: The pool should close on Sundays.}
      - {id: cost, text: Staff cost doubles on Sundays.}
    relations:
      - {from: [cost], supports: close}

Bad:

    statements:
      - {id: close, text: The pool should close on Sundays because staff cost doubles.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.critique.rule import Context, Finding, Rule
from argmap.critique.text import as_sentence, name, sentences, words
from argmap.errors import Problem, Severity
from argmap.model.argument_map import ArgumentMap, Statement
from argmap.model.edit import add_premise, set_fields

_FEWEST_WORDS = 2


def check(argument_map: ArgumentMap, context: Context) -> Iterator[Finding]:
    """Find texts with a word of reasoning in them."""
    if context.language is None:
        return
    for statement in argument_map.statements:
        if found := context.language.indicator.search(statement.text):
            yield Finding(
                (statement.id,),
                f"“{found.group()}” in {name(statement)} is reasoning inside a card",
                "make two cards of it, the reason below what it supports",
            )


def fix(argument_map: ArgumentMap, problem: Problem, context: Context) -> ArgumentMap | None:
    """Split the card into a claim and its reason."""
    statement = argument_map.statement_by_id[problem.ids[0]]
    language = context.language
    found = language.indicator.search(statement.text) if language else None
    if found is None or language is None or not language.splits:
        return None
    if len(sentences(statement.text)) > 1:
        return None
    claim, reason = _parts(statement, found)
    if claim is None:
        return None
    changed = set_fields(argument_map, statement.id, text=claim)
    return changed if reason is None else add_premise(changed, statement.id, reason)


def _parts(statement: Statement, found: re.Match[str]) -> tuple[str | None, str | None]:
    """Give the claim and the reason; no reason if the text has none, no claim if unclear."""
    before = statement.text[: found.start()]
    after = statement.text[found.end() :]
    if not words(before):
        if found.group("conclusion"):
            return _piece(after), None
        reason, comma, claim = after.partition(",")
        return (_piece(claim), _piece(reason)) if comma and _piece(reason) else (None, None)
    before = re.sub(r"[\s,;:—–-]+(?:and|et|but|mais)?\s*$", "", before)
    claim, reason = (after, before) if found.group("conclusion") else (before, after)
    if _piece(claim) is None or _piece(reason) is None:
        return None, None
    return _piece(claim), _piece(reason)


def _piece(text: str) -> str | None:
    """Give a clause as a sentence; None for what is too short to be one."""
    short = len(words(text)) < _FEWEST_WORDS or text.split(maxsplit=1)[0].lower() in {"of", "de"}
    return None if short else as_sentence(text)


RULE = Rule("reasoning-in-card", Severity.WARNING, check, fix)
