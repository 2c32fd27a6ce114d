"""Groups that a format cannot hold: which they are, and the map without them."""

from __future__ import annotations

from dataclasses import replace

from argmap.model.argument_map import ArgumentMap, Group
from argmap.model.walk import groups_around


def ungrouped(m: ArgumentMap) -> ArgumentMap:
    """Return the map without groups."""
    return replace(m, groups=(), statements=tuple(replace(s, group="") for s in m.statements))


def group_details(m: ArgumentMap) -> tuple[str, ...]:
    """Return the groups that are more than a title around statements."""
    plain = _plain_groups(m)
    return tuple(g.id for g in m.groups if g not in plain) if m.groups != plain else ()


def _plain_groups(m: ArgumentMap) -> tuple[Group, ...]:
    """Return the groups that hold a statement, in that order, with a title of their own only."""
    used = dict.fromkeys(s.group for s in m.statements if s.group in m.group_by_id)
    by_title: dict[str, Group] = {}
    for id_ in used:
        title = " ".join(m.group_by_id[id_].title.split()) or id_
        by_title.setdefault(title, Group(id_, title))
    return tuple(by_title.values())


def with_plain_groups(m: ArgumentMap) -> ArgumentMap:
    """Return the map with one group for all that share a title, and without empty ones."""
    plain = _plain_groups(m)
    by_title = {group.title: group.id for group in plain}
    new_id = {
        id_: by_title.get(" ".join(group.title.split()) or id_, "")
        for id_, group in m.group_by_id.items()
    }
    statements = tuple(
        replace(s, group=new_id.get(s.group, "")) if s.group else s for s in m.statements
    )
    return replace(m, groups=plain, statements=statements)


def empty_groups(m: ArgumentMap) -> tuple[str, ...]:
    """Return the groups in which no statement is, nor in any group inside."""
    filled = {id_ for statement in m.statements for id_ in groups_around(m, statement.group)}
    return tuple(group.id for group in m.groups if group.id not in filled)


def without_empty_groups(m: ArgumentMap) -> ArgumentMap:
    """Return the map without the groups around nothing."""
    empty = set(empty_groups(m))
    return replace(m, groups=tuple(group for group in m.groups if group.id not in empty))
