"""Which part of a map is in view when some cards are folded, or only one branch is shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.walk import below, outline, roots


@frozen
class InView:
    """The part in view as a map, and per folded card how many statements it hides."""

    argument_map: ArgumentMap
    hidden: Mapping[str, int]


def in_view(argument_map: ArgumentMap, folded: Collection[str], branch: str = "") -> InView:
    """Return what is reachable without going through a folded card, from the branch or all roots.

    A statement that also bears on something unfolded stays in view there.
    """
    branch = branch if argument_map.item(branch) else ""
    if not branch and not any(argument_map.relations_on(id_) for id_ in folded):
        return InView(argument_map, {})
    starts = [branch] if branch else [tree.id for tree in outline(argument_map)]
    seen = _reached(argument_map, starts, folded)
    part = replace(
        argument_map,
        statements=tuple(s for s in argument_map.statements if s.id in seen),
        relations=tuple(r for r in argument_map.relations if r.id in seen and r.target in seen),
    )
    statements = argument_map.statement_by_id.keys()
    counts = {
        id_: len((below(argument_map, [id_]) - seen) & statements)
        for id_ in folded
        if part.item(id_)
    }
    return InView(part, {id_: count for id_, count in counts.items() if count})


def fold_all(argument_map: ArgumentMap) -> frozenset[str]:
    """Return what to fold so that all below the second level is hidden.

    That is everything that something bears on, but for the claims that bear on nothing.
    """
    targets = {relation.target for relation in argument_map.relations}
    return frozenset(targets - {statement.id for statement in roots(argument_map)})


def fold_to(argument_map: ArgumentMap, level: int) -> frozenset[str]:
    """Return what to fold so that of each branch so many levels are in view.

    The first level are the tops of the outline. A step is of the level of its premises, and so is
    what bears on it. Below, everything is folded too, so that opening a card shows one level more.
    """
    folded: set[str] = set()
    waiting = [(tree, 1) for tree in outline(argument_map)]
    while waiting:
        branch, at = waiting.pop()
        if branch.id in argument_map.statement_by_id:
            if at >= level and not branch.reference and argument_map.relations_on(branch.id):
                folded.add(branch.id)
            at += 1
        elif at > level and argument_map.relations_on(branch.id):
            folded.add(branch.id)
        waiting += ((below, at) for below in branch.branches)
    return frozenset(folded)


def unframed(argument_map: ArgumentMap) -> ArgumentMap:
    """Return the map without its groups: where sides answer each other, frames pull them apart."""
    bare = (replace(s, group="") if s.group else s for s in argument_map.statements)
    return replace(argument_map, statements=tuple(bare), groups=())


def _reached(
    argument_map: ArgumentMap, starts: Collection[str], folded: Collection[str]
) -> set[str]:
    seen: set[str] = set()
    waiting = list(starts)
    while waiting:
        id_ = waiting.pop()
        if id_ in seen:
            continue
        seen.add(id_)
        relation = argument_map.relation_by_id.get(id_)
        waiting += relation.premises if relation else ()
        if id_ not in folded:
            waiting += (on.id for on in argument_map.relations_on(id_))
    return seen
