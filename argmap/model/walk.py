"""Ways through a map, which is no tree.

A statement may bear on several targets, and arguments may run in circles. For everything that
needs a tree (the outline, promoting a card, folding) a card's parent is the target of its first
relation in the order of the file; where else it bears on something is shown as a reference.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import partial
from typing import Protocol

from argmap.frozen import frozen, slotted
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing


def parent_relation(argument_map: ArgumentMap, statement: str) -> Relation | None:
    """Return the first relation that the statement is a premise of."""
    relations = argument_map.relations_of(statement)
    return relations[0] if relations else None


def parent(argument_map: ArgumentMap, id_: str) -> str | None:
    """Return what a statement or relation hangs by: a statement's parent, a relation's target."""
    relation = argument_map.relation_by_id.get(id_) or parent_relation(argument_map, id_)
    return relation.target if relation else None


def up(argument_map: ArgumentMap, id_: str) -> Iterator[str]:
    """Return a statement or relation, its parent, and so on, once round a circle at the most."""
    seen: set[str] = set()
    at: str | None = id_
    while at is not None and at not in seen:
        seen.add(at)
        yield at
        at = parent(argument_map, at)


def roots(argument_map: ArgumentMap) -> tuple[Statement, ...]:
    """Return the statements that bear on nothing, in the order of the file."""
    return tuple(s for s in argument_map.statements if not argument_map.relations_of(s.id))


def has_support(argument_map: ArgumentMap, id_: str) -> bool:
    """Whether anything supports a statement or relation."""
    return any(r.bearing is Bearing.SUPPORTS for r in argument_map.relations_on(id_))


def starts(argument_map: ArgumentMap) -> tuple[str, ...]:
    """Return the tops of the outline, to which every statement leads: roots, then circles."""
    found = (statement.id for statement in roots(argument_map))
    return (*found, *all_circle_tops(argument_map))


def circle_tops(argument_map: ArgumentMap, ids: Iterable[str]) -> list[str]:
    """Return one id of each circle of parents that some of the ids lead to by their parents.

    It is the first statement of the circle in the order of the file, or where relations target
    one another in a circle, the first relation.
    """
    return _circle_tops(argument_map, ids, partial(parent, argument_map))


_last_tops: list[tuple[ArgumentMap, list[str]]] = []
"""What was found last: folding all asks twice for the same, each a walk over the whole map."""


def all_circle_tops(argument_map: ArgumentMap) -> list[str]:
    """Return what `circle_tops` does of all ids, sooner."""
    for of, tops in _last_tops:
        if of is argument_map:
            return tops
    relations = argument_map.relations
    parents = {one: by.target for by in reversed(relations) for one in by.premises}
    parents |= {relation.id: relation.target for relation in relations}
    everything = (*argument_map.statement_by_id, *argument_map.relation_by_id)
    found = _circle_tops(argument_map, everything, parents.get)
    _last_tops[:] = [(argument_map, found)]
    return found


def _circle_tops(
    argument_map: ArgumentMap, ids: Iterable[str], parent_of: Callable[[str], str | None]
) -> list[str]:
    circles: list[list[str]] = []
    settled: set[str] = set()
    for id_ in ids:
        path: dict[str, None] = {}
        at: str | None = id_
        while at is not None and at not in settled and at not in path:
            path[at] = None
            at = parent_of(at)
        if at in path:
            climbed = list(path)
            circles.append(climbed[climbed.index(at) :])
        settled.update(path)
    if not circles:
        return []
    everything = (*argument_map.statement_by_id, *argument_map.relation_by_id)
    order = {id_: index for index, id_ in enumerate(everything)}
    return sorted((min(circle, key=order.__getitem__) for circle in circles), key=order.__getitem__)


class Steps(Protocol):
    """What bears on what: in a map, or in one that is being changed."""

    @property
    def relation_by_id(self) -> Mapping[str, Relation]:
        """Relations by id."""

    def relations_on(self, target: str) -> tuple[Relation, ...]:
        """Return what bears on a statement or relation."""


def below(
    argument_map: Steps, tops: Iterable[str], barred: Container[str] = frozenset()
) -> set[str]:
    """Return all ids (statements and relations) that lead to the tops, and the tops.

    Barred ids are not entered, so what leads there only through them is not found.
    """
    seen: set[str] = set()
    waiting, relations = list(tops), argument_map.relation_by_id
    while waiting:
        id_ = waiting.pop()
        if id_ in seen or id_ in barred:
            continue
        seen.add(id_)
        if relation := relations.get(id_):
            waiting += relation.premises
        for on in argument_map.relations_on(id_):
            waiting.append(on.id)
    return seen


@frozen
class Branch:
    """A row of the outline with what hangs below it.

    `id` is a statement's or, for a step of its own, a relation's. `via` is the relation by which
    a statement hangs there. A reference stands for a statement whose own place is elsewhere.
    """

    id: str
    via: str = ""
    branches: tuple[Branch, ...] = ()
    reference: bool = False

    def walk(self) -> Iterator[Branch]:
        """Return this branch and all below it, in reading order."""
        waiting = [self]
        while waiting:
            branch = waiting.pop()
            yield branch
            waiting += reversed(branch.branches)


def is_step(argument_map: ArgumentMap, relation: Relation) -> bool:
    """Whether a relation has a row of its own: linked, or with something bearing on it."""
    return relation.linked or bool(argument_map.relations_on(relation.id))


def outline(argument_map: ArgumentMap) -> tuple[Branch, ...]:
    """Return the map as trees: every statement once in its own place, else as a reference.

    Works without recursion, so a chain of ten thousand premises is no problem.
    """
    placed: set[str] = set()
    return tuple(_branch(argument_map, top, placed) for top in starts(argument_map))


@slotted
class _Growing:
    """A branch of which the children are still being found."""

    id: str
    via: str
    todo: Iterator[tuple[str, str]]
    done: list[Branch]


def _branch(argument_map: ArgumentMap, root: str, placed: set[str]) -> Branch:
    placed.add(root)
    stack = [_Growing(root, "", _children(argument_map, root), [])]
    while True:
        top = stack[-1]
        id_, via = next(top.todo, ("", ""))
        if not id_:
            branch = Branch(top.id, top.via, tuple(top.done))
            stack.pop()
            if not stack:
                return branch
            stack[-1].done.append(branch)
            continue
        relation = parent_relation(argument_map, id_)
        if id_ not in placed and (relation is None or relation.id == via):
            placed.add(id_)
            stack.append(_Growing(id_, via, _children(argument_map, id_), []))
        else:
            top.done.append(Branch(id_, via, reference=True))


def _children(argument_map: ArgumentMap, id_: str) -> Iterator[tuple[str, str]]:
    """Return (child, via) pairs: premises of a step first, then what bears on the id itself."""
    relation = argument_map.relation_by_id.get(id_)
    if relation:
        yield from ((premise, id_) for premise in relation.premises)
    for on in argument_map.relations_on(id_):
        if is_step(argument_map, on):
            yield on.id, on.id
        else:
            yield from ((premise, on.id) for premise in on.premises)


def rows_below(argument_map: ArgumentMap, id_: str) -> tuple[Branch, ...]:
    """Return the rows right below the own place of a statement or step, without theirs.

    They are those of `outline`, unless parents run in a circle somewhere.
    """
    rows: dict[tuple[str, str], Branch] = {}
    placed: set[str] = set()
    for child, via in _children(argument_map, id_):
        relation = parent_relation(argument_map, child)
        own = child not in placed and (relation is None or relation.id == via)
        placed.add(child)
        rows.setdefault((child, "" if own else via), Branch(child, via, reference=not own))
    return tuple(rows.values())


def leads_into_a_circle(argument_map: ArgumentMap, id_: str) -> bool:
    """Whether going up from parent to parent comes to an id a second time."""
    seen: set[str] = set()
    at: str | None = id_
    while at is not None and at not in seen:
        seen.add(at)
        at = parent(argument_map, at)
    return at is not None


def reading_order(argument_map: ArgumentMap) -> tuple[str, ...]:
    """Return the ids of all statements and relations, each once, in the order of the outline.

    A statement stands in its own place, a relation before the first row that hangs by it.
    """
    order: dict[str, None] = {}
    for tree in outline(argument_map):
        for row in tree.walk():
            if row.via:
                order[row.via] = None
            if not row.reference:
                order[row.id] = None
    return tuple(order)


def groups_around(argument_map: ArgumentMap, group: str) -> tuple[str, ...]:
    """Return the groups around something, outermost first; () where there is no such group.

    Groups that lie in each other count once, from where one comes in.
    """
    found: list[str] = []
    while group in argument_map.group_by_id and group not in found:
        found.append(group)
        group = argument_map.group_by_id[group].parent
    return tuple(reversed(found))


def depth(argument_map: ArgumentMap) -> int:
    """Return the number of statements on the longest branch of the outline; 0 for an empty map."""
    deepest = 0
    waiting = [(tree, 1) for tree in outline(argument_map)]
    while waiting:
        branch, level = waiting.pop()
        if branch.id in argument_map.statement_by_id:
            deepest = max(deepest, level)
            level += 1
        waiting += ((child, level) for child in branch.branches)
    return deepest
