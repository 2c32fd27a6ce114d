"""Reasoning in a card: a text holds a whole argument.

Words such as *because* and *therefore* say that one thing is a reason for another. In a map
arrows say that. A card with both the claim and its reason hides the step between them: nobody can
attack the reason, or the step, alone. Make two cards of it.

The fix splits a text of one sentence at the first such word, where clauses keep their word order
(English, French) and what stands on both sides looks like a sentence: not in *only because*, *is
because*, *if … because*, nor inside a quotation. A text that starts with *therefore* and the like
only loses that word: its reason is in another card. In German the verb moves, so the author has
to split. Listed are only
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
from dataclasses import replace

from argmap.critique.language import Language
from argmap.critique.looks import Context, Finding, at_statements
from argmap.critique.mending import Mending
from argmap.critique.rule import Rule
from argmap.critique.text import as_sentence, name, sentences, words
from argmap.errors import Problem, Severity
from argmap.model.argument_map import ArgumentMap, Statement

_FEWEST_WORDS = 2
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))


def check(statement: Statement, _map: ArgumentMap, context: Context) -> Iterator[Finding]:
    """Return findings on texts with a word of reasoning in them."""
    if context.language is None:
        return
    if found := context.language.indicator.search(statement.text):
        yield Finding(
            (statement.id,),
            f"“{found.group()}” in {name(statement)} is reasoning inside a card.",
            "Make two cards of it, the reason below what it supports.",
        )


def fix(mending: Mending, problem: Problem, context: Context) -> bool:
    """Split the card into a claim and its reason."""
    statement = mending.statement_by_id[problem.ids[0]]
    language = context.language
    if language is None or not language.splits or len(sentences(statement.text)) > 1:
        return False
    clauses = _clauses(statement.text, language)
    if clauses is None or any(_is_short(clause) for clause in clauses):
        return False
    claim, *reasons = map(as_sentence, clauses)
    mending.put(replace(statement, text=claim))
    for reason in reasons:
        mending.add_premise(statement.id, reason)
    return True


def _clauses(text: str, language: Language) -> tuple[str, ...] | None:
    """Return the claim, and the reason if there is one; None where it is unclear what they are."""
    found = language.indicator.search(text)
    if found is None:
        return None
    before, after = text[: found.start()], text[found.end() :]
    concludes = found.group("conclusion") is not None
    if not words(before):
        if concludes:
            return (after,)
        reason, _, claim = after.partition(",")
        return (claim, reason) if after.count(",") == 1 else None
    if concludes:
        before, mark = _without_joint(before)
        # “The pool, therefore, closes”: what stands before is no clause.
        if not mark or (mark == "," and after.lstrip().startswith(",")):
            return None
    if not _stands_alone(before, language):
        return None
    return (after, before) if concludes else (before, after)


def _without_joint(before: str) -> tuple[str, str]:
    """Return a clause without the stop, or stop and conjunction, it ends with; and the stop."""
    joint = re.search(r"([,;:—–])\s*(?:and|but|et|mais)?\s*$", before)
    return (before[: joint.start()], joint[1]) if joint else (before, "")


def _stands_alone(clause: str, language: Language) -> bool:
    """Whether what precedes a word of reasoning looks like a sentence of its own."""
    said = [word.lower().replace("’", "'") for word in words(clause)]
    if not said or language.dependent.intersection(said) or said[-1] in language.unfinished:
        return False
    paired = all(clause.count(opening) == clause.count(closing) for opening, closing in _PAIRS)
    return paired and clause.count('"') % 2 == 0


def _is_short(clause: str) -> bool:
    """Whether a clause is too short for a sentence, or only names something: because of it."""
    return len(words(clause)) < _FEWEST_WORDS or clause.split(maxsplit=1)[0].lower() in {"of", "de"}


RULE = Rule("reasoning-in-card", Severity.WARNING, (at_statements(check),), fix)
