"""A map as branches: under each statement the relations on it, each hanging in one place.

A statement stands as a premise of the first relation, breadth first in the order of the file, that
it belongs to. Whatever else it bears on shows it again, without what bears on it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Relation


@frozen
class Branch:
    """A statement with some of the relations on it, in reading order: usually all of them."""

    head: str
    relations: tuple[Relation, ...]


@frozen
class Branches:
    """Where everything in a map hangs."""

    argument_map: ArgumentMap
    roots: tuple[Branch, ...]
    home: Mapping[str, str]
    """The relation in which a statement stands; a root has none."""
    reach: Mapping[str, int]
    """How many relations hang below a statement or relation, on every level."""

    def below(self, id_: str) -> tuple[Relation, ...]:
        """Return the relations on a statement or relation."""
        return self.argument_map.relations_on(id_)

    def with_sides(self, relations: Iterable[Relation]) -> list[Relation]:
        """Return relations with those on them, and so on: they cannot be drawn apart."""
        found: dict[str, Relation] = {}
        waiting = deque(relations)
        while waiting:
            relation = waiting.popleft()
            if relation.id not in found:
                found[relation.id] = relation
                waiting.extend(self.below(relation.id))
        return list(found.values())

    def standing_in(self, relations: Iterable[Relation]) -> list[str]:
        """Return the statements that stand in relations, in reading order."""
        return [p for r in relations for p in dict.fromkeys(r.premises) if self.home.get(p) == r.id]

    def whole(self, branch: Branch) -> list[Relation]:
        """Return all relations of a branch, on every level."""
        found: list[Relation] = []
        level: list[Relation] = list(branch.relations)
        while level:
            level = self.with_sides(level)
            found += level
            level = [r for id_ in self.standing_in(level) for r in self.below(id_)]
        return found


def branches(argument_map: ArgumentMap) -> Branches:
    """Return the branches of a map: of what bears on nothing, then of what only goes round."""
    bearing = {premise for relation in argument_map.relations for premise in relation.premises}
    tops = [s.id for s in argument_map.statements if s.id not in bearing]
    starts = (*tops, *argument_map.statement_by_id, *argument_map.relation_by_id)
    met: dict[str, str] = {}
    roots = []
    for id_ in starts:
        if id_ not in met:
            start = _turning(argument_map, id_)
            roots.append(start)
            _walk(argument_map, start, met)
    return Branches(
        argument_map,
        tuple(_branch(argument_map, root) for root in roots),
        {id_: home for id_, home in met.items() if home and id_ in argument_map.statement_by_id},
        _reach(met),
    )


def _branch(argument_map: ArgumentMap, root: str) -> Branch:
    """Return the branch of a root; a relation that only bears on itself hangs on its target."""
    relation = argument_map.relation_by_id.get(root)
    if relation is not None:
        return Branch(relation.premises[0], (relation,))
    return Branch(root, argument_map.relations_on(root))


def _turning(argument_map: ArgumentMap, id_: str) -> str:
    """Return a relation of the circle that a relation leads into; of a statement, itself."""
    seen: set[str] = set()
    while id_ in argument_map.relation_by_id and id_ not in seen:
        seen.add(id_)
        id_ = argument_map.relation_by_id[id_].target
    return id_


def _walk(argument_map: ArgumentMap, start: str, met: dict[str, str]) -> None:
    """Note of everything below a start, breadth first, what it hangs on."""
    met[start] = ""
    waiting = deque([start])
    while waiting:
        at = waiting.popleft()
        relation = argument_map.relation_by_id.get(at)
        below = relation.premises if relation else ()
        for id_ in (*below, *(r.id for r in argument_map.relations_on(at))):
            if id_ not in met:
                met[id_] = at
                waiting.append(id_)


def _reach(met: dict[str, str]) -> dict[str, int]:
    """Return how many things hang below each; who is met later is never above."""
    reach = dict.fromkeys(met, 0)
    for id_ in reversed(met):
        if met[id_]:
            reach[met[id_]] += reach[id_] + 1
    return reach
