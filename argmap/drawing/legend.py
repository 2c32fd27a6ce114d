"""What the signs in a picture mean: a small map, drawn like any other.

Its ids hold a colon, which no id in a file can, so they never clash with the map's own.
"""

from __future__ import annotations

from dataclasses import replace

from argmap.model.argument_map import ArgumentMap, Group, Relation, Statement
from argmap.model.kinds import Bearing, Kind

LEGEND = Group("legend:", title="Legend")
"""Of it, only the title is drawn."""
GROUPS = "legend:groups"
"""The card that lists the groups of the map."""


def _said(id_: str, kind: Kind, text: str, *, implicit: bool = False) -> Statement:
    return Statement(f"legend:{id_}", text, kind, implicit=implicit, group=LEGEND.id)


def _tie(id_: str, premises: tuple[str, ...], bearing: Bearing, target: str) -> Relation:
    tied = tuple(f"legend:{premise}" for premise in premises)
    return Relation(f"legend:{id_}", tied, bearing, f"legend:{target}")


_STATEMENTS = (
    _said("claim", Kind.CLAIM, "What is claimed"),
    _said("reason", Kind.PREMISE, "supports it"),
    _said("linked", Kind.PREMISE, "support it only together"),
    _said("unstated", Kind.PREMISE, "not said, but needed", implicit=True),
    _said("rebuttal", Kind.REBUTTAL, "speaks against it"),
    _said("undercut", Kind.REBUTTAL, "speaks against the step"),
)
_RELATIONS = (
    _tie("supports", ("reason",), Bearing.SUPPORTS, "claim"),
    _tie("together", ("linked", "unstated"), Bearing.SUPPORTS, "claim"),
    _tie("undercuts", ("undercut",), Bearing.ATTACKS, "together"),
    _tie("attacks", ("rebuttal",), Bearing.ATTACKS, "claim"),
)


def with_legend(argument_map: ArgumentMap) -> ArgumentMap:
    """Return the map with a legend after everything else; its groups are listed last."""
    listed = "\n".join(group.name for group in listed_groups(argument_map))
    groups = (Statement(GROUPS, listed),) if listed else ()
    return replace(
        argument_map,
        statements=argument_map.statements + _STATEMENTS + groups,
        relations=argument_map.relations + _RELATIONS,
        groups=(*argument_map.groups, LEGEND),
    )


def list_tied(argument_map: ArgumentMap) -> ArgumentMap:
    """Return the map as it is placed: the list of groups hangs on the legend, to stay there.

    The relation has a place then, but is not in the map that is drawn.
    """
    if GROUPS not in argument_map.statement_by_id:
        return argument_map
    tie = _tie("lists", ("groups",), Bearing.ATTACKS, "claim")
    return replace(argument_map, relations=(*argument_map.relations, tie))


def listed_groups(argument_map: ArgumentMap) -> tuple[Group, ...]:
    """Return the groups that can be seen in a map: those that hold a card, or are one."""
    seen = {statement.group for statement in argument_map.statements}
    seen |= {group.parent for group in argument_map.groups if group.id in seen}
    cards = argument_map.statement_by_id
    return tuple(
        group
        for group in argument_map.groups
        if group.id != LEGEND.id and (group.id in seen or group.id in cards)
    )
