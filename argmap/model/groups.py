"""Groups: which statements lie in one, and in which one something lies."""

from __future__ import annotations

from argmap.model.argument_map import ArgumentMap
from argmap.model.walk import below


def members(argument_map: ArgumentMap, group: str) -> tuple[str, ...]:
    """Return the statements in a group or in one inside it, in the order of the file."""
    inside = {group}
    grew = True
    while grew:
        more = {g.id for g in argument_map.groups if g.parent in inside} - inside
        inside |= more
        grew = bool(more)
    return tuple(s.id for s in argument_map.statements if s.group in inside)


def groups_around(argument_map: ArgumentMap, statement: str) -> tuple[str, ...]:
    """Return the groups that a statement is in, innermost first."""
    known = argument_map.statement_by_id.get(statement)
    around: list[str] = []
    at = known.group if known else ""
    while at in argument_map.group_by_id and at not in around:
        around.append(at)
        at = argument_map.group_by_id[at].parent
    return tuple(around)


def group_at(argument_map: ArgumentMap, id_: str) -> str:
    """Return the group of a statement, or of a relation's first premise; "" for none."""
    relation = argument_map.relation_by_id.get(id_)
    statement = argument_map.statement_by_id.get(relation.premises[0] if relation else id_)
    return statement.group if statement else ""


def with_branch(argument_map: ArgumentMap, statement: str) -> tuple[str, ...]:
    """Return a statement and what hangs below it in the same group: they stay together."""
    group = group_at(argument_map, statement)
    branch = below(argument_map, [statement])
    return tuple(s.id for s in argument_map.statements if s.id in branch and s.group == group)
