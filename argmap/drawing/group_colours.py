"""Colours for groups that have none of their own, so that grounds of one group are seen as one.

Each outermost group takes the next of a few quiet colours, in the order of the file, and those in
it take that of the group around them. Where there is a single outermost group, nothing is to be
told apart. A theme makes of a colour what shows in it (`Theme.frame`), or a grey.
"""

from __future__ import annotations

from dataclasses import replace

from argmap.drawing.legend import LEGEND
from argmap.model.argument_map import ArgumentMap, Group

COLOURS = ("#4a6fae", "#97529a", "#86701a", "#ad4a6c", "#1f7f8c", "#667a2c")
"""Neither the green of a support, nor the orange of an attack."""


def coloured(argument_map: ArgumentMap) -> ArgumentMap:
    """Return the map with a colour for each group; one that has colours already is the same."""
    known = argument_map.group_by_id
    groups = [group for group in argument_map.groups if group.id != LEGEND.id]
    outermost = [group.id for group in groups if group.parent not in known]
    if all(group.colour for group in groups) or len(outermost) < 2:
        return argument_map
    own = {id_: COLOURS[n % len(COLOURS)] for n, id_ in enumerate(outermost)}
    made = tuple(
        replace(group, colour=_colour(argument_map, group, own)) for group in argument_map.groups
    )
    return replace(argument_map, groups=made)


def _colour(argument_map: ArgumentMap, group: Group, own: dict[str, str]) -> str:
    """Return a group's colour, or that of the nearest group around it that has one."""
    at: Group | None = group
    seen: set[str] = set()
    while at is not None and at.id not in seen:
        if at.colour or at.id in own:
            return at.colour or own[at.id]
        seen.add(at.id)
        at = argument_map.group_by_id.get(at.parent)
    return ""
