"""Whose judgements count: the author's, a viewpoint's, nobody's, or those that all share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from argmap.errors import ArgmapError
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import RESERVED_VIEWPOINTS, Judgement, Open, Ties

AUTHOR, DEBATE, COMMON_GROUND = RESERVED_VIEWPOINTS

Option = TypeVar("Option", Open, Ties)


@frozen
class Stance:
    """Judgements by statement or relation id (of relations only rejections), and two options."""

    judgements: Mapping[str, Judgement]
    open: Open = Open.UNDECIDED
    ties: Ties = Ties.UNDECIDED


def viewpoint_ids(argument_map: ArgumentMap) -> tuple[str, ...]:
    """Return the names under which this map can be evaluated."""
    return (*RESERVED_VIEWPOINTS, *argument_map.viewpoint_by_id)


def stance(
    argument_map: ArgumentMap,
    viewpoint: str | None = None,
    open: Open | str | None = None,
    ties: Ties | str | None = None,
) -> Stance:
    """Return the stance of a viewpoint; options that are given win over the viewpoint's own.

    Raises ArgmapError for a viewpoint or an option that does not exist.
    """
    own = _own(argument_map, viewpoint or AUTHOR)
    return Stance(
        {id_: j for id_, j in own.judgements.items() if _can_be(argument_map, id_, j)},
        own.open if open is None else _option(Open, "open", open),
        own.ties if ties is None else _option(Ties, "ties", ties),
    )


def _own(argument_map: ArgumentMap, viewpoint: str) -> Stance:
    if viewpoint == AUTHOR:
        return Stance(_of_author(argument_map))
    if viewpoint == DEBATE:
        return Stance({}, Open.PRESUMED)
    if viewpoint == COMMON_GROUND:
        return Stance(_shared(argument_map))
    found = argument_map.viewpoint_by_id.get(viewpoint)
    if found is None:
        known = ", ".join(viewpoint_ids(argument_map))
        raise ArgmapError(
            f"The map has no viewpoint “{viewpoint}”.", f"The viewpoints are: {known}."
        )
    return Stance(
        dict(found.judgements), found.open or Open.UNDECIDED, found.ties or Ties.UNDECIDED
    )


def _of_author(argument_map: ArgumentMap) -> dict[str, Judgement]:
    judged = {s.id: s.judgement for s in argument_map.statements if s.judgement is not None}
    return judged | {r.id: Judgement.REJECTED for r in argument_map.relations if r.rejected}


def _shared(argument_map: ArgumentMap) -> dict[str, Judgement]:
    others = [dict(viewpoint.judgements) for viewpoint in argument_map.viewpoints]
    return {
        id_: judgement
        for id_, judgement in _of_author(argument_map).items()
        if all(other.get(id_) is judgement for other in others)
    }


def _can_be(argument_map: ArgumentMap, id_: str, judgement: Judgement) -> bool:
    """Whether the judgement says anything: a relation can only be judged rejected."""
    if id_ in argument_map.relation_by_id:
        return judgement is Judgement.REJECTED
    return id_ in argument_map.statement_by_id


def _option(kind: type[Option], name: str, value: str) -> Option:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(kind)
        raise ArgmapError(
            f"“{value}” is not a value of “{name}”.", f"The values are: {known}."
        ) from None
