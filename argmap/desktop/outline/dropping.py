"""What dropping a row of the outline somewhere means for the map.

Rows below a statement are relations on it, each with one row; the first rows below a step are its
premises; rows at the top are roots. A place among rows is said by the row that comes next.
"""

from __future__ import annotations

from argmap.model import walk
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import rearrange
from argmap.model.walk import Branch


def movable(argument_map: ArgumentMap, branch: Branch) -> bool:
    """Whether a row can be dragged: not where only a part of a linked step is referred to."""
    return not branch.reference or _handle(argument_map, branch) == branch.via


def may_drop(dragged: Branch, parent: Branch | None) -> bool:
    """Whether a row may lie below another, or at the top: only statements stand alone."""
    return parent is not None or not (dragged.reference or _is_step(dragged))


def drop(
    argument_map: ArgumentMap,
    dragged: Branch,
    home: Branch | None,
    parent: Branch | None,
    before: Branch | None = None,
) -> ArgumentMap:
    """Move a row from below `home` to below `parent`, in front of `before` or at the end.

    A statement in front of a linked premise is linked with it; behind what bears on a step, or on
    its row, it bears on the step too.
    """
    handle = _handle(argument_map, dragged)
    follower = _handle(argument_map, before) if before else ""
    if home is parent:
        return _placed(argument_map, handle, follower)
    if parent is None:
        return _at_the_top(argument_map, dragged.id, follower)
    on = [r.id for r in argument_map.relations_on(parent.id) if r.id != handle]
    at = on.index(follower) if follower in on else None
    if dragged.reference or _is_step(dragged):
        return rearrange.move_relation(argument_map, dragged.via, parent.id, at)
    step = argument_map.relation_by_id.get(parent.id)
    if step and follower in step.premises:
        linked = rearrange.move_onto(argument_map, dragged.id, step.id)
        return _placed(linked, dragged.id, follower)
    return rearrange.reparent(argument_map, dragged.id, parent.id, at=at)


def _handle(argument_map: ArgumentMap, branch: Branch) -> str:
    """Return the id that stands for a row among its siblings: relation, linked premise, or root."""
    relation = argument_map.relation_by_id.get(branch.via)
    if relation is None or (relation.linked and not _is_step(branch)):
        return branch.id
    return relation.id


def _is_step(branch: Branch) -> bool:
    return branch.id == branch.via


def _placed(argument_map: ArgumentMap, handle: str, follower: str) -> ArgumentMap:
    row = rearrange.siblings(argument_map, handle)
    if handle not in row:
        return argument_map
    at = row.index(handle)
    to = row.index(follower) if follower in row else len(row)
    return rearrange.move_sibling(argument_map, handle, to - at - (to > at))


def _at_the_top(argument_map: ArgumentMap, statement: str, follower: str) -> ArgumentMap:
    loose = rearrange.make_root(argument_map, statement)
    if walk.parent_relation(loose, statement):
        return loose
    return _placed(loose, statement, follower)
