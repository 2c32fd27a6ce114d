"""Circular: a statement rests on itself.

A chain of reasons that comes back to where it started proves nothing: whoever doubts the claim
doubts the reason for it. The same goes for a reason that only says the claim again in the same
words. The evaluation gives such a circle no force. Find a reason that stands outside it, or take
one of the supports away.

Two statements that attack each other are a dispute and no circle.

Good:

    statements:
      - {id: trust, text: The paper can be trusted.}
      - {id: checked, text: Its reports were checked by others.}
    relations:
      - {from: [checked], supports: trust}

Bad:

    statements:
      - {id: trust, text: The paper can be trusted.}
      - {id: says-so, text: The paper says only what is true.}
    relations:
      - {from: [says-so], supports: trust}
      - {from: [trust], supports: says-so}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.critique.looks import Context, Finding, Throughout, at_relations
from argmap.critique.rule import Rule
from argmap.critique.text import listed, name, normalised
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.circles import leads_back, support_circles
from argmap.model.history.patch import Patch
from argmap.model.kinds import Bearing

_HINT = "Find a reason from outside, or remove one of the supports."


def check(argument_map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on knots of support."""
    for members in support_circles(argument_map):
        names = [name(argument_map.statement_by_id[id_]) for id_ in members]
        if len(names) == 1:
            yield Finding(members, f"{names[0]} is given as a reason for itself.", _HINT)
        else:
            yield Finding(members, f"{listed(names)} rest on one another.", _HINT)


def _restatements(relation: Relation, argument_map: ArgumentMap, _: Context) -> Iterator[Finding]:
    """Return findings on reasons that say again what they support."""
    statements = argument_map.statement_by_id
    target = statements.get(relation.target)
    if target is None or relation.bearing is not Bearing.SUPPORTS:
        return
    said = normalised(target.text)
    for premise in relation.premises:
        same = said and normalised(statements[premise].text) == said
        if same and premise != target.id:
            message = f"{name(target)} is supported by the same words."
            yield Finding((premise, relation.id, target.id), message, _HINT)


def _closes_none(argument_map: ArgumentMap, patch: Patch) -> bool:
    """Whether none of the supports that came closes a circle: a look at what they lead to.

    A support can also come by what it targets, where that was a relation and is a statement now.
    """
    came = [argument_map.relation_by_id.get(change.id) for change in patch.of("relations")]
    for change in patch.of("statements"):
        came += argument_map.relations_on(change.id) if change.before is None else ()
    return not any(relation and leads_back(argument_map, relation) for relation in came)


RULE = Rule(
    "circular", Severity.WARNING, (Throughout(check, _closes_none), at_relations(_restatements))
)
