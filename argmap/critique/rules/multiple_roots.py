"""Multiple roots: a map argues for more than one thing.

A reader wants to know what the map is about, and that is its one conclusion. With several of them
it may be several maps, or a step that ties them together is missing. Statements that are tied to
nothing at all are another rule, `unconnected`.

Good:

    statements:
      - {id: open, text: The pool should open on Sundays.}
      - {id: demand, text: Many residents asked for it.}
    relations:
      - {from: [demand], supports: open}

Bad:

    statements:
      - {id: open, text: The pool should open on Sundays.}
      - {id: demand, text: Many residents asked for it.}
      - {id: library, text: The library should open on Sundays.}
      - {id: students, text: Students have no other place to work.}
    relations:
      - {from: [demand], supports: open}
      - {from: [students], supports: library}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.rule import Context, Finding, Rule
from argmap.critique.text import name
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap
from argmap.model.walk import roots


def check(argument_map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on maps with several conclusions."""
    tops = [root for root in roots(argument_map) if argument_map.relations_on(root.id)]
    if len(tops) > 1:
        yield Finding(
            tuple(top.id for top in tops),
            f"The map has {len(tops)} conclusions, of which {name(tops[0])} is the first.",
            "Connect them, or make a map of each.",
        )


RULE = Rule("multiple-roots", Severity.HINT, check)
