"""Circles that neither side had: each hung one thing below the other.

What goes round in a circle of support, or of groups, or hangs by itself because both moved it, has
lost its hold in the picture. What theirs moved is taken back and stands among the conflicts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from argmap.merging.fields import TARGET
from argmap.merging.merge_state import MergeState
from argmap.merging.references import Reference, take_back
from argmap.model.argument_map import ArgumentMap, Group, Relation
from argmap.model.circles import strong_components
from argmap.model.kinds import Bearing

Knot = frozenset[str]


def settle_circles(draft: MergeState) -> None:
    """Take back what theirs added to a circle that neither side had, until there is none."""
    while _untie_relations(draft) or _untie_groups(draft):
        pass


def _untie_relations(draft: MergeState) -> bool:
    if not (_relates(draft.ours, draft.base) and _relates(draft.theirs, draft.base)):
        return False  # what one side alone did, it had before
    relations = [r for r in draft.items["relations"].values() if isinstance(r, Relation)]
    knots = _relation_knots(draft.base, relations)
    known = [
        knot
        for side in (draft.ours, draft.theirs)
        for knot in (_relation_knots(draft.base, side.relations) if knots else ())
    ]
    tied = frozenset().union(*_new(knots, known)) | _on_themselves(draft, relations)
    turned = [_turn_back(draft, relation) for relation in relations if relation.id in tied]
    return any(turned)


def _relates(side: ArgumentMap, base: ArgumentMap) -> bool:
    """Whether a side relates anything otherwise than before."""
    return _ends(side) != _ends(base)


def _ends(argument_map: ArgumentMap) -> set[tuple[object, ...]]:
    return {(r.id, r.premises, r.bearing, r.target) for r in argument_map.relations}


def _on_themselves(draft: MergeState, relations: Iterable[Relation]) -> Knot:
    """Return the relations of which one side made a premise what the other made the target."""
    return frozenset(
        r.id
        for r in relations
        if r.target in r.premises
        and not any(
            old and old.target in old.premises
            for old in (draft.ours.relation_by_id.get(r.id), draft.theirs.relation_by_id.get(r.id))
        )
    )


def _turn_back(draft: MergeState, relation: Relation) -> bool:
    """Let a relation relate what it relates in ours; whether theirs had changed that."""
    ours = draft.ours.relation_by_id.get(relation.id)
    if ours is None or (ours.target, ours.bearing) != (relation.target, relation.bearing):
        take_back(draft, "relations", relation.id, Reference(TARGET, "", ()))
        return True
    if ours.premises != relation.premises:
        take_back(draft, "relations", relation.id, Reference("from", "", ()))
        return True
    return False


def _relation_knots(base: ArgumentMap, relations: Iterable[Relation]) -> list[Knot]:
    """Return what goes round by supports, or by relations that relate other things than before.

    Relations that bear on one another in a circle hang by nothing, whatever they do.
    """
    following: defaultdict[str, list[str]] = defaultdict(list)
    relations = list(relations)
    ids = {relation.id for relation in relations}
    for relation in relations:
        if relation.target in ids:
            following[relation.id].append(relation.target)
        before = base.relation_by_id.get(relation.id)
        moved = before and (before.premises, before.target) != (relation.premises, relation.target)
        if moved or relation.bearing is Bearing.SUPPORTS:
            following[relation.id].append(relation.target)
            for premise in relation.premises:
                following[premise].append(relation.id)
    return _knots(following)


def _untie_groups(draft: MergeState) -> bool:
    groups = [g for g in draft.items["groups"].values() if isinstance(g, Group)]
    known = [k for side in (draft.ours, draft.theirs) for k in _group_knots(side.groups)]
    for knot in _new(_group_knots(groups), known):
        for group in groups:
            ours = draft.ours.group_by_id.get(group.id)
            if group.id in knot and (ours is None or ours.parent != group.parent):
                take_back(draft, "groups", group.id, Reference("parent", group.parent, ()))
                return True
    return False


def _group_knots(groups: Sequence[Group]) -> list[Knot]:
    return _knots({group.id: [group.parent] for group in groups if group.parent})


def _knots(following: dict[str, list[str]]) -> list[Knot]:
    parts = strong_components(list(following), lambda node: following.get(node, ()))
    return [
        frozenset(part) for part in parts if len(part) > 1 or part[0] in following.get(part[0], ())
    ]


def _new(knots: Iterable[Knot], known: Sequence[Knot]) -> list[Knot]:
    return [knot for knot in knots if not any(knot <= old for old in known)]
