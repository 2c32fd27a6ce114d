"""Which part of a map is in view when cards or groups are folded, or only one branch is shown.

A step is not folded: it has no card that could say how much it hides, and what bears on it is of
the level of its premises.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.folded_groups import FoldedGroups, fold_groups, unfolded_for
from argmap.model.walk import all_circle_tops, below, parent_relation, roots, starts, up


@frozen
class InView:
    """The part in view as a map, and per folded card how many statements it hides."""

    argument_map: ArgumentMap
    hidden: Mapping[str, int]
    groups: FoldedGroups

    def shows(self, ids: Collection[str]) -> bool:
        """Whether all of these are in view, by themselves or by what stands for them."""
        standing = self.groups.standing
        here = all(self.argument_map.item(standing.get(id_, id_)) for id_ in ids)
        return here and self.groups.shows(ids)


@frozen
class _Seen:
    of: ArgumentMap
    folded: frozenset[str]
    branch: str
    view: InView


_last: list[_Seen] = []
"""What was asked last: a fold asks three times for the same, which walks over the whole map."""


def in_view(argument_map: ArgumentMap, folded: Collection[str], branch: str = "") -> InView:
    """Return what is reachable without going through a folded card, from the branch or all roots.

    A statement that also bears on something unfolded stays in view there. A folded group is one
    card, and hides nothing but its own.
    """
    asked = frozenset(folded)
    for seen in _last:
        if seen.of is argument_map and (seen.folded, seen.branch) == (asked, branch):
            return seen.view
    view = _in_view(argument_map, asked, branch)
    _last[:] = [_Seen(argument_map, asked, branch, view)]
    return view


def _in_view(argument_map: ArgumentMap, folded: Collection[str], branch: str) -> InView:
    groups = fold_groups(argument_map, folded)
    whole = groups.argument_map
    branch = groups.standing.get(branch, branch)
    branch = branch if whole.item(branch) else ""
    folded = (set(folded) & whole.statement_by_id.keys()) - whole.group_by_id.keys()
    sizes = {card: len(inside) for card, inside in groups.within.items()}
    if not branch and not any(whole.relations_on(id_) for id_ in folded):
        return InView(whole, sizes, groups)
    seen = _reached(whole, [branch], folded, set()) if branch else _seen_of_all(whole, folded)
    part = replace(
        whole,
        statements=tuple(s for s in whole.statements if s.id in seen),
        relations=tuple(r for r in whole.relations if r.id in seen and r.target in seen),
    )
    statements = whole.statement_by_id.keys()
    counts = {
        id_: sum(sizes.get(card, 1) for card in (below(whole, [id_]) - seen) & statements)
        for id_ in folded
        if part.item(id_)
    } | sizes
    hidden = {id_: count for id_, count in counts.items() if count and part.item(id_)}
    return InView(part, hidden, groups)


def opened_for(
    argument_map: ArgumentMap, folded: frozenset[str], ids: Collection[str]
) -> frozenset[str]:
    """Return what is still folded when these are to be seen."""
    for id_ in ids:
        folded -= {*up(argument_map, id_)} - {id_}
    return unfolded_for(argument_map, folded, ids)


def nearest(argument_map: ArgumentMap, shown: ArgumentMap, id_: str) -> str:
    """Return what is shown above a statement or relation, or else the first that is shown."""
    above = (one for one in up(argument_map, id_) if shown.item(one))
    return next(above, next((statement.id for statement in shown.statements), ""))


def fold_all(argument_map: ArgumentMap) -> frozenset[str]:
    """Return what to fold so that all below the second level is hidden.

    See `fold_to`.
    """
    return fold_to(argument_map, 2)


def fold_to(argument_map: ArgumentMap, level: int) -> frozenset[str]:
    """Return what to fold so that of each branch so many levels are in view.

    The first level are the tops of the outline. A step is of the level of its premises, and so is
    what bears on it. Below, everything is folded too, so that opening a card shows one level more.
    """
    open_ = _above(argument_map, level)
    tops = {r.target for r in argument_map.relations} & argument_map.statement_by_id.keys()
    return frozenset(tops - open_)


def _above(argument_map: ArgumentMap, level: int) -> set[str]:
    """Return the statements whose own place in the outline is above a level; looks no deeper."""
    found: set[str] = set()
    relations = argument_map.relation_by_id
    waiting = [(top, 1) for top in starts(argument_map) if level > 1]
    while waiting:
        id_, at = waiting.pop()
        if id_ in found:
            continue
        found.add(id_)
        if step := relations.get(id_):
            waiting += ((one, at) for one in step.premises if _hangs_by(argument_map, one, step))
        elif at + 1 == level:
            continue
        else:
            at += 1
        waiting += ((on.id, at) for on in argument_map.relations_on(id_))
    return found


def _hangs_by(argument_map: ArgumentMap, premise: str, step: Relation) -> bool:
    relation = parent_relation(argument_map, premise)
    return relation is not None and relation.id == step.id


def unframed(argument_map: ArgumentMap) -> ArgumentMap:
    """Return the map without its groups: where sides answer each other, frames pull them apart.

    Those that are folded stay: they are cards.
    """
    bare = tuple(replace(s, group="") if s.group else s for s in argument_map.statements)
    cards = tuple(g for g in argument_map.groups if g.id in argument_map.statement_by_id)
    return replace(argument_map, statements=bare, groups=cards)


def _seen_of_all(argument_map: ArgumentMap, folded: Collection[str]) -> set[str]:
    """Return what is in view from all roots, and from the tops of circles of parents."""
    seen = _reached(argument_map, [root.id for root in roots(argument_map)], folded, set())
    return _reached(argument_map, all_circle_tops(argument_map), folded, seen)


def _reached(
    argument_map: ArgumentMap, starts: Collection[str], folded: Collection[str], seen: set[str]
) -> set[str]:
    """Return what is reached from some ids without going through what is folded, and `seen`."""
    waiting, relations = list(starts), argument_map.relation_by_id
    while waiting:
        id_ = waiting.pop()
        if id_ in seen:
            continue
        seen.add(id_)
        if relation := relations.get(id_):
            waiting += relation.premises
        if id_ not in folded:
            for on in argument_map.relations_on(id_):
                waiting.append(on.id)
    return seen
