"""Rabbit rule: no term of a claim comes out of nowhere.

Nobody pulls a rabbit out of a hat that has none in it: each significant term of a claim should
stand in at least one premise of the step that leads to it. One that does not shows where an
assumption is missing, or where two words are used for one thing. Terms are words less stop words,
cut to their stems. A tool of analysis, off by default: good maps break it often. Works for
English, German and French.

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
    relations:
      - {from: [man], supports: mortal}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.looks import Context, Finding, at_relations
from argmap.critique.rule import Rule
from argmap.critique.terms import quoted, terms
from argmap.critique.text import name
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Relation


def check(relation: Relation, argument_map: ArgumentMap, context: Context) -> Iterator[Finding]:
    """Return findings on terms of targets that stand in no premise of a step."""
    language = context.language
    if language is None:
        return
    target = argument_map.statement_by_id.get(relation.target)
    if target is None:
        return
    given = [argument_map.statement_by_id[premise].text for premise in relation.premises]
    stems = {stem for text in given for stem in terms(text, language)}
    missing = [w for stem, w in terms(target.text, language).items() if stem not in stems]
    if missing:
        occurs = "occurs" if len(missing) == 1 else "occur"
        yield Finding(
            (target.id, relation.id, *relation.premises),
            f"{quoted(missing)} in {name(target)} {occurs} in no premise of this step.",
            "Add the premise that is missing, or use the same words for the same thing.",
        )


RULE = Rule("rabbit-rule", Severity.HINT, (at_relations(check),), default=False)
