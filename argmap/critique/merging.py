"""Making one statement of several that say the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from argmap.critique.mending import Mending
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.walk import below

_ONE_VALUE = ("title", "group", "said_by", "basis", "judgement", "credence")
"""Fields of which a statement has one value, so that two different ones cannot be merged."""

_Value = TypeVar("_Value")


def merged(argument_map: ArgumentMap, ids: Sequence[str]) -> ArgumentMap | None:
    """Return the map in which the first of some statements has all that the others are and do.

    None where that would lose something.
    """
    mending = Mending(argument_map)
    return mending.mended() if merge(mending, ids) else None


def merge(mending: Mending, ids: Sequence[str]) -> bool:
    """Give the first of some statements all that the others are and do; whether that can be.

    It cannot where it would lose something: they differ in a field that can have only one value, or
    in what a viewpoint holds of them, or one of them leads to another.
    """
    statements = [mending.statement_by_id[id_] for id_ in ids]
    one = _one(statements)
    judged_differently = len({frozenset(mending.judged.get(id_, ())) for id_ in ids}) > 1
    if one is None or judged_differently or _related(mending, ids):
        return False
    touching = [
        relation
        for id_ in ids
        for relation in (*mending.relations_of(id_), *mending.relations_on(id_))
    ]
    old = mending.in_order(touching)
    new = _taken_over(mending, old, ids)
    if new is None:
        return False
    mending.put(one)
    mending.exchange(old, new)
    mending.drop(ids[1:])
    return True


def _one(statements: Sequence[Statement]) -> Statement | None:
    values: dict[str, Any] = {}
    for field in _ONE_VALUE:
        found = {getattr(s, field) for s in statements} - {None, ""}
        if len(found) > 1:
            return None
        values[field] = found.pop() if found else getattr(statements[0], field)
    extra = dict(pair for statement in reversed(statements) for pair in statement.extra)
    if any(extra[key] != value for statement in statements for key, value in statement.extra):
        return None
    notes = _each_once(s.note for s in statements if s.note)
    values |= {
        "note": "\n\n".join(notes),
        "tags": _each_once(tag for s in statements for tag in s.tags),
        "cites": _each_once(cite for s in statements for cite in s.cites),
        "implicit": all(s.implicit for s in statements),
        "extra": tuple(extra.items()),
    }
    return replace(statements[0], **values)


def _related(mending: Mending, ids: Sequence[str]) -> bool:
    """Whether one of the statements leads to another, or what one is linked with does.

    Made one, it would argue in a circle, or support its co-premise, or be supported by it.
    """
    group = set(ids)
    linked = [set(r.premises) for id_ in ids for r in mending.relations_of(id_)]
    beside = set().union(*linked) - group
    return (
        any(len(group & premises) > 1 for premises in linked)
        or any(len(group & below(mending, [id_])) > 1 for id_ in ids)
        or bool(group & below(mending, beside) or beside & below(mending, group))
    )


def _taken_over(
    mending: Mending, touching: Iterable[Relation], ids: Sequence[str]
) -> list[Relation] | None:
    """Return relations with the first statement in place of the others.

    Of two that come to the same the first is kept; None if anything tells them apart.
    """
    relations: dict[object, Relation] = {}
    for relation in touching:
        changed = _with_first(relation, ids)
        key = frozenset(changed.premises), changed.bearing, changed.target
        kept = relations.setdefault(key, changed)
        if kept is not changed and not _alike(mending, kept, changed):
            return None
    return list(relations.values())


def _with_first(relation: Relation, ids: Sequence[str]) -> Relation:
    group = frozenset(ids)
    premises = tuple(ids[0] if premise in group else premise for premise in relation.premises)
    target = ids[0] if relation.target in group else relation.target
    return replace(relation, premises=premises, target=target)


def _alike(mending: Mending, kept: Relation, other: Relation) -> bool:
    referred = mending.relations_on(other.id) or other.id in mending.judged
    same = replace(other, id=kept.id, anonymous=kept.anonymous, premises=kept.premises)
    return not referred and same == kept


def _each_once(values: Iterable[_Value]) -> tuple[_Value, ...]:
    return tuple(dict.fromkeys(values))
