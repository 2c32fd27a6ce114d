"""What holds a map together: ids that name something.

Relations are sound by construction: the reader keeps an unsound one out of the map, and no edit
makes one. Looser references (a group, a cited source, a judged id) may name what is not there,
because nothing of a map fails without them; they are told as problems.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from argmap.errors import Problem, Severity
from argmap.model.argument_map import ArgumentMap
from argmap.model.ids import unlike
from argmap.model.kinds import Bearing


def relation_id(
    premises: Sequence[str], bearing: Bearing, target: str, taken: Collection[str]
) -> str:
    """Give the id of a relation that has none in the file: `a+b--supports--c`, `-2` on a clash."""
    return unlike(f"{'+'.join(premises)}--{bearing}--{target}", taken)


def unsound(argument_map: ArgumentMap, id_: str) -> str:
    """Say in a sentence what keeps the relation of that id from standing; empty if nothing does."""
    relation = argument_map.relation_by_id[id_]
    if not relation.premises:
        return f"The relation “{id_}” has no premise."
    unknown = [p for p in relation.premises if p not in argument_map.statement_by_id]
    if argument_map.item(relation.target) is None:
        unknown.append(relation.target)
    if unknown:
        return f"The relation “{id_}” names “{unknown[0]}”, which is not there."
    return f"The relation “{id_}” targets itself." if relation.target == id_ else ""


def dangling(argument_map: ArgumentMap) -> tuple[Problem, ...]:
    """Give a problem for each id that is named outside relations and is not there.

    `ids` of a problem are the item that names and the id that is missing.
    """
    return tuple(
        Problem(
            "unknown-id",
            Severity.ERROR,
            f"“{item}” names the {what} “{missing}”, which is not there.",
            f"Add it, or take it out of “{item}”.",
            ids=(item, missing),
        )
        for item, what, missing in _loose_ends(argument_map)
    )


def _loose_ends(argument_map: ArgumentMap) -> Iterator[tuple[str, str, str]]:
    """Give (item, what it names, id) for all that is missing, in the order of the file."""
    sources, groups = argument_map.source_by_id, argument_map.group_by_id
    for statement in argument_map.statements:
        if statement.group and statement.group not in groups:
            yield statement.id, "group", statement.group
        for missing in dict.fromkeys(c.source for c in statement.cites if c.source not in sources):
            yield statement.id, "source", missing
    for group in argument_map.groups:
        if group.parent and group.parent not in groups:
            yield group.id, "group", group.parent
    for viewpoint in argument_map.viewpoints:
        for judged, _ in viewpoint.judgements:
            if argument_map.item(judged) is None:
                yield viewpoint.id, "statement or relation", judged
