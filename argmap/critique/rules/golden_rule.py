"""Golden rule: an argument has at least two premises.

From one premise alone hardly anything follows: something that links it with the claim is taken
for granted. Writing it down, marked as implicit, shows what an opponent can deny. A tool of
analysis, off by default.

Good:

    statements:
      - {id: mortal, text: Socrates is mortal.}
      - {id: man, text: Socrates is human.}
      - {id: all, text: All humans are mortal., implicit: true}
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
from argmap.critique.text import name
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Relation


def check(relation: Relation, argument_map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on steps with a single premise."""
    if not relation.linked:
        premise = argument_map.statement_by_id[relation.premises[0]]
        yield Finding(
            (relation.id, premise.id),
            f"Beside {name(premise)}, something that goes without saying is missing.",
            "Add the assumption that links it with its target, and mark it as implicit.",
        )


RULE = Rule("golden-rule", Severity.HINT, (at_relations(check),), default=False)
