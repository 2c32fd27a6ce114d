"""Circles of support: statements that rest, by a chain of reasons, on themselves.

Only supports of statements count. Two statements that attack each other are a dispute, no circle,
and backing of a relation carries nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.kinds import Bearing

Node = TypeVar("Node", str, int)


def support_circles(argument_map: ArgumentMap) -> tuple[tuple[str, ...], ...]:
    """Return the ids of statements that support one another in circles, one tuple for each knot.

    Circles that share a statement are one knot. Knots and their members are in the file's order.
    Judgements make no difference: this is about the map as drawn.
    """

    def supported_by(statement: str) -> list[str]:
        return _supported_by(argument_map, statement)

    place = {id_: index for index, id_ in enumerate(argument_map.statement_by_id)}
    knots = [
        tuple(sorted(component, key=place.__getitem__))
        for component in strong_components(place, supported_by)
        if len(component) > 1 or component[0] in supported_by(component[0])
    ]
    return tuple(sorted(knots, key=lambda knot: place[knot[0]]))


def leads_back(argument_map: ArgumentMap, relation: Relation) -> bool:
    """Whether a support is part of a circle: what it supports leads to one of its premises."""
    if relation.bearing is not Bearing.SUPPORTS:
        return False
    seen: set[str] = set()
    waiting = [relation.target] if relation.target in argument_map.statement_by_id else []
    while waiting:
        at = waiting.pop()
        if at in relation.premises:
            return True
        if at not in seen:
            seen.add(at)
            waiting += _supported_by(argument_map, at)
    return False


def strong_components(
    nodes: Iterable[Node], following: Callable[[Node], Iterable[Node]]
) -> Iterator[list[Node]]:
    """Return the strongly connected components of a graph, each after all that it leads to.

    H. N. Gabow, Path-based depth-first search for strong and biconnected components, Information
    Processing Letters 74 (2000); without recursion, so a chain of ten thousand is no problem.
    """
    number: dict[Node, int] = {}
    unassigned: dict[Node, None] = {}
    bounds: list[int] = []
    path: list[tuple[Node, Iterator[Node]]] = []

    def enter(node: Node) -> None:
        number[node] = len(number)
        unassigned[node] = None
        bounds.append(number[node])
        path.append((node, iter(following(node))))

    for start in nodes:
        if start not in number:
            enter(start)
        while path:
            node, rest = path[-1]
            for successor in rest:
                if successor not in number:
                    enter(successor)
                    break
                while successor in unassigned and bounds[-1] > number[successor]:
                    bounds.pop()
            else:
                path.pop()
                if bounds[-1] == number[node]:
                    bounds.pop()
                    yield _cut(unassigned, node)


def _cut(unassigned: dict[Node, None], first: Node) -> list[Node]:
    """Return the node and all that came after it, which are taken away."""
    component: list[Node] = []
    while not component or component[-1] != first:
        component.append(unassigned.popitem()[0])
    return component


def _supported_by(argument_map: ArgumentMap, statement: str) -> list[str]:
    return [
        relation.target
        for relation in argument_map.relations_of(statement)
        if relation.bearing is Bearing.SUPPORTS and relation.target in argument_map.statement_by_id
    ]
