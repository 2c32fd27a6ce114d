"""Holding hands: premises of one step share their terms.

A term of a premise that is not in the claim has to be taken up by another premise of the same
step; otherwise nothing ties it to the rest. One that holds no hand shows a missing premise, or
two words for one thing. Terms are words less stop words, cut to their stems. A tool of analysis,
off by default: good maps break it often. Works for English, German and French.

Good:

    statements:
      - {id: mortal, text: Socrates is mortal.}
      - {id: man, text: Socrates is human.}
      - {id: all, text: All humans are mortal.}
    relations:
      - {from: [man, all], supports: mortal}

Bad:

    statements:
      - {id: mortal, text: Socrates is mortal.}
      - {id: man, text: Socrates is human.}
      - {id: all, text: All Greeks are mortal.}
    relations:
      - {from: [man, all], supports: mortal}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.language import Language
from argmap.critique.looks import Context, Finding, at_relations
from argmap.critique.rule import Rule
from argmap.critique.terms import quoted, terms
from argmap.critique.text import name
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Relation, Statement


def check(relation: Relation, argument_map: ArgumentMap, context: Context) -> Iterator[Finding]:
    """Return findings on terms of premises that neither the target nor another premise has."""
    if context.language is None:
        return
    if target := argument_map.statement_by_id.get(relation.target):
        yield from _of_step(argument_map, relation, target, context.language)


def _of_step(
    argument_map: ArgumentMap, relation: Relation, target: Statement, language: Language
) -> Iterator[Finding]:
    found = {
        premise: terms(argument_map.statement_by_id[premise].text, language)
        for premise in relation.premises
    }
    for premise, own in found.items():
        held = {stem for other in found if other != premise for stem in found[other]}
        held |= terms(target.text, language).keys()
        alone = [word for stem, word in own.items() if stem not in held]
        if alone:
            statement = argument_map.statement_by_id[premise]
            occurs = "occurs" if len(alone) == 1 else "occur"
            yield Finding(
                (premise, relation.id, target.id),
                f"{quoted(alone)} in {name(statement)} {occurs} nowhere else in this step.",
                "Add the premise that is missing, or use the same words for the same thing.",
            )


RULE = Rule("holding-hands", Severity.HINT, (at_relations(check),), default=False)
