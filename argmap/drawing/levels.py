"""What a layered picture is made of: the parts that hang together, and their levels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from argmap.model.argument_map import ArgumentMap, Relation, Statement


def components(argument_map: ArgumentMap) -> tuple[ArgumentMap, ...]:
    """Return the parts of a map that hang together, in the order of their first roots.

    A root is a statement that bears on nothing; what has no root, being a cycle, goes by its
    first statement. Groups and sources are kept in every part.
    """
    leader = _component_of(argument_map)
    statements: dict[str, list[Statement]] = {}
    relations: dict[str, list[Relation]] = {}
    for statement in argument_map.statements:
        statements.setdefault(leader[statement.id], []).append(statement)
    for relation in argument_map.relations:
        relations.setdefault(leader[relation.id], []).append(relation)
    at = {statement.id: index for index, statement in enumerate(argument_map.statements)}

    def place(id_: str) -> int:
        roots = [s.id for s in statements[id_] if not argument_map.relations_of(s.id)]
        return at[roots[0] if roots else statements[id_][0].id]

    return tuple(
        replace(
            argument_map,
            statements=tuple(statements[id_]),
            relations=tuple(relations.get(id_, ())),
        )
        for id_ in sorted(statements, key=place)
    )


def level_order(argument_map: ArgumentMap) -> tuple[str, ...]:
    """Return all statements and relations, roots first and then level by level.

    What bears on one target keeps its order; so Graphviz meets everything in the order in which
    it should stand, and has nothing to exchange.
    """
    roots = [s.id for s in argument_map.statements if not argument_map.relations_of(s.id)]
    found: dict[str, None] = {}
    for start in (*roots, *argument_map.statement_by_id, *argument_map.relation_by_id):
        level = [start]
        while level := [id_ for id_ in dict.fromkeys(level) if id_ not in found]:
            found.update(dict.fromkeys(level))
            level = [
                bearing for id_ in level for bearing in _relations_and_premises(argument_map, id_)
            ]
    return tuple(found)


def _relations_and_premises(argument_map: ArgumentMap, id_: str) -> Iterator[str]:
    """Return the relations on something, each followed by its premises."""
    for relation in argument_map.relations_on(id_):
        yield relation.id
        yield from relation.premises


def _component_of(argument_map: ArgumentMap) -> Mapping[str, str]:
    """Return each statement and relation the one that stands for its component (union-find)."""
    leader: dict[str, str] = {}

    def find(id_: str) -> str:
        root = id_
        while leader.setdefault(root, root) != root:
            root = leader[root]
        while leader[id_] != root:
            leader[id_], id_ = root, leader[id_]
        return root

    for relation in argument_map.relations:
        for end in (*relation.premises, relation.target):
            leader[find(relation.id)] = find(end)
    return {id_: find(id_) for id_ in (*argument_map.statement_by_id, *argument_map.relation_by_id)}
