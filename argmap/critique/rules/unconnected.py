"""Unconnected: a statement has nothing to do with the rest.

A card that bears on nothing, and on which nothing bears, plays no part in the argument. Link it,
or delete it. A map of a single card is only just begun, and fine.

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
      - {id: tiles, text: The pool has blue tiles.}
    relations:
      - {from: [demand], supports: open}
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from argmap.critique.looks import Context, Finding, Reach, at_statements
from argmap.critique.rule import Rule, Way
from argmap.critique.text import name
from argmap.errors import Problem, Severity
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap, Statement
from argmap.model.edits import edit, removal
from argmap.model.kinds import Bearing


def check(statement: Statement, argument_map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on statements without any relation."""
    id_ = statement.id
    connected = argument_map.relations_of(id_) or argument_map.relations_on(id_)
    if not connected and not _alone(argument_map, _):
        yield Finding(
            (id_,),
            f"{name(statement)} is connected to nothing.",
            "Link it to what it bears on, or delete it.",
        )


def _alone(argument_map: ArgumentMap, _: Context) -> bool:
    """Whether there is nothing that a statement could be connected to."""
    return len(argument_map.statements) < 2


def ways(argument_map: ArgumentMap, problem: Problem) -> Iterator[Way]:
    """Return what can become of the statement: a reason for or against the main claim, or nothing.

    The main claim is the first on which something bears; what the kind says comes first.
    """
    (id_,) = problem.ids
    others = [s for s in walk.roots(argument_map) or argument_map.statements if s.id != id_]
    for target in sorted(others, key=lambda s: not argument_map.relations_on(s.id))[:1]:
        usual = edit.usual_bearing(argument_map, id_, target.id)
        for bearing in sorted(Bearing, key=lambda each: each is not usual):
            said = f"Make it a {bearing.kind} of {name(target)}"
            yield Way(said, partial(edit.link, argument_map, id_, target.id, bearing))
    yield Way("Delete it", partial(removal.delete_cards, argument_map, [id_]))


RULE = Rule("unconnected", Severity.HINT, (at_statements(check, Reach.NEXT, _alone),), ways=ways)
