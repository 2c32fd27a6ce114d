"""What a map refers to, and whether it is there.

Premises and targets of a map's relations always exist. What else names an id, a `group`, a
citation's `source`, a group's `parent`, a viewpoint's judgement, may name nothing: the value is
kept, and a problem says so. The window asks this after every edit, the reader after reading.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator

from argmap.errors import Problem, Severity, in_a_row
from argmap.model.argument_map import (
    GONE,
    SECTIONS,
    ArgumentMap,
    Conflict,
    Relation,
    Viewpoint,
)
from argmap.model.ids import unused_id
from argmap.model.kinds import Bearing, Judgement


def relation_id(
    premises: Iterable[str], bearing: Bearing, target: str, taken: Collection[str]
) -> str:
    """Return an id for a relation that has none in the file, unlike all that are taken."""
    return unused_id(f"{'+'.join(premises)}--{bearing}--{target}", taken)


def attached_relations(
    relations: Iterable[Relation], statements: Container[str]
) -> tuple[Relation, ...]:
    """Return the relations from which a chain of targets leads to one of the statements."""
    given = tuple(relations)
    onto: dict[str, list[str]] = {}
    for relation in given:
        onto.setdefault(relation.target, []).append(relation.id)
    waiting = [r.id for r in given if r.target in statements]
    attached = set(waiting)
    while waiting:
        found = [id_ for id_ in onto.get(waiting.pop(), ()) if id_ not in attached]
        attached.update(found)
        waiting += found
    return tuple(r for r in given if r.id in attached)


def structural(argument_map: ArgumentMap) -> tuple[Problem, ...]:
    """Find all that is wrong with the structure of a map: names of nothing, unsettled conflicts."""
    return (*dangling(argument_map), *map(unsettled, argument_map.conflicts))


def unsettled(conflict: Conflict) -> Problem:
    """Say what two sides of a merge did not agree on."""
    what = f"“{conflict.id}”" if conflict.id else "the map"
    whole = conflict.key in SECTIONS
    if whole and conflict.ours is GONE:
        message = f"Theirs holds {what}, which ours deleted or never had."
    elif whole and conflict.theirs is GONE:
        message = f"Ours changed {what}, which theirs deleted."
    elif whole:
        message = f"Both sides added {what}, and mean different things by it."
    else:
        message = f"The two sides gave “{conflict.key}” of {what} different values."
    return Problem(
        "conflict",
        Severity.ERROR,
        in_a_row("A merge could not settle this.", message),
        "Write what is to stand, and remove the entry from `conflicts`.",
        ids=(conflict.id,) if conflict.id else (),
    )


def dangling(argument_map: ArgumentMap) -> tuple[Problem, ...]:
    """Return problems for names of what is not there; their first id is the item with the name."""
    return (
        *_groups(argument_map),
        *_sources(argument_map),
        *_parents(argument_map),
        *_circles(argument_map),
        *(p for viewpoint in argument_map.viewpoints for p in _judged(viewpoint, argument_map)),
    )


def named(argument_map: ArgumentMap) -> Iterator[str]:
    """Return the ids that items name, whether anything has them or not."""
    for statement in argument_map.statements:
        yield statement.group
        yield from (cite.source for cite in statement.cites)
    yield from (group.parent for group in argument_map.groups)
    for viewpoint in argument_map.viewpoints:
        yield from (id_ for id_, _ in viewpoint.judgements)


def _groups(argument_map: ArgumentMap) -> Iterator[Problem]:
    for statement in argument_map.statements:
        if statement.group and statement.group not in argument_map.group_by_id:
            yield _unknown("group", statement.group, statement.id, "groups")


def _sources(argument_map: ArgumentMap) -> Iterator[Problem]:
    for statement in argument_map.statements:
        for cite in statement.cites:
            if cite.source not in argument_map.source_by_id:
                yield _unknown("source", cite.source, statement.id, "sources")


def _parents(argument_map: ArgumentMap) -> Iterator[Problem]:
    for group in argument_map.groups:
        if group.parent and group.parent not in argument_map.group_by_id:
            yield _unknown("group", group.parent, group.id, "groups")


def _circles(argument_map: ArgumentMap) -> Iterator[Problem]:
    """Return a problem for each circle of groups that lie in one another."""
    settled: set[str] = set()
    for group in argument_map.groups:
        path: dict[str, None] = {}
        at = group.id
        while at in argument_map.group_by_id and at not in settled and at not in path:
            path[at] = None
            at = argument_map.group_by_id[at].parent
        if at in path:
            circle = list(path)[list(path).index(at) :]
            yield Problem(
                "group-circle",
                Severity.ERROR,
                f"Groups lie in one another in a circle: {', '.join(circle)}.",
                "Remove the `parent` of one of them.",
                ids=tuple(circle),
            )
        settled.update(path)


def _judged(viewpoint: Viewpoint, argument_map: ArgumentMap) -> Iterator[Problem]:
    for id_, judgement in viewpoint.judgements:
        if argument_map.item(id_) is None:
            yield _unknown("statement or relation", id_, viewpoint.id, "statements")
        elif id_ in argument_map.relation_by_id and judgement is not Judgement.REJECTED:
            yield Problem(
                "bad-value",
                Severity.ERROR,
                f"The relation “{id_}” can only be judged rejected: it does not follow.",
                "Judge its premises instead, or remove the judgement.",
                ids=(viewpoint.id, id_),
            )


def _unknown(what: str, id_: str, holder: str, section: str) -> Problem:
    return Problem(
        "unknown-id",
        Severity.ERROR,
        f"“{holder}” names the {what} “{id_}”, which is not in the map.",
        f"Add it to `{section}`, or name another.",
        ids=(holder, id_),
    )
