"""Edits of what somebody holds: the author's own judgements, or a viewpoint's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from argmap.model.argument_map import ArgumentMap, Viewpoint
from argmap.model.edits.edit import put, set_fields
from argmap.model.ids import new_id
from argmap.model.kinds import RESERVED_VIEWPOINTS, Judgement

Judgements = Mapping[str, Judgement | None]
"""By statement or relation id; None leaves open, and a relation can only be rejected."""


def judge(argument_map: ArgumentMap, judgements: Judgements, viewpoint: str = "") -> ArgumentMap:
    """Return the map with items accepted, rejected or open; a rejected relation does not follow.

    The judgements are the author's where no viewpoint is named.
    """
    if not viewpoint:
        for id_, judgement in judgements.items():
            argument_map = _judged_by_author(argument_map, id_, judgement)
        return argument_map
    old = argument_map.viewpoint_by_id[viewpoint]
    said = dict(old.judgements)
    for id_, judgement in judgements.items():
        says_nothing = id_ in argument_map.relation_by_id and judgement is not Judgement.REJECTED
        if judgement is None or says_nothing:
            said.pop(id_, None)
        else:
            said[id_] = judgement
    return put(argument_map, replace(old, judgements=tuple(said.items())))


def add_viewpoint(argument_map: ArgumentMap, title: str) -> ArgumentMap:
    """Return the map with a new viewpoint of that title, which judges nothing yet."""
    taken = argument_map.ids.union(RESERVED_VIEWPOINTS)
    return put(argument_map, Viewpoint(new_id(title, taken, "viewpoint"), title))


def _judged_by_author(
    argument_map: ArgumentMap, id_: str, judgement: Judgement | None
) -> ArgumentMap:
    if id_ in argument_map.relation_by_id:
        return set_fields(argument_map, id_, rejected=judgement is Judgement.REJECTED)
    return set_fields(argument_map, id_, judgement=judgement)
