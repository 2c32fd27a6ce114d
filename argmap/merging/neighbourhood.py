"""What stands around something in a map: enough of it to see where a thing belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.model.argument_map import ArgumentMap

MOST = 6
"""Cards that can be taken in at a glance."""


def neighbours(argument_map: ArgumentMap, id_: str) -> tuple[str, ...]:
    """Return the ids of the statements around an item, itself included, the closest first.

    Around a statement are what it bears on, what it is linked with, and what bears on it; a group,
    a source or a viewpoint has those that name it. There are none around what is not there.
    """
    return tuple(dict.fromkeys(_around(argument_map, id_)))[:MOST]


def named_by(argument_map: ArgumentMap, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the statements around several items, each once."""
    found = (near for id_ in ids for near in neighbours(argument_map, id_))
    return tuple(dict.fromkeys(found))[:MOST]


def _around(argument_map: ArgumentMap, id_: str) -> Iterator[str]:
    if id_ in argument_map.relation_by_id:
        yield from _of_step(argument_map, id_)
        for above in argument_map.relations_on(id_):
            yield from above.premises
        return
    if id_ in argument_map.statement_by_id:
        yield id_
        for step in argument_map.relations_of(id_):
            yield from _of_step(argument_map, step.id)
        for step in argument_map.relations_on(id_):
            yield from step.premises
        return
    yield from _members(argument_map, id_)


def _of_step(argument_map: ArgumentMap, id_: str) -> Iterator[str]:
    """Return the premises of a step and the statements that it ends at, step by step."""
    seen: set[str] = set()
    while id_ in argument_map.relation_by_id and id_ not in seen:
        seen.add(id_)
        step = argument_map.relation_by_id[id_]
        yield from step.premises
        id_ = step.target
    if id_ in argument_map.statement_by_id:
        yield id_


def _members(argument_map: ArgumentMap, id_: str) -> Iterator[str]:
    for statement in argument_map.statements:
        if statement.group == id_ or any(cite.source == id_ for cite in statement.cites):
            yield statement.id
    viewpoint = argument_map.viewpoint_by_id.get(id_)
    for judged, _ in viewpoint.judgements if viewpoint else ():
        if judged in argument_map.relation_by_id:
            yield from argument_map.relation_by_id[judged].premises
        elif judged in argument_map.statement_by_id:
            yield judged
