"""Relations that a format cannot hold: which they are, and the map without them."""

from __future__ import annotations

from dataclasses import replace

from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.integrity import attached_relations
from argmap.model.kinds import Bearing
from argmap.model.walk import Branch, outline


def onto_relations(m: ArgumentMap) -> tuple[str, ...]:
    """Return the relations that bear on a relation."""
    return tuple(r.id for r in m.relations if r.target not in m.statement_by_id)


def onto_premises(m: ArgumentMap) -> ArgumentMap:
    """Return the map where what bears on a relation bears on its first premise instead."""
    relations = (r if r.target in m.statement_by_id else _onto_premise(m, r) for r in m.relations)
    return replace(m, relations=tuple(r for r in relations if r.premises))


def _onto_premise(m: ArgumentMap, relation: Relation) -> Relation:
    """Return the relation with another target, of which no premise is left if that was the only."""
    target = m.relation_by_id[relation.target].premises[0]
    return replace(
        relation, target=target, premises=tuple(p for p in relation.premises if p != target)
    )


def fine_weights(m: ArgumentMap) -> tuple[str, ...]:
    """Return the relations whose weight is none of 1 to 5."""
    return tuple(r.id for r in m.relations if r.weight != _one_of_five(r.weight))


def with_weights_of_five(m: ArgumentMap) -> ArgumentMap:
    """Return the map with weights rounded to 1, 2, 3, 4 or 5."""
    relations = (replace(r, weight=_one_of_five(r.weight)) for r in m.relations)
    return replace(m, relations=tuple(relations))


def _one_of_five(weight: float) -> int:
    return round(min(5, max(1, weight)))


def split(m: ArgumentMap) -> ArgumentMap:
    """Return the map where every linked premise bears on the target alone."""
    taken = set(m.ids)
    relations = []
    for relation in m.relations:
        for index, premise in enumerate(relation.premises):
            id_ = relation.id if index == 0 else _fresh(f"{relation.id}-{index + 1}", taken)
            relations.append(replace(relation, id=id_, premises=(premise,)))
    return replace(m, relations=tuple(relations))


def _fresh(wish: str, taken: set[str]) -> str:
    while wish in taken:
        wish += "-"
    taken.add(wish)
    return wish


def support_ids(m: ArgumentMap) -> tuple[str, ...]:
    """Return the supports."""
    return tuple(r.id for r in m.relations if r.bearing is Bearing.SUPPORTS)


def without_supports(m: ArgumentMap) -> ArgumentMap:
    """Return the map without supports, and without what bears on them."""
    attacks = (r for r in m.relations if r.bearing is Bearing.ATTACKS)
    return replace(m, relations=attached_relations(attacks, m.statement_by_id))


def backing_ids(m: ArgumentMap) -> tuple[str, ...]:
    """Return the supports of relations."""
    return tuple(r.id for r in m.relations if _is_backing(m, r))


def without_backings(m: ArgumentMap) -> ArgumentMap:
    """Return the map without supports of relations, and without what bears on them."""
    kept = (r for r in m.relations if not _is_backing(m, r))
    return replace(m, relations=attached_relations(kept, m.statement_by_id))


def _is_backing(m: ArgumentMap, relation: Relation) -> bool:
    return relation.bearing is Bearing.SUPPORTS and relation.target not in m.statement_by_id


def _references(m: ArgumentMap) -> list[Branch]:
    return [row for tree in outline(m) for row in tree.walk() if row.reference]


def second_uses(m: ArgumentMap) -> tuple[str, ...]:
    """Return the relations by which a statement stands in a second place."""
    return tuple(dict.fromkeys(row.via for row in _references(m)))


def as_trees(m: ArgumentMap) -> ArgumentMap:
    """Return the map with every statement where the outline has it, and nowhere else."""
    away = {(row.via, row.id) for row in _references(m)}
    left = (
        replace(r, premises=tuple(p for p in r.premises if (r.id, p) not in away))
        for r in m.relations
    )
    there = attached_relations((r for r in left if r.premises), m.statement_by_id)
    return replace(m, relations=there)
